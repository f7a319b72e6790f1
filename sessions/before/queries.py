"""What is read of a session before it opens. Each has a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.before.holding import BEFORE
from sessions.core.forecast import Answer, Forecast, Place, forecast
from sessions.core.terms import Phase, Role, Side
from sessions.models import Alternate, Attendance, PaperObjection, Seat, Session
from sessions.queries import rules_of


@dataclass(frozen=True, slots=True)
class Answered:
    """A seat and its answer; None: it has not answered. `replaced`: an alternate has a seat and comes instead."""

    seat: Seat
    attendance: Attendance | None
    replaced: bool = False

    @property
    def answer(self) -> Answer | None:
        """The answer as one of the known ones."""
        return Answer(self.attendance.answer) if self.attendance else None


def answers_of(session: Session) -> list[Answered]:
    """Promise every seat in the order of accreditation, with its answer. One query."""
    seats = session.seats.select_related("attendance", "person").order_by("id")
    instead = Alternate.objects.filter(seat=OuterRef("pk"), withdrawn_at=None, made__isnull=False)
    found = seats.annotate(replaced=Exists(instead))
    return [Answered(seat, getattr(seat, "attendance", None), seat.replaced) for seat in found]


def forecast_of(session: Session, answers: list[Answered]) -> Forecast:
    """Promise what the answers of those entitled to vote say of the quorum: whoever kept the vote and sends an
    alternate does not come, whatever they said before. No query.
    """
    places = [
        Place(Side(a.seat.side), a.seat.empowered, Answer.NO if a.replaced else a.answer)
        for a in answers
        if a.seat.votes
    ]
    return forecast(places, rules_of(session))


def unanswered(session: Session) -> list[Seat]:
    """Promise the seats with an account that have not answered; the secretariat's own aside. One query."""
    seats = session.seats.filter(attendance__isnull=True, person__isnull=False, person__is_active=True)
    return list(seats.exclude(role=Role.SECRETARIAT).select_related("person").order_by("id"))


def alternates_of(session: Session) -> list[Alternate]:
    """Promise everybody named as an alternate, the first one first. One query."""
    return list(session.alternates.select_related("seat", "made", "person"))


def alternate_of(seat: Seat) -> Alternate | None:
    """Promise the last alternate this seat named and did not take back, whatever was decided. One query."""
    return seat.alternates.filter(withdrawn_at=None).select_related("made").last()


def objections_of(session: Session) -> dict[int, list[PaperObjection]]:
    """Promise the objections that stand, by the key of their paper, the first one first. One query."""
    found: dict[int, list[PaperObjection]] = defaultdict(list)
    rows = PaperObjection.objects.filter(paper__session=session, withdrawn_at=None)
    for row in rows.select_related("seat", "paper"):
        found[row.paper_id].append(row)
    return dict(found)


def to_answer(person: Person) -> QuerySet[Seat]:
    """Promise the seats of `person` in sessions whose hour has not come, without an answer. One query."""
    seats = Seat.objects.filter(
        person=person, attendance__isnull=True, session__phase=Phase.PLANNED, session__starts_at__gt=now(),
        session__rehearsal=False,
    )
    told = seats.filter(session__convened_at__isnull=False) | seats.filter(session__announced_at__isnull=False)
    return told.exclude(role=Role.SECRETARIAT).select_related("session").order_by("session__starts_at")


def to_decide(person: Person) -> QuerySet[Alternate]:
    """Promise the alternates that wait for the secretariat `person` keeps. One query."""
    kept = Session.objects.filter(seats__person=person, seats__role=Role.SECRETARIAT, phase__in=BEFORE)
    rows = Alternate.objects.filter(session__in=kept, withdrawn_at=None, decided_at=None)
    return rows.select_related("session", "seat")


def announced_to(person: Person, series: str) -> list[Session]:
    """Promise the sessions of a series announced to `person` and not convened yet. One query."""
    rows = Session.objects.filter(
        series=series, convened_at=None, announced_at__isnull=False, seats__person=person, phase__in=BEFORE
    )
    return list(rows.order_by("number"))
