"""A round is planned, announced with its items frozen, sent for reply, published. Time does the rest."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.activities.window import State as Window
from consultations.modes.surveillance import emails, queries
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.following import worse_in
from consultations.modes.surveillance.held import as_lead, held, held_round
from consultations.modes.surveillance.holding.frozen import frozen_of
from consultations.modes.surveillance.models import Checklist, CheckRound, FindingAnswer, FrozenItem
from consultations.modes.surveillance.rounds import State
from consultations.spine.services import digest, step_carry
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def round_plan(*, checklist: Checklist, notice_days: int, reply_days: int, by: Person) -> CheckRound:
    """Plan the next round with its terms. Raises Refused while another is under way or the activity is not open."""
    checklist = held(checklist)
    lead = as_lead(checklist, by)
    _refuse_hidden(checklist)
    activity = checklist.contribution.activity
    if activity is None or activity.state is not Window.OPEN:
        raise Refused(
            "closed", _("No round begins here any more: the activity is not open."), rule="G27.III",
            advice=_("What is under way is finished. Ask who convenes to open another activity."),
        )  # fmt: skip
    if checklist.rounds.filter(published_at__isnull=True).exists():
        raise Refused(
            "round-under-way", _("A round is planned or under way."), rule="G33",
            advice=_("Publish it before you plan the next one."),
        )  # fmt: skip
    last = checklist.rounds.aggregate(last=Max("number"))["last"] or 0
    return CheckRound.objects.create(
        checklist=checklist, number=last + 1, notice_days=notice_days, reply_days=reply_days, designed_at=now(),
        designed_by=by, designed_as=lead.capacity,
    )  # fmt: skip


@transaction.atomic
def round_announce(*, row: CheckRound, by: Person) -> CheckRound:
    """Announce it to the authority: its items are frozen and hashed, the notice runs. Again changes nothing.

    Raises Refused without items.
    """
    row = held_round(row)
    lead = as_lead(row.checklist, by)
    _refuse_hidden(row.checklist)
    if row.announced_at is not None:
        return row
    items = queries.standing_items(row.checklist)
    if not items:
        raise Refused(
            "no-items", _("A round without items asks nothing."), rule="G11.VI",
            advice=_("Add at least one item, then announce it."),
        )  # fmt: skip
    frozen = FrozenItem.objects.bulk_create(
        FrozenItem(round=row, item=one, number=one.number, **{name: getattr(one, name) for name in COLUMNS})
        for one in items
    )
    row.announced_at, row.announced_by, row.announced_as = now(), by, lead.capacity
    row.hash = digest(frozen_of(row, frozen))
    row.save(update_fields=["announced_at", "announced_by", "announced_as", "hash"])
    emails.round_announced(row, timed_one(row))
    return row


@transaction.atomic
def round_send(*, row: CheckRound, by: Person) -> CheckRound:
    """Send what was found to the authority for its reply; from now on findings are corrected with reasons only.

    Again changes nothing. Raises Refused before the notice is over, and while an item has no finding.
    """
    row = held_round(row)
    lead = as_lead(row.checklist, by)
    if row.sent_at is not None:
        return row
    if timed_one(row).state is not State.COLLECTING:
        raise Refused(
            "notice-runs", _("The authority still has its notice: nothing is collected yet."), rule="G11.VI",
            advice=_("The page of the round says from when on."),
        )  # fmt: skip
    asked = [one for one in queries.asked_in(row, findings=True) if not one.is_dropped]
    missing = [one.number for one in asked if not hasattr(one, "finding")]
    if missing:
        said = ngettext(
            "Item %(numbers)s has no finding yet.", "Items %(numbers)s have no finding yet.", len(missing)
        ) % {"numbers": ", ".join(map(str, missing))}  # fmt: skip
        advice = _("Write one for each: “not verifiable” and “not due yet” are findings too. Or drop the item.")
        raise Refused("findings-missing", said, rule="G33", advice=advice)
    if not asked:
        raise Refused(
            "no-items", _("Every item of this round was dropped."), advice=_("There is nothing to reply to.")
        )
    row.sent_at, row.sent_by, row.sent_as = now(), by, lead.capacity
    row.save(update_fields=["sent_at", "sent_by", "sent_as"])
    emails.round_sent(row, timed_one(row))
    return row


@transaction.atomic
def round_publish(*, row: CheckRound, by: Person) -> CheckRound:
    """Publish findings, replies and score; what was found done is verified on every trail it came from (A2, G33).

    What moderation hides is published too, and stays hidden: hiding its words must not hold back a finding (G31).
    Again changes nothing. Raises Refused before the reply is complete or its term over.
    """
    row = held_round(row)
    lead = as_lead(row.checklist, by)
    if row.published_at is not None:
        return row
    if not timed_one(row).may_publish:
        raise Refused(
            "reply-runs",
            _("The authority can still reply: its term runs, and it has not said that its reply is complete."),
            rule="G33",
            advice=_("The page of the round says until when. From then on it can be published, reply or not."),
        )  # fmt: skip
    row.published_at, row.published_by, row.published_as = now(), by, lead.capacity
    row.save(update_fields=["published_at", "published_by", "published_as"])
    items = queries.asked_in(row, findings=True)
    done = {
        one.reference
        for one in items
        if one.reference and not one.is_dropped and one.finding.answer == FindingAnswer.YES
    }
    reference = row.checklist.contribution.reference
    for decision in sorted(done):
        step_carry(
            decision, Step.VERIFIED, consultation=row.checklist.contribution.consultation, act=reference, by=by,
            acted_as=lead.capacity,
        )  # fmt: skip
    emails.round_published(row, worse_in(row, items))
    return row


def _refuse_hidden(checklist: Checklist) -> None:
    if checklist.contribution.hidden_at is not None:
        raise Refused(
            "hidden", _("It is hidden by moderation."), rule="G31",
            advice=_("Its author can appeal once; if the appeal is upheld it stands again."),
        )  # fmt: skip
