"""Level V: joint tasks with two keys, and the programmes they belong to."""
