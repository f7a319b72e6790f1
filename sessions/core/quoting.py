"""Words of a paragraph: tidied, found by an exact quote, changed at that one place. Pure."""

import re
from collections.abc import Iterable
from itertools import pairwise


def tidy(text: str) -> str:
    """Words without spaces at the ends of lines, blank lines or runs of spaces; single line breaks stay."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def found(words: str, quote: str) -> list[tuple[int, int]]:
    """Where the quote stands, each place as start and end. A space in it stands for any run of spaces."""
    parts = quote.split()
    if not parts:
        return []
    pattern = re.compile("(?=(" + r"\s+".join(map(re.escape, parts)) + "))")
    return [(m.start(1), m.end(1)) for m in pattern.finditer(words)]


def instead(words: str, quote: str, new: str) -> str:
    """The words with `new` in the place of the quote, which stands there once; nothing of it where `new` is empty."""
    ((start, end),) = found(words, quote)
    if new:
        return words[:start] + new + words[end:]
    left, right = words[:start].rstrip(), words[end:].lstrip()
    broken = "\n" in words[len(left) : start] + words[end : len(words) - len(right)]
    close = not left or not right or right[0] in ",.;:)»”"
    return left + ("\n" if broken and not close else "" if close else " ") + right


def overlap(places: Iterable[tuple[int, int]]) -> bool:
    """Whether two of the places have a character in common."""
    ordered = sorted(places)
    return any(one[1] > other[0] for one, other in pairwise(ordered))
