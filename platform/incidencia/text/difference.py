"""What changed between two wordings, word by word. Standard library only.

`templates/incidencia/text/_difference.html` shows the pieces as `<ins>` and `<del>`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_EXACT = 1_500  # tokens up to which every repetition is weighed; above, frequent words no longer anchor


class Kind(StrEnum):
    """Whether words stayed, went or came."""

    SAME = "same"
    DELETED = "del"
    INSERTED = "ins"


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words with one fate, spaces included."""

    kind: Kind
    words: str


def difference(old: str, new: str) -> list[Piece]:
    """Promise how `old` becomes `new`: the pieces that stayed or went give `old`, those that stayed or came `new`.

    What went stands before what came in its place. Compare paragraph by paragraph (`paragraphs.match`): the time
    grows faster than the length.
    """
    return _merged(_whole(list(_pieces(_TOKEN.findall(old), _TOKEN.findall(new)))))


def by_paragraph(old: str, new: str) -> list[Piece]:
    """Promise the same of long texts: lines that stayed are found first, and only those that changed word by word."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        pieces += [Piece(Kind.SAME, gone)] if tag == "equal" else difference(gone, come)
    return _merged(pieces)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """One piece for neighbours with one fate; none without words."""
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.words:
            continue
        if merged and merged[-1].kind == piece.kind:
            merged[-1] = Piece(piece.kind, merged[-1].words + piece.words)
        else:
            merged.append(piece)
    return merged


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _EXACT)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Kind.SAME, "".join(old[i1:i2]))
        else:
            yield Piece(Kind.DELETED, "".join(old[i1:i2]))
            yield Piece(Kind.INSERTED, "".join(new[j1:j2]))


def _whole(pieces: list[Piece]) -> Iterator[Piece]:
    """Let a change of several words read as one: a lone space between two changes belongs to both."""
    gone = come = ""
    for position, piece in enumerate(pieces):
        last = position == len(pieces) - 1
        if piece.kind is Kind.DELETED:
            gone += piece.words
        elif piece.kind is Kind.INSERTED:
            come += piece.words
        elif gone and come and piece.words.isspace() and not last:
            gone, come = gone + piece.words, come + piece.words
        else:
            yield from (Piece(Kind.DELETED, gone), Piece(Kind.INSERTED, come), piece)
            gone = come = ""
    yield from (Piece(Kind.DELETED, gone), Piece(Kind.INSERTED, come))
