"""Convening a group, which needs nobody's permission, and closing it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.groups.holding import held
from consultations.groups.kinds import Kind
from consultations.groups.models import Belonging, Group
from consultations.groups.standing import (
    CONVENE,
    belonging_of,
    capacity_of,
    coordinates_or_refused,
    has_coordination,
    membership_in,
)
from consultations.lifecycle import State
from consultations.members.models import Membership
from consultations.models import Consultation
from consultations.services import locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def group_convene(*, consultation: Consultation, values: Mapping[str, Any], by: Person, key: str) -> Group:
    """Convene a group; whoever does belongs to it and coordinates it (G26). Sent again with the same `key`: the same.

    Raises Refused for who is no member of either side, for a caucus of the other side, and once the process ended.
    """
    consultation = locked(consultation)
    key = own_key(key, by, consultation.pk)
    if known := Group.objects.filter(key=key, by=by).first():
        return known
    membership = _may_convene(consultation, by)
    side = _side(values, membership)
    last = consultation.groups.aggregate(last=Max("place"))["last"] or 0
    at, acted_as = now(), capacity_of(membership)
    told = {name: values[name] for name in ("kind", "readers", "joining", "name", "purpose", "language")}
    group = Group.objects.create(
        consultation=consultation, place=last + 1, side=side, key=key, at=at, by=by, acted_as=acted_as,
        objection_days=values.get("objection_days") or 2, **told,
    )  # fmt: skip
    Belonging.objects.create(
        group=group, membership=membership, person=by, at=at, by=by, acted_as=acted_as, joined_at=at, admitted_by=by,
        admitted_as=acted_as, coordinates=True,
    )  # fmt: skip
    return group


@transaction.atomic
def group_close(*, group: Group, reason: str, by: Person) -> Group:
    """Close it, with a reason its readers read; what it did stays as it was. Raises Refused. Again changes nothing.

    Its coordination closes it; where nobody coordinates it any more, any of its members.
    """
    group = held(group, working=False)
    if not group.is_open:
        return group
    belonging = _may_close(group, by)
    group.closed_at, group.closed_by, group.closed_because = now(), by, stated(reason, rule="G26")
    group.closed_as = capacity_of(belonging.membership)
    group.save(update_fields=["closed_at", "closed_by", "closed_as", "closed_because"])
    Belonging.objects.pending().filter(group=group).update(
        ended_at=group.closed_at, ended_by=by, ended_as=group.closed_as, ended_because=group.closed_because
    )
    return group


def _may_convene(consultation: Consultation, by: Person) -> Membership:
    membership = membership_in(consultation, by)
    if membership is None or membership.side not in CONVENE:
        raise Refused(
            "not-a-member", _("Members of either side convene groups."), rule="G26",
            advice=_("Apply to take part in the process first."),
        )  # fmt: skip
    if consultation.state in (State.DRAFT, State.CONCLUDED):
        raise Refused(
            "not-now",
            _("Groups work while the process does: it is “%(state)s”.") % {"state": consultation.state.label},
            rule="G26", advice=_("What groups told stays on the page of the process."),
        )  # fmt: skip
    return membership


def _side(values: Mapping[str, Any], membership: Membership) -> str:
    """The side of the group: none for a working group; a caucus has that of whoever convenes it."""
    kind = Kind(values["kind"])
    asked = str(values.get("side") or "")
    if kind is Kind.WORKING:
        return ""
    if kind is Kind.CAUCUS:
        asked = asked or membership.side
    if asked and asked != membership.side:
        raise Refused(
            "other-side", _("You can convene a group of one side for your own side alone."), rule="G26",
            advice=_("Let both sides join, or leave it to a member of that side."),
        )  # fmt: skip
    return asked


def _may_close(group: Group, by: Person) -> Belonging:
    if not has_coordination(group) and (row := belonging_of(group, by)):
        return row
    return coordinates_or_refused(group, by)
