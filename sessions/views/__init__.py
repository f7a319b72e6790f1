"""Pages of sessions, by what they are about."""
