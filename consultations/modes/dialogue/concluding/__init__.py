"""Settling a thread: by a conclusion of both sides, or by the silence of the side that owed the turn."""
