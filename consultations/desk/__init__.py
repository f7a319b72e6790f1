"""What waits for one person, across all processes, by its deadline; and the letter that gathers it."""
