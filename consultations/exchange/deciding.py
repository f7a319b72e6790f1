"""Passing an offer on, accepting it, declining it with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.exchange import emails
from consultations.exchange.models import Kind, Share
from consultations.exchange.states import State
from consultations.models import Consultation
from consultations.modes.information.queries import public_of
from consultations.rules import convenes
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def share_forward(*, share: Share, by: Person) -> Share:
    """Pass a member's offer on to the other process. Again changes nothing. Raises Refused once it was returned."""
    share = _held(share)
    if share.state in (State.PASSED, State.ACCEPTED):
        return share
    _refuse_unless(share, State.OFFERED)
    _refuse_hidden(share)
    share.forwarded_at, share.forwarded_by, share.forwarded_as = now(), by, _decides(share.source, by)
    share.save(update_fields=["forwarded_at", "forwarded_by", "forwarded_as"])
    emails.share_offered(share)
    return share


@transaction.atomic
def share_accept(*, share: Share, by: Person) -> Share:
    """Accept it: the page of the process shows it with where it comes from. Again changes nothing.

    Raises Refused before it was passed on, once declined, and where not everybody reads it any more (A9).
    """
    share = _held(share)
    if share.state is State.ACCEPTED:
        return share
    _refuse_unless(share, State.PASSED)
    _refuse_hidden(share)
    share.accepted_at, share.accepted_by, share.accepted_as = now(), by, _decides(share.to, by)
    share.save(update_fields=["accepted_at", "accepted_by", "accepted_as"])
    emails.share_accepted(share)
    return share


@transaction.atomic
def share_decline(*, share: Share, reason: str, by: Person) -> Share:
    """Decline it, with a reason the offerer reads: one's own coordination, or the other one once it was passed on.

    Raises Refused without a reason and once it was decided.
    """
    share = _held(share)
    if share.state not in (State.OFFERED, State.PASSED):
        _refuse_unless(share, State.PASSED)
    where = share.source if share.state is State.OFFERED else share.to
    share.ended_as = _decides(where, by)
    share.ended_at, share.ended_by, share.ended_because = now(), by, stated(reason, rule="G28")
    share.save(update_fields=["ended_at", "ended_by", "ended_as", "ended_because"])
    emails.share_declined(share)
    return share


def is_readable(share: Share) -> bool:
    """Whether everybody still reads what is shared. One query at most."""
    if share.kind == Kind.DOCUMENT:
        return (
            share.item is not None and public_of(share.source).filter(item=share.item, item__reserved=False).exists()
        )
    return share.lesson.is_in_library if share.lesson is not None else True


def _decides(consultation: Consultation, by: Person) -> str:
    if not convenes(by, consultation):
        raise Refused(
            "not-convening", _("Whoever convenes the process decides that."), rule="G28", advice=_("Ask them.")
        )
    return of_convener(by, consultation)


def _refuse_unless(share: Share, state: State) -> None:
    if share.state is not state:
        raise Refused("decided", _("That was decided before."), rule="G28", advice=_("Its page says how."))


def _refuse_hidden(share: Share) -> None:
    if not is_readable(share):
        raise Refused(
            "not-public", _("Not everybody reads it any more."), rule="A9",
            advice=_("Decline it, and say that it is no longer public."),
        )  # fmt: skip


def _held(share: Share) -> Share:
    rows = Share.objects.select_for_update(of=("self",)).select_related(
        "source__agency",
        "source__coordinator__person",
        "to__agency",
        "to__coordinator__person",
        "item",
        "lesson",
        "by",
    )
    return rows.get(pk=share.pk)
