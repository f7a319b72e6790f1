"""How punctual each agency is with all that it owes, over all its public processes."""
