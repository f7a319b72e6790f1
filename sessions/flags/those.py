"""Words of a room, and how they are made."""

Words = frozenset[str]


def those(**words: bool) -> Words:
    """The words that are true, as pages write them: `item_open` is `item-open`."""
    return frozenset(name.replace("_", "-") for name, true in words.items() if true)
