"""The authority replies: item by item in its own column, and says when its reply is complete."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.modes.surveillance.finding.services import frozen_item
from consultations.modes.surveillance.held import held_round
from consultations.modes.surveillance.models import AgencyClaim, CheckRound, Monitor
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked, refuse_too_many
from incidencia.files.services import atomic_with_files, attach_all, remove
from incidencia.web.refusals import Refused

MOST_FILES = 5


def claim_write(
    *, row: CheckRound, number: int, status: str, text: str, base: int, keep: set[int], files: Sequence[Checked],
    by: Person,
) -> AgencyClaim:  # fmt: skip
    """Say what the authority says of item `number`, beside the finding, which it never changes (G33).

    After its term it is taken in too, and shown as late. Raises Refused to who is no official of the process, before
    it was sent, once the reply is complete or the round published, and where a colleague wrote meanwhile.
    """
    with atomic_with_files():
        row = _open(row, by)
        frozen = frozen_item(row, number)
        known = AgencyClaim.objects.filter(frozen=frozen).first()
        if known and not files and (known.status, known.text, known.base) == (status, text, base + 1):
            return known
        if base != (known.base if known else 0):
            raise Refused(
                "overtaken", _("A colleague replied to this item meanwhile."),
                advice=_("What you typed is below. Read what stands, then save yours again."),
            )  # fmt: skip
        claim = known or AgencyClaim(frozen=frozen, first_at=now())
        claim.status, claim.text, claim.base = status, text, base + 1
        claim.at, claim.by = now(), by
        claim.acted_as = of_official(by, row.checklist.contribution.consultation)
        claim.save()
        there = list(claim.attachments.all())
        refuse_too_many([*(one for one in there if one.pk in keep), *files], MOST_FILES)
        gone = [one for one in there if one.pk not in keep]
        claim.attachments.remove(*gone)
        for one in gone:
            remove(one)
        claim.attachments.add(*attach_all(files, by=by, most=MOST_FILES))
        return claim


@transaction.atomic
def reply_complete(*, row: CheckRound, by: Person) -> CheckRound:
    """Say that the reply is complete: the team may publish without waiting for the term. Again changes nothing.

    Raises Refused as `claim_write` does.
    """
    held = held_round(row)
    if held.completed_at is not None and held.published_at is None and _is_official(held, by):
        return held
    row = _open(row, by)
    row.completed_at, row.completed_by = now(), by
    row.completed_as = of_official(by, row.checklist.contribution.consultation)
    row.save(update_fields=["completed_at", "completed_by", "completed_as"])
    return row


def _open(row: CheckRound, by: Person) -> CheckRound:
    """The round, held, while it can be replied to by this person."""
    row = held_round(row)
    if not _is_official(row, by):
        raise Refused(
            "not-an-official", _("Only the officials of this process reply to it."), rule="G33",
            advice=_("What the team found is written in its own column."),
        )  # fmt: skip
    if row.sent_at is None:
        raise Refused("not-sent", _("Nothing was sent for reply yet."), advice=_("You will have a letter."))
    if row.published_at is not None:
        raise Refused(
            "published", _("The round is published: its reply can't change any more."), rule="G31",
            advice=_("Reply in the next round: it asks the items again."),
        )  # fmt: skip
    if row.completed_at is not None:
        raise Refused(
            "complete", _("You said that the reply is complete."), rule="G31", advice=_("It stands as it was given.")
        )
    return row


def _is_official(row: CheckRound, by: Person) -> bool:
    checklist = row.checklist
    team = Monitor.objects.filter(checklist=checklist, person=by, accepted_at__isnull=False, ended_at__isnull=True)
    return is_official_of(by, checklist.contribution.consultation) and not team.exists()
