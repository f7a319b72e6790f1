"""The tables of level VI."""
