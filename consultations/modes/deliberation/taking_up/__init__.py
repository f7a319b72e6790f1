"""Contributions on the agenda: what people sent is taken up by a session, and the trail says what came of it."""
