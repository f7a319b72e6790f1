"""The address of what a reference with a level names: what the authority published, or what somebody sent."""

from consultations.levels import Level
from consultations.modes.information import queries as information
from consultations.spine import queries as spine
from incidencia.references.format import parse


def contribution(reference: str) -> str | None:
    """Promise the address of its page, in the active language; None if there is none."""
    if parse(reference).level == Level.INFORMATION.value:
        return information.address(reference)
    return spine.address(reference)
