"""What consultations share with each other, and the public library of lessons (G28)."""
