"""Terms: given, prolonged, renewed, staggered (G20)."""
