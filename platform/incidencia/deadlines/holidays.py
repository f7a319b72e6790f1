"""The statutory days off of Mexico, year by year, without end."""

from datetime import date
from functools import lru_cache

from holidays import HolidayBase, country_holidays


@lru_cache(maxsize=2)
def _mexico(language: str = "es") -> HolidayBase:
    # Years are filled in as they are asked for.
    return country_holidays("MX", language=language)


class Statutory:
    """The days on which labour law rests: a container that knows any year."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _mexico()

    def name(self, day: date, language: str = "es") -> str:
        """Promise the name of a day off, in Spanish or English ("en"); empty if `day` is none."""
        return str(_mexico("en_US" if language.startswith("en") else "es").get(day, ""))

    def of(self, year: int) -> list[date]:
        """Promise the days off of `year`, in order."""
        return sorted(country_holidays("MX", years=year))


STATUTORY = Statutory()
