import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.text.fold import fold


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Participación   CIUDADANA\n", "participacion ciudadana"),
        ("España", "espana"),
        ("Straße ﬁn 3.ª Ｍ", "strasse fin 3.a m"),
        ("co\u00adhesión\u200b", "cohesion"),
        ("a\x00b\tc", "a b c"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_what_is_compared_has_no_case_accents_or_hidden_signs(typed: str, stored: str) -> None:
    assert fold(typed) == stored


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_has_single_spaces_and_nothing_a_database_refuses(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert "\x00" not in folded


@given(st.text(), st.text())
def test_capitals_find_small_letters(before: str, after: str) -> None:
    text = f"{before}Ánimo{after}"
    assert "animo" in fold(text)
