"""The tables of groups."""
