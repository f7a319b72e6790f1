"""The day it is where the people of the tests live: near midnight it is not that of UTC."""

from datetime import date
from zoneinfo import ZoneInfo

from incidencia.clock import now

ZONE = ZoneInfo("America/Mexico_City")


def local_day() -> date:
    """Today, as an official in Mexico City writes it."""
    return now().astimezone(ZONE).date()
