"""What waits for somebody at level II: turns, conclusions to assent to, opinions to forward and to give."""

from collections.abc import Container, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.modes.dialogue import clock
from consultations.modes.dialogue.models import Conclusion, ExpertOpinion, Party, Turn
from consultations.modes.dialogue.standing import among, represented
from consultations.modes.dialogue.turn import Side
from consultations.queries import answered_by, convened_by
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.deadlines.queries import closed_days
from incidencia.organizations.models import Representation
from incidencia.web.templatetags.ui import local

NAMED = (
    "thread__contribution__consultation__agency", "thread__contribution__author",
)  # fmt: skip


def to_answer(person: Person) -> Iterator[Waiting]:
    """Threads whose turn is the authority's, but those another official is named for; who convenes sees them all.

    Two queries, and one per agency.
    """
    rows = _running(Side.PUBLIC).filter(thread__contribution__consultation__in=answered_by(person))
    yield from _turns(rows.filter(_bound(person)), Act.ANSWER)


def to_reply(person: Person) -> Iterator[Waiting]:
    """Threads in which a side the person speaks for owes the next word. Two queries, and one per agency."""
    mine = Party.objects.filter(represented(person), thread=OuterRef("thread"))
    rows = (
        _running(Side.CIVIL)
        .filter(among(person), Exists(mine))
        .exclude(thread__contribution__hidden_at__isnull=False)
    )
    rows = rows.exclude(thread__contribution__consultation__in=answered_by(person).values("pk"))
    yield from _turns(rows, Act.ANSWER)


def to_assent(person: Person) -> Iterator[Waiting]:
    """Conclusions the other side proposed. Two queries, and one per agency."""
    mine = Party.objects.filter(represented(person), thread=OuterRef("thread"))
    answers = answered_by(person).values("pk")
    of_mine = Q(side=Side.PUBLIC.value, thread__contribution__hidden_at__isnull=True) & _opened(person)
    of_mine &= Exists(mine) & among(person)
    of_mine &= ~Q(thread__contribution__consultation__in=answers)
    of_office = Q(side=Side.CIVIL.value, thread__contribution__consultation__in=answers)
    of_office &= _bound(person)
    rows = Conclusion.objects.filter(of_mine | of_office, fell_at__isnull=True, sealed_at__isnull=True)
    closed, found = _Closed(), list(rows.select_related(*NAMED).order_by("proposed_at", "pk"))
    hidden = clock.hidden_of(row.thread_id for row in found)
    for row in found:
        contribution = row.thread.contribution
        consultation = contribution.consultation
        days, times = closed.of(consultation.agency.acronym), hidden.get(row.thread_id, ())
        deadline = clock.of_proposal(row, days, consultation.zone, times)
        title = _("Assent to the conclusion or reply: %(title)s") % {"title": contribution.shown_title}
        yield _row(Act.CONFIRM, title, contribution, deadline.due_at)


def to_give(person: Person) -> Iterator[Waiting]:
    """Requests for an opinion: to forward, for who convenes; to give, for whoever was asked; to record, for who
    convenes or is named for the thread, where it comes from somebody without an account. One query.
    """
    undecided = Q(decided_by__isnull=True, thread__contribution__consultation__in=convened_by(person).values("pk"))
    asked = Q(invited=person, forwarded_at__isnull=False, recorded_at__isnull=True)
    keeps = Q(thread__contribution__consultation__in=convened_by(person).values("pk"))
    keeps |= Q(thread__responsible=person, thread__contribution__consultation__in=answered_by(person).values("pk"))
    outside = Q(forwarded_at__isnull=False, recorded_at__isnull=True, invited__isnull=True) & keeps
    rows = ExpertOpinion.objects.filter(undecided | asked | outside).filter(thread__end="")
    closed = _Closed()
    for row in rows.select_related(*NAMED).order_by("asked_at", "pk"):
        contribution = row.thread.contribution
        consultation = contribution.consultation
        if row.forwarded_at is None:
            title = _("Forward a request for the opinion of %(who)s") % {"who": row.of_whom}
            href = reverse("expert_forward", args=[contribution.reference, row.pk])
            yield Waiting(Act.DECIDE, title, href, where=local(consultation, "title"))
            continue
        deadline = clock.of_opinion(row, closed.of(consultation.agency.acronym), consultation.zone)
        title = _("Record the opinion of %(who)s") % {"who": row.of_whom}
        if row.invited_id == person.pk:
            title = _("Your opinion in %(reference)s") % {"reference": contribution.reference}
        yield Waiting(
            Act.SEND, title,
            reverse("expert_record", args=[contribution.reference, row.pk]), deadline.due_at if deadline else None,
            local(consultation, "title"), consultation.zone,
        )  # fmt: skip


def _bound(person: Person) -> Q:
    """Of officials: nobody is named for the thread, or this person is, or they convene."""
    named = Q(thread__responsible__isnull=True) | Q(thread__responsible=person)
    return named | Q(thread__contribution__consultation__in=convened_by(person).values("pk"))


def _opened(person: Person) -> Q:
    """Of civil society: this person opened the thread, or speaks for its organization today."""
    bodies = Representation.objects.in_force().filter(person=person).values("organization")
    return Q(thread__contribution__author=person) | Q(thread__contribution__organization__in=bodies)


class _Closed:
    """The closed days of each agency, read once."""

    def __init__(self) -> None:
        self._known: dict[str, Container[date]] = {}

    def of(self, acronym: str) -> Container[date]:
        if acronym not in self._known:
            self._known[acronym] = closed_days(acronym)
        return self._known[acronym]


def _running(side: Side) -> QuerySet[Turn]:
    """Turns that run for a side, without those in which a conclusion waits: that is told apart."""
    proposed = Conclusion.objects.filter(thread=OuterRef("thread"), fell_at__isnull=True, sealed_at__isnull=True)
    return Turn.objects.filter(~Exists(proposed), ended_at__isnull=True, side=side.value)


def _turns(rows: QuerySet[Turn], act: Act) -> Iterator[Waiting]:
    closed, found = _Closed(), list(rows.select_related(*NAMED).order_by("since", "pk"))
    hidden = clock.hidden_of(row.thread_id for row in found)
    for row in found:
        contribution = row.thread.contribution
        consultation = contribution.consultation
        days, times = closed.of(consultation.agency.acronym), hidden.get(row.thread_id, ())
        deadline = clock.of_turn(row, days, consultation.zone, times)
        yield _row(act, contribution.shown_title, contribution, deadline.due_at, contribution.language)


def _row(act: Act, title: str, contribution: Contribution, due: object, language: str = "") -> Waiting:
    href = reverse("contribution_page", args=[contribution.reference])
    consultation = contribution.consultation
    return Waiting(act, title, href, due, local(consultation, "title"), consultation.zone, language)  # type: ignore[arg-type]
