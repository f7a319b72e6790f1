"""Which paragraph of one version became which of the next. Standard library only."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

ALIKE = 0.45  # share of words in common from which two paragraphs are versions of one
_PAIRS = 100_000  # how many pairs are compared at most: bounds the time for a text of very many paragraphs

_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What happened to a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Match:
    """Positions in the old and the new version, None where there is none, and the share of words kept (0 to 1).

    A moved paragraph whose `alike` is below 1 has changed as well.
    """

    kind: Kind
    old: int | None
    new: int | None
    alike: float = 0.0


Pairs = dict[int, tuple[int, float]]  # old position: new position, share of words kept


def match(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Promise what became of every paragraph, in the order of the new version; those gone stand where they stood.

    Equal ones are paired first, then by words in common, the likest first. Every position appears once.
    """
    pairs = _equal([tuple(text.split()) for text in old], [tuple(text.split()) for text in new])
    pairs |= _alike(old, new, pairs)
    return _told(pairs, len(old), len(new))


def _equal(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> Pairs:
    """Pair equal paragraphs: from the start, from the end, then each with the next free equal one."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    pairs = {n: (n, 1.0) for n in range(head)}
    pairs |= {len(old) - 1 - n: (len(new) - 1 - n, 1.0) for n in range(tail)}
    places: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for position in range(head, len(new) - tail):
        places[new[position]].append(position)
    for position in range(head, len(old) - tail):
        if waiting := places.get(old[position]):
            pairs[position] = (waiting.popleft(), 1.0)
    return pairs


def _alike(old: Sequence[str], new: Sequence[str], equal: Pairs) -> Pairs:
    """Pair what is left by words in common: the likest first, then the nearest."""
    taken = {place for place, _share in equal.values()}
    left = [(n, _words(text)) for n, text in enumerate(old) if n not in equal]
    right = [(n, _words(text)) for n, text in enumerate(new) if n not in taken]
    pairs: Pairs = {}
    for unlike, _distance, before, after in sorted(_candidates(left, right)):
        if before not in pairs and after not in taken:
            pairs[before] = (after, 1 - unlike)
            taken.add(after)
    return pairs


def _candidates(
    left: list[tuple[int, Counter[str]]], right: list[tuple[int, Counter[str]]]
) -> Iterator[tuple[float, int, int, int]]:
    if not left or not right:
        return
    reach = max(_PAIRS // (2 * len(left)), 2)
    for rank, (before, words) in enumerate(left):
        middle = rank * len(right) // len(left)
        for after, others in right[max(middle - reach, 0) : middle + reach + 1]:
            share = 2 * (words & others).total() / max(words.total() + others.total(), 1)
            if share >= ALIKE:
                yield 1 - share, abs(before - after), before, after


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _told(pairs: Pairs, old: int, new: int) -> list[Match]:
    origin = {after: (before, share) for before, (after, share) in pairs.items()}
    steady = _in_order([pairs[before][0] for before in sorted(pairs)])
    told = list(_gone_after(-1, pairs, old))
    for after in range(new):
        if after not in origin:
            told.append(Match(Kind.NEW, None, after))
            continue
        before, share = origin[after]
        kind = Kind.MOVED if after not in steady else Kind.SAME if share == 1.0 else Kind.CHANGED
        told += [Match(kind, before, after, share), *_gone_after(before, pairs, old)]
    return told


def _gone_after(position: int, pairs: Pairs, old: int) -> Iterator[Match]:
    for before in range(position + 1, old):
        if before in pairs:
            return
        yield Match(Kind.GONE, before, None)


def _in_order(places: list[int]) -> set[int]:
    """The longest run of `places` that rises: those stayed, the others moved."""
    ends: list[int] = []  # the smallest last place of a rising run of each length
    best: list[int] = []  # the length of the longest rising run that ends at each place
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        best.append(length)
    steady: set[int] = set()
    wanted = len(ends) - 1
    for place, length in zip(reversed(places), reversed(best), strict=True):
        if length == wanted:
            steady.add(place)
            wanted -= 1
    return steady
