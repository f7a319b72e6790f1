"""The tables of taking part, one noun a file."""
