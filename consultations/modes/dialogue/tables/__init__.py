"""The tables of level II, each noun apart."""
