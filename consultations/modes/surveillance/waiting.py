"""What waits at level VI: for who is invited, for the team and its lead, for officials."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.surveillance.clock import Timed, timed
from consultations.modes.surveillance.models import CheckRound, Finding, FrozenItem, Monitor
from consultations.modes.surveillance.queries import WHOLE
from consultations.modes.surveillance.rounds import State
from incidencia.accounts.models import Person
from incidencia.deadlines.queries import Calendars
from incidencia.web.templatetags.ui import local

STANDING = {"accepted_at__isnull": False, "ended_at__isnull": True}


def to_accept(reach: Reach) -> Asked:
    """Invitations to a team."""
    rows = Monitor.objects.filter(
        email__iexact=reach.person.email, accepted_at__isnull=True, ended_at__isnull=True
    )
    return Asked(rows, _to_accept(rows.select_related("checklist__contribution__consultation")))


def _to_accept(rows: QuerySet[Monitor]) -> Iterator[Waiting]:
    for row in rows:
        contribution = row.checklist.contribution
        title = _("Join the team that checks %(title)s") % {"title": contribution.title}
        href = reverse("monitor_answer", args=[contribution.reference, row.pk])
        yield Waiting(Act.DECIDE, title, href, where=local(contribution.consultation, "title"))


def to_check(reach: Reach) -> Asked:
    """For the team: what is to be collected; for the lead also what is to be announced, sent and published."""
    mine = _mine(reach.person)
    bare = FrozenItem.objects.filter(round=OuterRef("pk"), item__dropped_at__isnull=True).exclude(
        Exists(Finding.objects.filter(frozen=OuterRef("pk")))
    )
    leads = mine.filter(checklist=OuterRef("checklist"), leads=True)
    rows = _rounds().filter(checklist__in=mine.values("checklist"), published_at__isnull=True)
    return Asked(rows, _to_check(rows.annotate(is_bare=Exists(bare), leads=Exists(leads)), reach.closed))


def _to_check(rows: QuerySet[CheckRound], closed: Calendars) -> Iterator[Waiting]:
    for one in timed(rows, closed):
        yield from _of_team(one, leads=one.round.leads)  # type: ignore[attr-defined]


def to_reply(reach: Reach) -> Asked:
    """For officials: findings sent for their reply, with the term."""
    rows = _rounds().filter(
        checklist__contribution__consultation__in=reach.answers, sent_at__isnull=False,
        completed_at__isnull=True, published_at__isnull=True,
    ).exclude(checklist__in=_mine(reach.person).values("checklist"))  # fmt: skip
    return Asked(rows, _to_reply(rows, reach.closed))


def _to_reply(rows: QuerySet[CheckRound], closed: Calendars) -> Iterator[Waiting]:
    for one in timed(rows, closed):
        title = _("Reply to the findings of %(title)s") % {"title": one.round.checklist.contribution.shown_title}
        yield _row(one, Act.ANSWER, title, "reply_desk", one.reply.due_at if one.reply else None)


def _of_team(one: Timed, *, leads: bool) -> Iterator[Waiting]:
    title = one.round.checklist.contribution.title
    state = one.state
    if state is State.COLLECTING and one.round.is_bare:  # type: ignore[attr-defined]
        yield _row(one, Act.SEND, _("Collect: %(title)s") % {"title": title}, "field_page")
    elif state is State.COLLECTING and leads:
        yield _row(one, Act.SEND, _("Send for reply: %(title)s") % {"title": title}, "round_send")
    elif state is State.DESIGNED and leads:
        yield _row(one, Act.SEND, _("Announce the round: %(title)s") % {"title": title}, "round_announce")
    elif one.may_publish and leads:
        yield _row(one, Act.SEND, _("Publish the round: %(title)s") % {"title": title}, "round_publish")


def _row(one: Timed, act: Act, title: str, page: str, due: datetime | None = None) -> Waiting:
    contribution = one.round.checklist.contribution
    href = reverse(page, args=[contribution.reference, one.round.number])
    consultation = contribution.consultation
    return Waiting(act, title, href, due, local(consultation, "title"), consultation.zone)


def _mine(person: Person) -> QuerySet[Monitor]:
    return Monitor.objects.filter(person=person, **STANDING)


def _rounds() -> QuerySet[CheckRound]:
    return CheckRound.objects.select_related(*(f"checklist__{one}" for one in WHOLE)).order_by("pk")
