"""Languages: everything the platform says, it says in Spanish too."""

import pytest

from incidencia.i18n import check


@pytest.mark.guideline("E9")
def test_every_sentence_is_translated(capsys: pytest.CaptureFixture[str]) -> None:
    code = check.main()
    assert code == 0, capsys.readouterr().out
