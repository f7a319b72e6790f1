"""Agreements taken ad referendum: their clock, and the act by which an empowered official ratifies them or not."""
