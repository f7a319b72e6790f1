"""The rules of a consultation's sessions, published by version; a session copies those in force (G25)."""
