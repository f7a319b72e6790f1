"""What the six levels have in common: one interface, no inheritance. The table of them is `modes.table.MODES`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice


@dataclass(frozen=True, slots=True)
class Promise:
    """What will be done with what somebody sends here, by whom, and by when (G27.III). `by` is None: at any time."""

    text: str
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a person may do here now. The first of several is the page's main button."""

    label: str
    href: str
    near: datetime | None = None  # until when, if that is soon


@dataclass(frozen=True, slots=True)
class Panel:
    """What a person sees here: a template and what it shows."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of what came of it, counted from the records, and where to read them."""

    label: str
    number: int
    href: str = ""


class Mode(Protocol):
    """One operation for each question somebody asks of an activity: six of who takes part, one of who prepares it."""

    level: Level

    def missing(self, activity: Activity) -> Sequence[str]:
        """What has to be there before it is published? In words; empty when nothing is missing."""

    def promise(self, activity: Activity) -> Promise:
        """What will you do with what I say? No query."""

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """What may I do now? None: somebody who has not signed in. At most two queries."""

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """What do I see? `asked` is the query of the page (a page number, words, filters). Constant queries."""

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Take this. Answers the row of the spine, whose reference is the receipt. Raises Refused."""

    def results(self, activity: Activity) -> Sequence[Figure]:
        """What came of it? Numbers counted from the records; constant queries."""

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Give me the data: what is public, row by row, in constant memory."""
