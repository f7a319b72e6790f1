import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.references.format import (
    Kind,
    Reference,
    agreement_reference,
    consultation_reference,
    parse,
    session_reference,
)

NUMBERS = st.integers(1, 9999)


def test_each_reference_grows_out_of_the_one_above() -> None:
    consultation = consultation_reference("MEC", 2026, 14)
    session = session_reference(consultation, 3)
    assert (consultation, session) == ("MEC-2026-014", "MEC-2026-014-S3")
    assert agreement_reference(session, 2) == "MEC-2026-014-S3-A2"
    assert consultation_reference("mec", 2026, 1234) == "MEC-2026-1234"


@given(st.from_regex(r"[A-Z][A-Z0-9]{1,11}", fullmatch=True), st.integers(1000, 2999), NUMBERS, NUMBERS, NUMBERS)
def test_what_is_written_is_read_back(series: str, year: int, number: int, session: int, agreement: int) -> None:
    whole = agreement_reference(session_reference(consultation_reference(series, year, number), session), agreement)
    assert parse(whole) == Reference(series, year, number, session, agreement)
    assert str(parse(whole.lower())) == whole


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("MEC-2026-014", Kind.CONSULTATION),
        ("mec-2026-014-s3", Kind.SESSION),
        (" MEC-2026-014-S3-A2 ", Kind.AGREEMENT),
    ],
)
def test_the_last_part_says_what_is_named(written: str, kind: Kind) -> None:
    assert parse(written).kind is kind
    assert parse(written).consultation == "MEC-2026-014"


@pytest.mark.parametrize(
    "written",
    [
        *("", "MEC", "MEC-2026", "MEC-2026-14", "MEC-2026-000", "MEC-2026-014-S0", "MEC-2026-014-A2", "M-2026-014"),
        *("MEC-2026-014-S3-A2-X", "../etc", "MEC-2026-014-S3-A0", "MEC-٢٠٢٦-014", "MEC-2026-014\x00", "ÑEC-2026-014"),
        "MEC-2026-" + "9" * 5000,
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"reference|counts from 1"):
        parse(written)


def test_parts_that_do_not_fit_are_refused() -> None:
    for wrong in (
        lambda: consultation_reference("M-C", 2026, 1),
        lambda: consultation_reference("MEC", 2026, 0),
        lambda: session_reference("MEC-2026-014-S3", 1),
        lambda: agreement_reference("MEC-2026-014", 1),
    ):
        with pytest.raises(ValueError):
            wrong()
