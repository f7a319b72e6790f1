"""Hiding, appealing once, deciding by another person, taking it back. Each is one transaction and one letter."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.moderation import emails
from consultations.moderation.models import Hiding, Rule
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def contribution_hide(
    *, contribution: Contribution, rule: Rule, reason: str, by: Person, part: int = 0,
    part_author: Person | None = None,
) -> Hiding:  # fmt: skip
    """Hide its words from everybody but its author and the officials, who still owe it an answer (G8.I).

    With `part` only those of one post of a thread, written by `part_author`. The author is told rule and reason.
    Raises Refused without a reason, and where it is hidden already.
    """
    contribution = _held(contribution)
    if Hiding.objects.filter(contribution=contribution, part=part, lifted_at__isnull=True).exists():
        raise Refused("hidden-already", _("It is hidden already."), advice=_("The public log says why."))
    made = Hiding.objects.create(
        contribution=contribution, rule=rule, reason=stated(reason), at=now(), by=by,
        acted_as=of_official(by, contribution.consultation), part=part, part_author=part_author if part else None,
    )  # fmt: skip
    if not part:
        contribution.hidden_at = made.at
        contribution.save(update_fields=["hidden_at"])
    emails.contribution_hidden(made)
    return made


@transaction.atomic
def hiding_appeal(*, hiding: Hiding, text: str) -> Hiding:
    """Ask once that it be looked at again, by somebody else. Raises Refused the second time, and once decided."""
    hiding = _held_hiding(hiding)
    if not hiding.can_be_appealed:
        raise Refused(
            "appealed-already", _("It was appealed or decided already."), rule="G8.II",
            advice=_("The public log says where it stands."),
        )  # fmt: skip
    hiding.appeal, hiding.appealed_at = stated(text), now()
    hiding.save(update_fields=["appeal", "appealed_at"])
    return hiding


@transaction.atomic
def hiding_decide(*, hiding: Hiding, stands_again: bool, reason: str, by: Person) -> Hiding:
    """Decide the appeal, with reasons; the author is told. Raises Refused for whoever hid it (G8.II)."""
    hiding = _held_hiding(hiding)
    if not hiding.waits:
        raise Refused("no-appeal", _("No appeal waits here."), advice=_("The public log says where it stands."))
    if hiding.by_id == by.pk:
        raise Refused(
            "own-act", _("Who hid it does not decide the appeal."), rule="G8.II",
            advice=_("Another official of this process decides."),
        )  # fmt: skip
    return _decided(hiding, stands_again, reason, by)


@transaction.atomic
def hiding_lift(*, hiding: Hiding, reason: str, by: Person) -> Hiding:
    """Take it back without an appeal: it was a mistake, or what offended is gone. Raises Refused once decided."""
    hiding = _held_hiding(hiding)
    if hiding.decided_at is not None or hiding.waits:
        raise Refused(
            "decided", _("It was decided, or its appeal waits."), rule="G8.II",
            advice=_("Another official decides the appeal."),
        )  # fmt: skip
    return _decided(hiding, True, reason, by)


def _decided(hiding: Hiding, stands_again: bool, reason: str, by: Person) -> Hiding:
    contribution = hiding.contribution
    hiding.decision, hiding.decided_at, hiding.decided_by = stated(reason), now(), by
    hiding.decided_as = of_official(by, contribution.consultation)
    if stands_again:
        hiding.lifted_at = hiding.decided_at
        if not hiding.part:
            contribution.hidden_at = None
            contribution.save(update_fields=["hidden_at"])
    hiding.save()
    emails.hiding_decided(hiding)
    return hiding


def _held(contribution: Contribution) -> Contribution:
    rows = Contribution.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person", "author"
    )
    return rows.get(pk=contribution.pk)


def _held_hiding(hiding: Hiding) -> Hiding:
    row = Hiding.objects.select_for_update(of=("self",)).get(pk=hiding.pk)
    row.contribution = _held(row.contribution)
    return row
