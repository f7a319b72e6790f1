"""Rehearsals: a room of its own for training, with simulated participants. Nothing of it counts."""
