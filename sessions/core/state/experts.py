"""Experts: who asked to hear somebody, and who was invited to speak in which item (G28)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A member's request to hear an expert, until the chair invites somebody upon it."""

    id: str
    seat: str
    item: str
    name: str
    topic: str
    met: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """The expert in this seat speaks in this item, on this."""

    seat: str
    item: str
    topic: str


@dataclass(frozen=True, slots=True)
class Experts:
    wishes: tuple[Wish, ...] = ()
    invited: tuple[Invitation, ...] = ()

    def heard(self, seat: str, item: str) -> bool:
        """Whether this seat was invited to speak in this item."""
        return bool(item) and any(i.seat == seat and i.item == item for i in self.invited)
