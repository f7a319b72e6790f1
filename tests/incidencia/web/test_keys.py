"""The key of a form: one that reads like a key is kept, any other is made anew, and nobody's is somebody else's."""

import pytest
from django.test import RequestFactory

from incidencia.accounts.models import Person
from incidencia.web.keys import key_from, key_of, own_key


@pytest.mark.parametrize("sent", ["", "a\x00b", "k" * 65, "llave de más", "\ud800", None, 7])
def test_what_is_no_key_gives_a_new_one(sent: object) -> None:
    made = key_from(sent)
    assert made not in (sent, key_from(sent))
    assert 0 < len(made) <= 64


def test_the_key_that_was_sent_stays() -> None:
    assert key_of(RequestFactory().post("/", {"key": "aZ-09_"})) == "aZ-09_"


def test_the_same_key_is_another_one_for_another_person_or_place() -> None:
    bruno, dora = Person(pk=1), Person(pk=2)
    assert len({own_key("k", bruno), own_key("k", dora), own_key("k", bruno, 1), own_key("k", bruno, 2)}) == 4
    assert own_key("k", bruno, 1) == own_key("k", bruno, 1)
    assert len(own_key("\ud800" * 900, bruno)) == 64
