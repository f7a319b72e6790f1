"""A person reads all that sessions hold about them, and nothing about anybody else."""

import pytest
from django.utils import translation

from sessions.own_data import collect
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db


@pytest.mark.guideline("G8.VI")
def test_a_member_finds_their_seat_and_what_the_log_records_and_an_outsider_finds_nothing() -> None:
    session = make.session_closed()
    with translation.override("en"):
        seats, logged, _lines, *_before = collect(make.cast("bruno")).values()
    assert [s["Session"] for s in seats] == [session.reference]
    assert seats[0]["Vote"] is True
    assert logged[0]["Entries by you or for you"] > 0
    assert not any(collect(make.cast("carmen")).values())
