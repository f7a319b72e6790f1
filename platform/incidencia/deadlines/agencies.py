"""What this room asks of higher ones, by the dotted paths of `wiring.CLOSED_DAYS`."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def agency_named(acronym: str) -> Any:
    """Promise the agency with this acronym, which has `acronym`, `name_es`, `name_en`; None: there is none."""
    return _asked("agency_named")(acronym)


def agencies() -> Iterable[Any]:
    """Promise every agency, by acronym."""
    found: Iterable[Any] = _asked("agencies")()
    return found


def may_close(user: Any, agency: Any) -> bool:
    """Whether `user` publishes the closed days of `agency`."""
    return bool(_asked("may_close")(user, agency))


def _asked(name: str) -> Any:
    return import_string(settings.CLOSED_DAYS[name])
