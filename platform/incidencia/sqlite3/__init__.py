"""SQLite as Django knows it, with files that stay open between requests."""
