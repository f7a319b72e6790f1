"""What waits for somebody at level II: turns, conclusions to assent to, opinions to forward and to give."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.dialogue import clock
from consultations.modes.dialogue.models import Conclusion, ExpertOpinion, Party, Turn
from consultations.modes.dialogue.turn import Side
from consultations.spine.models import Contribution
from incidencia.deadlines.queries import Calendars
from incidencia.web.templatetags.ui import local

NAMED = (
    "thread__contribution__consultation__agency", "thread__contribution__author",
)  # fmt: skip


def to_answer(reach: Reach) -> Asked:
    """Threads whose turn is the authority's, but those another official is named for; who convenes sees them all."""
    rows = _running(Side.PUBLIC).filter(_bound(reach), thread__contribution__consultation__in=reach.answers)
    return Asked(rows, _turns(rows, reach.closed))


def to_reply(reach: Reach) -> Asked:
    """Threads in which a side the person speaks for owes the next word."""
    rows = _running(Side.CIVIL).filter(_among(reach), _party(reach), thread__contribution__hidden_at__isnull=True)
    rows = rows.exclude(thread__contribution__consultation__in=reach.answers)
    return Asked(rows, _turns(rows, reach.closed))


def to_assent(reach: Reach) -> Asked:
    """Conclusions the other side proposed."""
    of_mine = Q(side=Side.PUBLIC.value, thread__contribution__hidden_at__isnull=True) & _opened(reach)
    of_mine &= Q(_party(reach)) & _among(reach)
    of_mine &= ~Q(thread__contribution__consultation__in=reach.answers)
    of_office = Q(side=Side.CIVIL.value, thread__contribution__consultation__in=reach.answers)
    of_office &= _bound(reach)
    rows = Conclusion.objects.filter(of_mine | of_office, fell_at__isnull=True, sealed_at__isnull=True)
    return Asked(rows, _to_assent(rows, reach.closed))


def _to_assent(rows: QuerySet[Conclusion], closed: Calendars) -> Iterator[Waiting]:
    found = list(rows.select_related(*NAMED).order_by("proposed_at", "pk"))
    hidden = clock.hidden_of(row.thread_id for row in found)
    for row in found:
        contribution = row.thread.contribution
        consultation = contribution.consultation
        days, times = closed.of(consultation.agency.acronym), hidden.get(row.thread_id, ())
        deadline = clock.of_proposal(row, days, consultation.zone, times)
        title = _("Assent to the conclusion or reply: %(title)s") % {"title": contribution.shown_title}
        yield _row(Act.CONFIRM, title, contribution, deadline.due_at)


def to_give(reach: Reach) -> Asked:
    """Requests for an opinion: to forward, for who convenes; to give, for whoever was asked; to record, for who
    convenes or is named for the thread, where it comes from somebody without an account.
    """
    undecided = Q(decided_by__isnull=True, thread__contribution__consultation__in=reach.convenes)
    asked = Q(invited=reach.person, forwarded_at__isnull=False, recorded_at__isnull=True)
    keeps = Q(thread__contribution__consultation__in=reach.convenes)
    keeps |= Q(thread__responsible=reach.person, thread__contribution__consultation__in=reach.answers)
    outside = Q(forwarded_at__isnull=False, recorded_at__isnull=True, invited__isnull=True) & keeps
    rows = ExpertOpinion.objects.filter(undecided | asked | outside).filter(thread__end="")
    return Asked(rows, _to_give(rows, reach))


def _to_give(rows: QuerySet[ExpertOpinion], reach: Reach) -> Iterator[Waiting]:
    for row in rows.select_related(*NAMED).order_by("asked_at", "pk"):
        contribution = row.thread.contribution
        consultation = contribution.consultation
        if row.forwarded_at is None:
            title = _("Forward a request for the opinion of %(who)s") % {"who": row.of_whom}
            href = reverse("expert_forward", args=[contribution.reference, row.pk])
            yield Waiting(Act.DECIDE, title, href, where=local(consultation, "title"))
            continue
        deadline = clock.of_opinion(row, reach.closed.of(consultation.agency.acronym), consultation.zone)
        title = _("Record the opinion of %(who)s") % {"who": row.of_whom}
        if row.invited_id == reach.person.pk:
            title = _("Your opinion in %(reference)s") % {"reference": contribution.reference}
        yield Waiting(
            Act.SEND, title,
            reverse("expert_record", args=[contribution.reference, row.pk]), deadline.due_at if deadline else None,
            local(consultation, "title"), consultation.zone,
        )  # fmt: skip


def _bound(reach: Reach) -> Q:
    """Of officials: nobody is named for the thread, or this person is, or they convene."""
    named = Q(thread__responsible__isnull=True) | Q(thread__responsible=reach.person)
    return named | Q(thread__contribution__consultation__in=reach.convenes)


def _opened(reach: Reach) -> Q:
    """Of civil society: this person opened the thread, or speaks for its organization today."""
    author, bodies = "thread__contribution__author", "thread__contribution__organization__in"
    return Q(**{author: reach.person}) | Q(**{bodies: reach.organizations})


def _party(reach: Reach) -> Exists:
    """Of civil society: this person speaks for a party of the thread today."""
    mine = Q(person=reach.person, organization__isnull=True) | Q(organization__in=reach.organizations)
    return Exists(Party.objects.filter(mine, thread=OuterRef("thread")))


def _among(reach: Reach) -> Q:
    """Everybody reads the activity, or this person is a member today."""
    open_to_all = Q(thread__contribution__activity__visibility=Visibility.PUBLIC)
    return open_to_all | Q(thread__contribution__consultation__in=reach.belongs)


def _running(side: Side) -> QuerySet[Turn]:
    """Turns that run for a side, without those in which a conclusion waits: that is told apart."""
    proposed = Conclusion.objects.filter(thread=OuterRef("thread"), fell_at__isnull=True, sealed_at__isnull=True)
    return Turn.objects.filter(~Exists(proposed), ended_at__isnull=True, side=side.value)


def _turns(rows: QuerySet[Turn], closed: Calendars) -> Iterator[Waiting]:
    found = list(rows.select_related(*NAMED).order_by("since", "pk"))
    hidden = clock.hidden_of(row.thread_id for row in found)
    for row in found:
        contribution = row.thread.contribution
        consultation = contribution.consultation
        days, times = closed.of(consultation.agency.acronym), hidden.get(row.thread_id, ())
        deadline = clock.of_turn(row, days, consultation.zone, times)
        yield _row(Act.ANSWER, contribution.shown_title, contribution, deadline.due_at, contribution.language)


def _row(act: Act, title: str, contribution: Contribution, due: object, language: str = "") -> Waiting:
    href = reverse("contribution_page", args=[contribution.reference])
    consultation = contribution.consultation
    return Waiting(act, title, href, due, local(consultation, "title"), consultation.zone, language)  # type: ignore[arg-type]
