"""Names of files lead nowhere and mislead nobody."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.files.names import LONGEST, clean_name, suffix


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Propuesta de Ñuu Savi.pdf", "Propuesta de Ñuu Savi.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\alba\\nota.PDF", "nota.pdf"),
        ("annex\u202efdp.exe", "annexfdp.exe"),
        ("anexo\u202excod.pdf", "anexoxcod.pdf"),
        ("nota\0.exe\0.pdf", "nota.exe.pdf"),
        ("a\nb\r\n\tc.txt", "abc.txt"),
        ("  mucho   aire  .txt", "mucho aire.txt"),
        ("\u200b\u2066.pdf", "file.pdf"),
        ("", "file"),
        ("...", "file"),
        ("n\u0303o.txt", "ño.txt"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


@given(st.text(max_size=300))
def test_no_name_leads_out_or_turns_what_follows(sent: str) -> None:
    name = clean_name(sent)
    assert 0 < len(name) <= LONGEST
    assert not {"/", "\\"} & set(name)
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & {unicodedata.category(letter) for letter in name}
    assert clean_name(name) == name


@pytest.mark.parametrize(("name", "ending"), [("a.PDF", ".pdf"), ("a.tar.gz", ".gz"), ("a", ""), (".pdf", ".pdf")])
def test_the_suffix_is_the_last_one(name: str, ending: str) -> None:
    assert suffix(name) == ending
