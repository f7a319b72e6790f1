"""Level II: threads in which the authority and civil society answer each other, turn by turn."""
