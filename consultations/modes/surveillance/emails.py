"""Letters of level VI: to who is invited, to officials, to whoever follows. None bears a shielded name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from consultations.modes.surveillance.clock import Timed
from consultations.modes.surveillance.models import CheckRound, FindingCorrection, FrozenItem, Monitor
from consultations.modes.surveillance.queries import officials_of
from consultations.spine.models import Follower
from incidencia.accounts.models import Person
from incidencia.deadlines.wording import long_day
from incidencia.mail.links import link
from incidencia.mail.services import send


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody invited, with an account or without."""

    email: str
    name: str
    language: str


def monitor_invited(monitor: Monitor) -> None:
    """To who is invited to the team: by whom, to check what, where to answer."""
    known = Person.objects.filter(email__iexact=monitor.email, is_active=True).first()
    contribution = monitor.checklist.contribution
    to = Invited(monitor.email, known.name if known else "", known.language if known else contribution.language)
    address = link("monitor_answer", contribution.reference, monitor.pk, language=to.language)
    _send(
        "monitor_invited", to, monitor.checklist.contribution, f"{monitor.pk}", {"monitor": monitor, "link": address}
    )


def round_announced(row: CheckRound, timed: Timed) -> None:
    """To the officials: what will be checked, from when on."""
    _to_officials("round_announced", "round_page", row, timed.notice.due_on if timed.notice else None)


def round_sent(row: CheckRound, timed: Timed) -> None:
    """To the officials: what was found, and until when they reply."""
    _to_officials("round_sent", "reply_desk", row, timed.reply.due_on if timed.reply else None)


def finding_corrected(row: CheckRound, timed: Timed, correction: FindingCorrection) -> None:
    """To the officials: a finding was corrected, their reply is open again, and until when."""
    _to_officials(
        "finding_corrected", "reply_desk", row, timed.reply.due_on if timed.reply else None, key=f"{correction.pk}",
        item=correction.finding.frozen.number,
    )  # fmt: skip


def round_published(row: CheckRound, worse: Sequence[FrozenItem]) -> None:
    """To whoever follows it and may read it, and to the officials: it is public, and which items turned worse."""
    contribution = row.checklist.contribution
    followers = Follower.objects.filter(contribution=contribution, person__is_active=True).select_related("person")
    readers = {
        one.person for one in followers if one.person.has_perm("consultations.contribution_view", contribution)
    }
    people = readers | set(officials_of(contribution.consultation))
    for person in sorted(people, key=lambda one: one.pk):
        address = link("round_page", contribution.reference, row.number, language=person.language)
        told = {"round": row, "worse": [] if contribution.hidden_at else worse, "link": address}
        _send("round_published", person, contribution, f"{row.pk}", told)


def _to_officials(name: str, page: str, row: CheckRound, due: Any, *, key: str = "", **more: Any) -> None:
    contribution = row.checklist.contribution
    for person in officials_of(contribution.consultation):
        with translation.override(person.language):
            day = long_day(due) if due else ""
        address = link(page, contribution.reference, row.number, language=person.language)
        told = {"round": row, "day": day, "link": address, **more}
        _send(name, person, contribution, key or f"{row.pk}", told)


def _send(name: str, to: Any, contribution: Any, key: str, more: dict[str, Any]) -> None:
    context = {"contribution": contribution, "consultation": contribution.consultation, **more}
    send(f"consultations/emails/{name}", to, context, key=f"{name}:{key}")
