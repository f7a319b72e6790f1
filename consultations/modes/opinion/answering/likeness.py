"""How much two texts say the same: the share of their words. Standard library only; the words come folded."""

import re
from collections.abc import Iterable, Mapping

SHORTEST = 4  # letters of a word that counts: shorter ones join others in every text
LIKE = 0.35  # share of words from which two texts stand together
_WORD = re.compile(r"\w+")


def words_of(folded: str) -> frozenset[str]:
    """Promise the words that count."""
    return frozenset(word for word in _WORD.findall(folded) if len(word) >= SHORTEST)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Promise the share of words both have, from 0 to 1; two texts without words that count share nothing."""
    both = one | other
    return len(one & other) / len(both) if both else 0.0


def like(asked: frozenset[str], others: Mapping[int, frozenset[str]], least: float = LIKE) -> dict[int, float]:
    """Promise those of `others` that share at least `least` with `asked`, the likest first."""
    found = {key: share(asked, words) for key, words in others.items()}
    kept: Iterable[tuple[int, float]] = (pair for pair in found.items() if pair[1] >= least)
    return dict(sorted(kept, key=lambda pair: (-pair[1], pair[0])))
