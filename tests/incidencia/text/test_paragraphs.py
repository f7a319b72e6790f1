"""Paragraphs keep their identity while a text changes."""

import time

from hypothesis import given
from hypothesis import strategies as st

from incidencia.text.paragraphs import Kind, first, match, revise, split

ONE = "La participación de las organizaciones será libre y gratuita en todo el proceso."
TWO = "Las personas integrantes recibirán los documentos con cinco días de anticipación."
THREE = "La secretaría técnica publicará las actas en los veinte días siguientes."
LINES = st.lists(st.sampled_from(["uno dos tres", "cuatro cinco", "seis", "siete ocho nueve diez"]), max_size=8)


def test_blank_lines_part_paragraphs_except_within_fenced_code() -> None:
    assert split("a\nb\n\n\n  \nc\n\n```\nd\n\ne\n```\n\nf") == ["a\nb", "c", "```\nd\n\ne\n```", "f"]
    assert split("") == split("\n \n") == []
    assert split("```\nnever closed\n\nx") == ["```\nnever closed\n\nx"]


def test_the_same_text_gets_the_same_ids_everywhere() -> None:
    text = f"{ONE}\n\n{TWO}\n\n{ONE}"
    assert first(text) == first(text)
    assert len({paragraph.id for paragraph in first(text)}) == 3


def test_a_changed_a_moved_and_an_untouched_paragraph_keep_their_ids() -> None:
    old = first(f"{ONE}\n\n{TWO}\n\n{THREE}")
    new = revise(old, f"{THREE}\n\n{ONE.replace('libre', 'voluntaria')}\n\n{TWO}\n\nAlgo enteramente distinto.")
    assert [paragraph.id for paragraph in new[:3]] == [old[2].id, old[0].id, old[1].id]
    assert new[3].id not in {paragraph.id for paragraph in old}


def test_what_became_of_each_paragraph_is_told_in_the_order_of_the_new_version() -> None:
    new = [THREE, ONE.replace("libre", "voluntaria"), TWO, "Algo enteramente distinto."]
    told = match([ONE, "Adiós.", TWO, THREE], new)
    assert [(step.kind, step.old, step.new) for step in told] == [
        (Kind.MOVED, 3, 0),
        (Kind.CHANGED, 0, 1),
        (Kind.GONE, 1, None),
        (Kind.SAME, 2, 2),
        (Kind.NEW, None, 3),
    ]


def test_an_id_once_gone_is_not_given_to_something_else() -> None:
    versions = [first(f"{ONE}\n\n{TWO}")]
    versions.append(revise(versions[0], ONE))
    again = revise(versions[1], f"{ONE}\n\n{TWO}", taken={p.id for p in versions[0]})
    assert again[0].id == versions[0][0].id
    assert again[1].id != versions[0][1].id


def test_taking_out_one_of_two_equal_paragraphs_leaves_the_others_in_place() -> None:
    told = match([ONE, "X", TWO, "X"], [ONE, TWO, "X"])
    assert [step.kind for step in told] == [Kind.SAME, Kind.GONE, Kind.SAME, Kind.SAME]


@given(LINES, LINES)
def test_every_position_appears_exactly_once(old: list[str], new: list[str]) -> None:
    told = match(old, new)
    assert sorted(step.old for step in told if step.old is not None) == list(range(len(old)))
    assert [step.new for step in told if step.new is not None] == list(range(len(new)))
    assert all(step.alike == 1.0 for step in told if step.kind is Kind.SAME)


@given(LINES)
def test_nothing_happens_between_equal_versions(lines: list[str]) -> None:
    assert {step.kind for step in match(lines, lines)} <= {Kind.SAME}


@given(LINES, LINES)
def test_ids_are_unique_within_a_version(old: list[str], new: list[str]) -> None:
    version = revise(first("\n\n".join(old)), "\n\n".join(new))
    assert len({paragraph.id for paragraph in version}) == len(version)
    assert [paragraph.text for paragraph in version] == new


def test_very_many_paragraphs_are_matched_in_seconds() -> None:
    old = [f"a{n} b{n % 7}" for n in range(20_000)]
    new = [f"c{n} b{n % 5}" for n in range(20_000)]
    start = time.monotonic()
    match(old, new)
    assert time.monotonic() - start < 20
