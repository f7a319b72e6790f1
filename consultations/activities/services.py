"""Acts on an activity: drafted, published, extended with a reason, cancelled with a reason."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.activities.holding import held
from consultations.activities.models import Activity, Extension
from consultations.activities.window import State
from consultations.capacities import of_convener
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.table import MODES
from consultations.services import locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated
from incidencia.web.templatetags.ui import local


@transaction.atomic
def activity_new(*, consultation: Consultation, level: Level, values: Mapping[str, Any], by: Person) -> Activity:
    """Draft an activity; nobody else sees it before it is published. Raises Refused for a level not chosen (G13)."""
    consultation = locked(consultation)
    if not consultation.levels.filter(level=level.value).exists():
        raise Refused(
            "level-not-chosen",
            _("%(level)s is not among the levels of this process.") % {"level": level.label},
            rule="G13",
            advice=_("Choose one of its levels, or correct the call first."),
        )
    last = consultation.activities.aggregate(last=Max("place"))["last"] or 0
    return Activity.objects.create(
        consultation=consultation, level=level.value, place=last + 1, created_by=by,
        created_as=of_convener(by, consultation), **values,
    )  # fmt: skip


@transaction.atomic
def activity_change(*, activity: Activity, values: Mapping[str, Any], by: Person) -> Activity:
    """Change a draft. Raises Refused once it is published: people rely on what it said."""
    activity = held(activity)
    _refuse_unless(activity, State.DRAFT, _("It is published: people rely on what it says."))
    for name, value in values.items():
        setattr(activity, name, value)
    activity.save()
    return activity


@transaction.atomic
def activity_publish(*, activity: Activity, by: Person) -> Activity:
    """Put it before everybody. Raises Refused naming what is missing (G27.III). Again changes nothing."""
    activity = held(activity)
    if activity.published_at is not None:
        return activity
    missing = unready(activity)
    if missing:
        raise Refused(
            "activity-unready",
            _("It can't be published yet: %(missing)s.") % {"missing": "; ".join(missing)},
            rule="G27.III",
            advice=_("Complete it and publish it then."),
        )
    activity.published_at, activity.published_by = now(), by
    activity.published_as = of_convener(by, activity.consultation)
    activity.save(update_fields=["published_at", "published_by", "published_as"])
    return activity


@transaction.atomic
def activity_extend(*, activity: Activity, until: datetime, reason: str, by: Person) -> Activity:
    """Close later, for everybody alike, with a reason. Raises Refused once it closed, or for an earlier instant."""
    activity = held(activity)
    if activity.closes_at is None or activity.state not in (State.COMING, State.OPEN):
        raise Refused(
            "nothing-to-extend",
            _("This activity can't be extended: it is not open any more, or has no closing."),
            rule="G27.III",
            advice=_("Open another activity and say why."),
        )
    if until <= activity.closes_at:
        raise Refused(
            "not-later", _("The new closing is not later than the present one."), advice=_("Choose a later instant.")
        )
    Extension.objects.create(
        activity=activity, before=activity.closes_at, after=until, reason=stated(reason), by=by,
        acted_as=of_convener(by, activity.consultation),
    )  # fmt: skip
    activity.closes_at = until
    activity.save(update_fields=["closes_at"])
    return activity


@transaction.atomic
def activity_cancel(*, activity: Activity, reason: str, by: Person) -> Activity:
    """Cancel it, with a reason everybody reads. What was received is still owed its answer. Raises Refused."""
    activity = held(activity)
    if activity.state not in (State.COMING, State.OPEN):
        raise Refused("nothing-to-cancel", _("Only what is open or about to open can be cancelled."))
    activity.cancelled_at, activity.cancelled_by, activity.cancelled_because = now(), by, stated(reason)
    activity.cancelled_as = of_convener(by, activity.consultation)
    activity.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_as", "cancelled_because"])
    return activity


def unready(activity: Activity) -> list[str]:
    """What is missing before it can be published, in words; empty when nothing is."""
    missing = [] if local(activity, "promise") else [_("what will be done with what is sent")]
    missing += [] if activity.promised_by else [_("who promises it")]
    if activity.closes_at is not None and activity.closes_at <= now():
        missing.append(_("a closing that has not passed"))
    return [*missing, *MODES[Level(activity.level)].missing(activity)]


def _refuse_unless(activity: Activity, state: State, why: str) -> None:
    if activity.state is not state:
        raise Refused("not-now", why, rule="G27.III", advice=_("Extend it, cancel it, or open another one."))
