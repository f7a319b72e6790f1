"""Paragraphs that keep their identity while a text changes. Standard library only."""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from incidencia.text.matching import Kind, Match, match

__all__ = ["Kind", "Match", "Paragraph", "first", "match", "revise", "split"]

_FENCE = re.compile(r" {0,3}(```|~~~)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one version; `id` is the same in every version it lives in."""

    id: str
    text: str


def split(text: str) -> list[str]:
    """Promise the paragraphs of `text`: what blank lines separate, except within fenced code; never an empty one."""
    found: list[list[str]] = [[]]
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        if line.strip() or fence:
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    return ["\n".join(lines).strip("\n") for lines in found if any(lines)]


def first(text: str) -> tuple[Paragraph, ...]:
    """Promise the paragraphs of a first version. The same text gives the same ids everywhere."""
    return revise((), text)


def revise(old: Sequence[Paragraph], text: str, taken: Collection[str] = ()) -> tuple[Paragraph, ...]:
    """Promise the paragraphs of the next version: those that `match` finds keep their id, the others get new ones.

    `taken` are ids of still older versions, so that an id, once gone, is never given to something else.
    """
    texts = split(text)
    pairs = match([paragraph.text for paragraph in old], texts)
    kept = {pair.new: old[pair.old].id for pair in pairs if pair.old is not None and pair.new is not None}
    used = {paragraph.id for paragraph in old} | set(taken)
    revised = []
    for position, words in enumerate(texts):
        name = kept.get(position) or _new_id(position, words, used)
        used.add(name)
        revised.append(Paragraph(name, words))
    return tuple(revised)


def _new_id(position: int, text: str, used: Collection[str]) -> str:
    """A short id from position and content; the attempt number parts what would collide."""
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{attempt}|{position}|{text}".encode("utf-8", "replace")).hexdigest()
        if (name := f"p{digest[:7]}") not in used:
            return name
        attempt += 1
