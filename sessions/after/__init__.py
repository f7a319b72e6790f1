"""What follows a session beside its sealed log: answers owed in writing, written statements."""
