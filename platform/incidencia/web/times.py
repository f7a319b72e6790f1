"""Instants as people read them: in a named zone, in the language of the page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from django.conf import settings
from django.utils.translation import get_language, gettext

Moment = datetime | date


@lru_cache(maxsize=8)
def locale(language: str | None) -> Locale:
    """Promise Babel's locale for a language of Django's (`es-mx`, `en`)."""
    return Locale.parse((language or settings.LANGUAGE_CODE).replace("-", "_"), sep="_")


def zone_of(zone: object) -> ZoneInfo:
    """Promise the zone named by `zone`, or by its attribute `zone`; the default zone when there is none."""
    name = zone if isinstance(zone, str) else getattr(zone, "zone", None)
    try:
        return ZoneInfo(str(name or settings.DEFAULT_ZONE))
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.DEFAULT_ZONE)


def within(moment: Moment, zone: object) -> Moment:
    """Promise the instant on the clocks of `zone`; a date stays what it is."""
    return moment.astimezone(zone_of(zone)) if isinstance(moment, datetime) else moment


def zone_name(zone: object) -> str:
    """Promise the name people know a zone by: "hora de Ciudad de México"."""
    return _zone_name(str(zone_of(zone)), get_language())


def long_day(moment: Moment, zone: object) -> str:
    """Promise weekday and date: "sábado, 14 de marzo de 2026"."""
    return format_date(within(moment, zone), "full", locale=locale(get_language()))


def short_day(moment: Moment, zone: object) -> str:
    """Promise the date without its weekday: "14 de marzo de 2026"."""
    return format_date(within(moment, zone), "long", locale=locale(get_language()))


def hour(moment: datetime, zone: object) -> str:
    """Promise hour and minute, on 24 hours: "10:00"."""
    return format_time(moment.astimezone(zone_of(zone)), "HH:mm", tzinfo=zone_of(zone), locale=locale(get_language()))


def part(moment: Moment, zone: object, pattern: str) -> str:
    """Promise one part of a date by its CLDR pattern: `d`, `MMMM`, `EEEE`."""
    return format_date(within(moment, zone), pattern, locale=locale(get_language()))


def span(length: timedelta | int) -> str:
    """Promise a length in hours and minutes: "1 h 30 min". An `int` is minutes."""
    minutes = length if isinstance(length, int) else round(length.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    said = [f"{hours}\N{NO-BREAK SPACE}h"] if hours else []
    if rest or not hours:
        said.append(f"{rest}\N{NO-BREAK SPACE}min")
    return " ".join(said)


@lru_cache(maxsize=256)
def _zone_name(name: str, language: str | None) -> str:
    if name == "UTC":
        return gettext("universal time, UTC")
    city = get_timezone_location(ZoneInfo(name), locale=locale(language), return_city=True)
    return gettext("%(city)s time") % {"city": city}
