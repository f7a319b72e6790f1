"""A round from its plan to its publication, and what each act refuses."""

import pytest

from consultations.modes.surveillance import services
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.models import Checklist
from consultations.modes.surveillance.rounds import State
from incidencia.accounts.models import Person
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db


@pytest.mark.engine
@pytest.mark.guideline("G11.VI")
def test_a_round_goes_from_notice_to_publication(checklist: Checklist, bruno: Person, dora: Person) -> None:
    row = make.announced(checklist, bruno)
    assert timed_one(row).state is State.ANNOUNCED
    assert row.hash
    with make.after_notice(row):
        assert timed_one(make.again(row)).state is State.COLLECTING
        row = make.sent(row, bruno, ["yes", "no"])
        assert timed_one(row).state is State.REPLYING
        make.claimed(row, dora)
        row = services.reply_complete(row=row, by=dora)
        assert timed_one(row).state is State.REPLIED
        row = services.round_publish(row=row, by=bruno)
        assert timed_one(row).state is State.PUBLISHED
