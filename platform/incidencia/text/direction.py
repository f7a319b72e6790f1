"""Characters that turn the direction of what follows. Standard library only."""

# Embeddings and overrides of the bidirectional algorithm (UAX 9). Isolates, which end by themselves, stay.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")


def turns(text: str) -> bool:
    """Promise whether `text` holds a character that makes it read in another order than it is written."""
    return not TURNING.isdisjoint(text)
