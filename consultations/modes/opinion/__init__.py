"""Level III: officials ask, people send proposals, every proposal gets a reasoned answer on a public clock."""
