"""The statutory days off of Mexico, year by year, without end."""

from datetime import date
from functools import lru_cache

from holidays import HolidayBase, country_holidays


@lru_cache(maxsize=1)
def _mexico() -> HolidayBase:
    # Years are filled in as they are asked for.
    return country_holidays("MX", language="es")


class Statutory:
    """The days on which labour law rests: a container that knows any year."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _mexico()

    def name(self, day: date) -> str:
        """Promise the Spanish name of a day off, empty if `day` is none."""
        return str(_mexico().get(day, ""))


STATUTORY = Statutory()
