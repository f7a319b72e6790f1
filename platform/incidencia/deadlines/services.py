"""Publishing and taking back the days on which an agency is closed."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from incidencia.clock import now
from incidencia.deadlines.calendar import is_business_day
from incidencia.deadlines.models import ClosedDay
from incidencia.deadlines.queries import closed_days
from incidencia.web.refusals import Refused

LONGEST = 62  # days from the first to the last of one publication


def today() -> date:
    """Promise the present day where the institutions work (DEFAULT_ZONE)."""
    return now().astimezone(ZoneInfo(settings.DEFAULT_ZONE)).date()


def close_days(
    *, agency: str, first: date, last: date | None, ground: str, gazette: str, by: Any
) -> list[ClosedDay]:
    """Publish that the agency with this acronym is closed from `first` to `last`; on `first` alone without it.

    Days that do not count anyway (weekends, statutory days, those published before) are left out. Raises Refused for
    days that are over, a span above LONGEST, nothing left to close, a missing ground or publication.
    """
    ground, gazette, last = ground.strip(), gazette.strip(), last or first
    _refuse_wrong_span(first, last)
    _refuse_unfounded(ground, gazette)
    try:
        with transaction.atomic():
            closed = closed_days(agency)
            days = [first + timedelta(n) for n in range((last - first).days + 1)]
            new = [day for day in days if is_business_day(day, closed)]
            if not new:
                raise _closed_already()
            return ClosedDay.objects.bulk_create(
                ClosedDay(agency=agency, date=day, ground=ground, gazette=gazette, added_by_id=by.pk) for day in new
            )
    except IntegrityError as error:  # somebody published one of them at this very moment
        raise _closed_already() from error


def closed_day_withdraw(*, day: ClosedDay, reason: str, by: Any) -> None:
    """Take back a day that has not come yet; it stays in the list of those taken back. Raises Refused."""
    if not reason.strip():
        raise Refused("reason_needed", _("It is not said why."), advice=_("Write the reason: everybody can read it."))
    if day.date <= today():
        raise Refused(
            "day_over",
            _("This day has come: terms were counted with it."),
            _("What has been counted does not change afterwards (G8.I)."),
        )
    done = ClosedDay.objects.filter(pk=day.pk, withdrawn_at=None).update(
        withdrawn_at=now(), withdrawn_by_id=by.pk, withdrawn_because=reason.strip()
    )
    if not done:
        raise Refused("withdrawn_already", _("This day was taken back already."))


def _refuse_wrong_span(first: date, last: date) -> None:
    if last < first:
        raise Refused("ends_before", _("The last day is before the first one."), advice=_("Exchange the two days."))
    if (last - first).days >= LONGEST:
        raise Refused(
            "too_long",
            _("At most %(days)s days can be closed at once.") % {"days": LONGEST},
            advice=_("Publish each period by itself, with its ground."),
        )
    if first < today():
        raise Refused(
            "day_over",
            _("The first day is over: terms were counted without it."),
            _("Closed days are published before they come, so that nobody's term moves afterwards (G8.I)."),
            _("For what was unforeseen, pause the duties concerned and say why."),
        )


def _refuse_unfounded(ground: str, gazette: str) -> None:
    if not ground:
        raise Refused("ground_needed", _("The ground is missing."), advice=_("Say why the agency is closed."))
    if not gazette:
        raise Refused(
            "publication_needed",
            _("It is not said where this was published."),
            _("A day counts as closed once that is published (G7)."),
            _("Name the gazette and its date, or the address of the notice."),
        )


def _closed_already() -> Refused:
    return Refused(
        "closed_already",
        _("These days do not count already: weekend, statutory days off, or published before."),
        advice=_("The list of closed days shows them."),
    )
