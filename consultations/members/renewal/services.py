"""Acts on terms: give one, prolong it, let another follow (G20). None is shortened: leaving is another act."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.capacities import of_convener
from consultations.lifecycle import State
from consultations.members.models import Membership, TermChange
from consultations.members.once import refuse_backwards, refuse_twice
from consultations.members.renewal import emails
from consultations.members.tables.term import TermKind
from consultations.models import Consultation
from consultations.services import locked as consultation_locked
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused, stated

LEAST_GIVEN = 60  # days: a term given to who had none does not stand in for a separation (G21)


@transaction.atomic
def term_give(*, membership: Membership, ends_on: date, reason: str, by: Person) -> TermChange:
    """Give a last day to a membership without one, at least LEAST_GIVEN days away; the member gets a letter.

    Raises Refused without reason, once it has an end, for a day that is too near, and after the process ended.
    """
    membership = _held(membership)
    _refuse_over(membership)
    refuse_backwards(ends_on, starts_on=membership.starts_on)
    if membership.ends_on is not None:
        raise Refused(
            "term-given", _("This term has its last day already."), rule="G20", advice=_("Prolong it, or renew it.")
        )
    if ends_on < today() + timedelta(days=LEAST_GIVEN):
        raise Refused(
            "term-too-short",
            ngettext(
                "A term that is given now lasts at least %(n)s day more.",
                "A term that is given now lasts at least %(n)s days more.", LEAST_GIVEN,
            ) % {"n": LEAST_GIVEN},
            rule="G20, G21",
            advice=_("Nobody is separated by a short term. If there is a cause, give notice, with time to reply."),
        )  # fmt: skip
    return _changed(membership, TermKind.GIVEN, membership.starts_on, ends_on, reason, by)


@transaction.atomic
def term_prolong(*, membership: Membership, ends_on: date, reason: str, by: Person) -> TermChange:
    """Let the same term end later; the member gets a letter. Pressed twice it is prolonged once.

    Raises Refused without reason, for a day that is not later, for a term without end or that is over.
    """
    membership = _held(membership)
    _refuse_over(membership)
    _refuse_not_later(membership, ends_on)
    return _changed(membership, TermKind.PROLONGED, membership.starts_on, ends_on, reason, by)


@transaction.atomic
def term_renew(*, membership: Membership, ends_on: date, reason: str, by: Person) -> TermChange:
    """Let another term follow: from the day after the last one, or from today where that has passed.

    A lapsed term stays as it was, and a new membership begins with the same side, capacity, voice and vote. The
    member gets a letter. Raises Refused without reason, for a term without end, for who was separated or takes part
    already, for an end before the beginning, and after the process ended.
    """
    membership = _held(membership)
    _refuse_ended_process(membership)
    if membership.ended_at is not None:
        raise Refused(
            "separated", _("This membership was ended by an act, not by its term."), rule="G21",
            advice=_("Whoever left can be invited again."),
        )  # fmt: skip
    if membership.ends_on is None:
        raise Refused("term-without-end", _("This term has no end."), advice=_("Give it one first."))
    begins_on = membership.ends_on + timedelta(days=1)
    if membership.is_in_force() or begins_on > today():
        _refuse_not_later(membership, ends_on)
        return _changed(membership, TermKind.RENEWED, begins_on, ends_on, reason, by)
    refuse_twice(membership.consultation, membership.person, advice=_("Nothing has to be renewed."))
    refuse_backwards(ends_on)
    return _changed(_another(membership, by), TermKind.RENEWED, today(), ends_on, reason, by)


def _changed(of: Membership, kind: TermKind, begins_on: date, ends_on: date, reason: str, by: Person) -> TermChange:
    said, before = stated(reason, rule="G20"), of.ends_on
    of.ends_on = ends_on
    of.save()
    made = TermChange.objects.create(
        membership=of, kind=kind, before_on=before, begins_on=begins_on, ends_on=ends_on, reason=said, by=by,
        acted_as=of_convener(by, of.consultation),
    )  # fmt: skip
    emails.term_changed(made)
    return made


def _another(lapsed: Membership, by: Person) -> Membership:
    kept = (
        "consultation", "person", "side", "category", "category_other", "organization", "agency", "body", "capacity",
        "appointment", "powers", "voice", "vote",
    )  # fmt: skip
    return Membership(
        **{name: getattr(lapsed, name) for name in kept}, renews=lapsed.first, starts_on=today(), admitted_by=by,
        admitted_as=of_convener(by, lapsed.consultation),
    )  # fmt: skip


def _held(membership: Membership) -> Membership:
    consultation: Consultation = consultation_locked(membership.consultation)
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person", "organization", "agency")
    row: Membership = rows.get(pk=membership.pk)
    row.consultation = consultation
    return row


def _refuse_over(membership: Membership) -> None:
    _refuse_ended_process(membership)
    if not membership.is_in_force() and membership.starts_on <= today():
        raise Refused(
            "membership-over", _("This membership is over."), rule="G20",
            advice=_("If its term ran out, renew it: another term begins."),
        )  # fmt: skip


def _refuse_ended_process(membership: Membership) -> None:
    if membership.consultation.state is State.CONCLUDED:
        raise Refused(
            "process-concluded", _("The process has concluded, and the terms of its members with it."),
            advice=_("There is no term to change."),
        )  # fmt: skip


def _refuse_not_later(membership: Membership, ends_on: date) -> None:
    if membership.ends_on is None:
        raise Refused("term-without-end", _("This term has no end."), advice=_("Give it one first."))
    refuse_backwards(ends_on, starts_on=membership.starts_on)
    if ends_on <= membership.ends_on:
        raise Refused(
            "term-not-later", _("The new last day is not later than the one it has."), rule="G20, G21",
            advice=_("A term is not shortened. Write a later day; if there is a cause to separate, give notice."),
        )  # fmt: skip
