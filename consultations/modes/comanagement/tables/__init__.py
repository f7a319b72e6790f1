"""Tasks, what happens to them, and programmes."""
