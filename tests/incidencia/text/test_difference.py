"""Differences word by word."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from incidencia.text.difference import Kind, Piece, by_paragraph, difference

WORDS = st.lists(st.sampled_from(["la", "ley", "obliga", "y", "protege", ",", "."]), max_size=12).map(" ".join)

LINES = st.lists(st.sampled_from(["la ley", "obliga a todas", "", "y protege"]), max_size=8).map("\n".join)


def test_words_that_changed_together_read_as_one_change() -> None:
    pieces = difference("The red fox, it runs.", "The blue dog, it slowly runs.")
    assert [(piece.kind.value, piece.words) for piece in pieces] == [
        ("same", "The "),
        ("del", "red fox"),
        ("ins", "blue dog"),
        ("same", ", it "),
        ("ins", "slowly "),
        ("same", "runs."),
    ]


def test_equal_wordings_have_no_difference() -> None:
    assert [piece.kind for piece in difference("igual", "igual")] == [Kind.SAME]
    assert difference("", "") == []


@pytest.mark.parametrize("compare", [difference, by_paragraph])
@given(old=WORDS | LINES | st.text(max_size=60), new=WORDS | LINES | st.text(max_size=60))
def test_the_pieces_give_both_wordings_back(compare: Callable[..., list[Piece]], old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(piece.words for piece in pieces if piece.kind is not Kind.INSERTED) == old
    assert "".join(piece.words for piece in pieces if piece.kind is not Kind.DELETED) == new
    assert all(piece.words for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@pytest.mark.parametrize("unit", ["de ", "a b ", "(", "á\n"])
def test_long_repetitive_wordings_are_compared_in_seconds(unit: str) -> None:
    start = time.monotonic()
    difference(unit * 20_000, unit * 19_999 + "fin")
    assert time.monotonic() - start < 20


def test_the_fragment_marks_what_went_and_what_came_and_escapes_it() -> None:
    shown = render_to_string("incidencia/text/_difference.html", {"pieces": difference("la <b>", "la <i>")})
    assert "<del>b</del><ins>i</ins>" in shown
    assert "la &lt;" in shown
