"""Members of a consultation take their seats in its sessions."""

from datetime import timedelta

import pytest

from consultations.members.kinds import Role, Side
from consultations.models import Consultation, Membership
from consultations.modes.deliberation.services import members_accredit, session_new
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.models import Session
from tests.consultations.conftest import refused
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db


def drafted_by(of: Consultation, by: Person, presides: Person, deputy: Person | None = None) -> Session:
    seats = {row.person_id: row for row in Membership.objects.filter(consultation=of)}
    return session_new(
        consultation=of, title_es="Primera reunión", title_en="", starts_at=now() + timedelta(days=9),
        presides=seats[presides.pk], deputy=seats[deputy.pk] if deputy else None, by=by,
    )  # fmt: skip


def seats_of(session: Session) -> dict[str, tuple[str, str, bool, bool]]:
    return {seat.name: (seat.role, seat.side, seat.votes, seat.empowered) for seat in session.seats.all()}


@pytest.mark.guideline("G22")
def test_everybody_gets_the_seat_they_have_here(
    operating: Consultation, alba: Person, dora: Person, elias: Person, fatima: Person
) -> None:
    make.member(operating, elias, side=Side.PUBLIC, powers="")
    make.member(operating, fatima, side=Side.GUEST, role=Role.OBSERVER, body="Senado")
    session = drafted_by(operating, alba, dora, elias)
    assert session.reference == f"{operating.reference}-S1"
    assert seats_of(session) == {
        "Alba Ruiz": ("secretariat", "public", False, False),
        "Bruno Sosa": ("member", "civil", True, False),
        "Dora Ibarra": ("chair", "public", True, True),
        "Elías Montes": ("vice_chair", "public", True, False),
        "Fátima Nájera": ("observer", "guest", False, False),
    }


def test_who_joins_later_is_accredited_once(
    operating: Consultation, alba: Person, dora: Person, carmen: Person
) -> None:
    session = drafted_by(operating, alba, dora)
    make.member(operating, carmen)
    assert members_accredit(consultation=operating, session=session, by=alba) == 1
    assert members_accredit(consultation=operating, session=session, by=alba) == 0
    assert seats_of(session)["Carmen Vela"] == ("member", "civil", True, False)


def test_who_has_left_gets_no_seat(operating: Consultation, alba: Person, dora: Person, carmen: Person) -> None:
    make.member(operating, carmen).cut_short()
    assert "Carmen Vela" not in seats_of(drafted_by(operating, alba, dora))


@pytest.mark.guideline("G15")
def test_no_session_before_the_operation_begins(called: Consultation, alba: Person, dora: Person) -> None:
    make.member(called, dora, side=Side.PUBLIC)
    with refused("operation-not-begun"):
        drafted_by(called, alba, dora)


def test_who_has_no_vote_does_not_preside(operating: Consultation, alba: Person, fatima: Person) -> None:
    make.member(operating, fatima, side=Side.GUEST, role=Role.OBSERVER)
    with refused("cannot-preside"):
        drafted_by(operating, alba, fatima)
