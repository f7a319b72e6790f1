"""Designing a checklist: its items, one by one or from a file."""
