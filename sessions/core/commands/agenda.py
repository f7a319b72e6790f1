"""The agenda: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import Purpose


@dataclass(frozen=True, slots=True)
class AddItem:
    title_es: str
    title_en: str
    minutes: int
    reason: str
    decides: Purpose = Purpose.UNSAID


@dataclass(frozen=True, slots=True)
class OpenItem:
    item: str


@dataclass(frozen=True, slots=True)
class ConcludeItem:
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class DeferItem:
    """`to`: the reference of the later session of the series that will treat it; empty while none is fixed."""

    item: str
    reason: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class ReopenItem:
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetItemTime:
    item: str
    minutes: int
    reason: str
