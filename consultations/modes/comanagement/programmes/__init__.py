"""Development and work programmes: drafted, put to the members, published, reviewed (G14, G23)."""
