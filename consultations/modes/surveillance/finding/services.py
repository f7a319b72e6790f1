"""What was found of an item: written by the team, corrected freely until it is sent, with reasons afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.surveillance import emails
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.held import as_monitor, held_round
from consultations.modes.surveillance.models import (
    CheckRound,
    FieldDraft,
    Finding,
    FindingAnswer,
    FindingCorrection,
    FrozenItem,
    Monitor,
)
from consultations.modes.surveillance.rounds import SENT, State
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked, refuse_too_many
from incidencia.files.services import atomic_with_files, attach_all, remove
from incidencia.web import times
from incidencia.web.refusals import Refused, stated

MOST_FILES = 5
LONGEST = 20_000
WORDS = ("answer", "found", "link", "place", "on")
SAYS = (FindingAnswer.YES, FindingAnswer.PARTLY, FindingAnswer.NO)  # these rest on evidence


def finding_write(
    *, row: CheckRound, number: int, values: Mapping[str, Any], base: int, keep: set[int], files: Sequence[Checked],
    by: Person,
) -> Finding:  # fmt: skip
    """Write what was found of item `number`, or change it. `base` is the edit that was read, 0 for none.

    The draft of it is gone afterwards. The very same again changes nothing. Raises Refused to anybody who is not of
    the team, outside the time of collecting, without the evidence an item requires, for a day to come or before
    collecting began, and where somebody of the team wrote meanwhile.
    """
    with atomic_with_files():
        row = held_round(row)
        monitor = as_monitor(row.checklist, by)
        _refuse_time(row)
        frozen = frozen_item(row, number)
        known = Finding.objects.filter(frozen=frozen).first()
        if known is not None and _says_the_same(known, values, monitor, base) and not files:
            return known
        _refuse_overtaken(known, base)
        _refuse_day(row, values["on"])
        finding = known or Finding(frozen=frozen)
        finding.base = base + 1
        _set(finding, values, monitor, by)
        finding.save()
        _files(finding, keep, files, by)
        _refuse_bare(frozen, finding)
        FieldDraft.objects.filter(frozen=frozen, person=by).delete()
        return finding


def finding_correct(
    *, row: CheckRound, number: int, values: Mapping[str, Any], base: int, reason: str, files: Sequence[Checked],
    by: Person,
) -> Finding:  # fmt: skip
    """Correct a finding after the authority has it: the old answer and words are kept beside the reason (G31).

    The reply is open again and its whole term runs anew, so that nothing is published that it could not reply to.
    Raises Refused as `finding_write` does, without a reason, before it was sent, once the round is published, and
    where nothing changes.
    """
    with atomic_with_files():
        row = held_round(row)
        monitor = as_monitor(row.checklist, by)
        if row.sent_at is None:
            advice = _("Change the finding itself.")
            raise Refused("not-sent", _("It was not sent to the authority yet."), advice=advice)
        if row.published_at is not None:
            raise Refused(
                "published", _("The round is published: nobody could reply to a correction any more."), rule="G33",
                advice=_("Correct it in the next round: it asks the item again."),
            )  # fmt: skip
        frozen = frozen_item(row, number)
        finding = Finding.objects.filter(frozen=frozen).first()
        if finding is None:
            raise Refused("no-finding", _("Nothing was found of this item."), advice=_("Look at another one."))
        _refuse_overtaken(finding, base)
        _refuse_day(row, values["on"])
        if not files and all(getattr(finding, name) == values[name] for name in WORDS):
            raise Refused(
                "nothing-changed", _("Nothing changed."), advice=_("Change something, or leave it as it is.")
            )
        made = FindingCorrection.objects.create(
            finding=finding, answer_before=finding.answer, found_before=finding.found,
            link_before=finding.link, reason=stated(reason), at=now(), monitor=monitor, by=by,
            acted_as=monitor.capacity,
        )  # fmt: skip
        for name in WORDS:
            setattr(finding, name, values[name])
        finding.base += 1
        finding.save()
        _files(finding, set(finding.attachments.values_list("pk", flat=True)), files, by)
        _refuse_bare(frozen, finding)
        _reopen(row, made)
        return finding


@transaction.atomic
def draft_keep(*, row: CheckRound, number: int, typed: Mapping[str, str], by: Person) -> FieldDraft:
    """Keep what a monitor typed so far, right or wrong. Raises Refused to anybody else, and once it was sent."""
    as_monitor(row.checklist, by)
    if timed_one(row).state is not State.COLLECTING:
        _refuse_time(row)
    fields = {name: str(typed.get(name, ""))[:LONGEST].replace("\x00", "") for name in WORDS}
    made, _created = FieldDraft.objects.update_or_create(
        frozen=frozen_item(row, number), person=by, defaults={"fields": fields, "saved_at": now()}
    )
    return made


def frozen_item(row: CheckRound, number: int) -> FrozenItem:
    """Promise an item of a round that was not dropped. One query. Raises Refused."""
    found = FrozenItem.objects.filter(round=row, number=number).select_related("item").first()
    if found is not None:
        found.round = row
    if found is None or found.is_dropped:
        raise Refused(
            "no-such-item", _("This round does not ask that item, or it was dropped."),
            advice=_("Choose one of the items of the round."),
        )  # fmt: skip
    return found


def _reopen(row: CheckRound, correction: FindingCorrection) -> None:
    """The reply is not complete any more; the officials are told until when they reply (the clock reads the term)."""
    row.completed_at, row.completed_by, row.completed_as = None, None, ""
    row.save(update_fields=["completed_at", "completed_by", "completed_as"])
    emails.finding_corrected(row, timed_one(row), correction)


def _set(finding: Finding, values: Mapping[str, Any], monitor: Monitor, by: Person) -> None:
    for name in WORDS:
        setattr(finding, name, values[name])
    finding.monitor, finding.by, finding.acted_as, finding.at = monitor, by, monitor.capacity, now()


def _files(finding: Finding, keep: set[int], files: Sequence[Checked], by: Person) -> None:
    there = list(finding.attachments.all())
    refuse_too_many([*(one for one in there if one.pk in keep), *files], MOST_FILES)
    gone = [one for one in there if one.pk not in keep]
    finding.attachments.remove(*gone)
    for one in gone:
        remove(one)
    finding.attachments.add(*attach_all(files, by=by, most=MOST_FILES))


def _says_the_same(known: Finding, values: Mapping[str, Any], monitor: Monitor, base: int) -> bool:
    """Sent twice by a slow line: the edit after `base` is this very one."""
    same = all(getattr(known, name) == values[name] for name in WORDS)
    return same and known.monitor_id == monitor.pk and known.base == base + 1


def _refuse_time(row: CheckRound) -> None:
    state = timed_one(row).state
    if state in SENT:
        raise Refused(
            "sent", _("It was sent to the authority: it can't be changed in silence."), rule="G31",
            advice=_("Correct it: the correction says why, and keeps the old answer."),
        )  # fmt: skip
    if state is not State.COLLECTING:
        raise Refused(
            "notice-runs", _("The authority still has its notice: nothing is collected yet."), rule="G11.VI",
            advice=_("The page of the round says from when on."),
        )  # fmt: skip


def _refuse_overtaken(known: Finding | None, base: int) -> None:
    if base != (known.base if known else 0):
        raise Refused(
            "overtaken", _("Somebody of the team wrote about this item meanwhile."),
            advice=_("What you typed is below. Read what stands on the page of the round, then save yours again."),
        )  # fmt: skip


def _refuse_day(row: CheckRound, on: date) -> None:
    zone = times.zone_of(row.checklist.contribution.consultation.zone)
    if on > now().astimezone(zone).date():
        raise Refused("to-come", _("That day is still to come."), advice=_("Say on which day it was checked."))
    begins = timed_one(row).instants.collects_from
    if begins is not None and on < begins.astimezone(zone).date():
        raise Refused(
            "before-collecting", _("That day the authority still had its notice: nothing was collected yet."),
            rule="G11.VI",
            advice=_("Say on which day it was checked, from %(day)s on. What was seen earlier belongs in the text.")
            % {"day": times.long_day(begins, zone)},
        )  # fmt: skip


def _refuse_bare(frozen: FrozenItem, finding: Finding) -> None:
    if not frozen.evidence or finding.answer not in SAYS:
        return
    if not finding.link and not finding.attachments.exists():
        raise Refused(
            "evidence-needed", _("This item requires evidence: a file, or the address of a document."), rule="G33",
            advice=_("Attach it, or answer “not verifiable” and say why."),
        )  # fmt: skip
