"""Time zones people can choose: those of Mexico first, then the rest of the world by region."""

from functools import lru_cache
from zoneinfo import available_timezones

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# The zones of Mexico as the tz database has them, with the name people know.
MEXICAN = {
    "America/Mexico_City": _("Mexico City, central time"),
    "America/Cancun": _("Cancún, south-eastern time"),
    "America/Merida": _("Mérida"),
    "America/Monterrey": _("Monterrey"),
    "America/Matamoros": _("Matamoros, border"),
    "America/Chihuahua": _("Chihuahua"),
    "America/Ciudad_Juarez": _("Ciudad Juárez, border"),
    "America/Ojinaga": _("Ojinaga, border"),
    "America/Mazatlan": _("Mazatlán, Pacific time"),
    "America/Bahia_Banderas": _("Bahía de Banderas"),
    "America/Hermosillo": _("Hermosillo, Sonora"),
    "America/Tijuana": _("Tijuana, north-western time"),
}
REGIONS = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Arctic"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific"),
}

Choices = list[tuple[str, list[tuple[str, str]]]]


def choices() -> Choices:
    """Promise the choices of a select, grouped, in the reader's language."""
    mexican = [(zone, str(label)) for zone, label in MEXICAN.items()]
    rest = [(str(REGIONS[region]), names) for region, names in _elsewhere().items()]
    return [(gettext("Mexico"), mexican), *rest, (gettext("Universal"), [("UTC", "UTC")])]


def label(zone: str) -> str:
    """Promise the name people know a zone by."""
    return str(MEXICAN.get(zone) or _plain(zone))


@lru_cache(maxsize=1)
def _elsewhere() -> dict[str, list[tuple[str, str]]]:
    regions: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for zone in sorted(available_timezones() - MEXICAN.keys()):
        region, _slash, place = zone.partition("/")
        if place and region in regions:
            regions[region].append((zone, _plain(place)))
    return regions


def _plain(zone: str) -> str:
    return zone.replace("/", " / ").replace("_", " ")
