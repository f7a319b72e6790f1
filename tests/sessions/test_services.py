"""A session outside its room: drafting, accrediting, convening, papers."""

import pytest

from sessions.core.terms import Phase
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db


def test_a_closed_session_has_its_agreement():
    session = make.session_closed()
    assert session.phase == Phase.CLOSED
    assert [a.reference for a in session.agreements.all()] == ["MEC-2026-014-S1-A1"]
