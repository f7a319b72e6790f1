"""How an organization stands in each matter. Computed from the rows when read, never stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from incidencia.organizations.models import Organization
from incidencia.organizations.verification.matters import CRITERIA, HELP, Matter, Result
from incidencia.organizations.verification.models import Verification


class State(StrEnum):
    """How a matter stands."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    VERIFIED = "verified"
    REFUSED = "refused"
    CHANGED = "changed"  # it was verified, and then its name or its category changed


@dataclass(frozen=True, slots=True)
class Standing:
    """One matter, its state, and the row that says so."""

    matter: Matter
    which: str
    state: State
    row: Verification | None

    @property
    def label(self) -> str:
        """The matter in words; of another criterion, which."""
        return self.which or str(self.matter.label)

    @property
    def help(self) -> str:
        """What the matter means."""
        return str(HELP[self.matter])

    @property
    def may_ask(self) -> bool:
        """Whether its representatives can ask the desk, for the first time or again."""
        return self.state in (State.NOT_ASKED, State.REFUSED, State.CHANGED)

    @property
    def may_appeal(self) -> bool:
        """Whether the refusal can still be appealed: once, and an appeal's own answer is final."""
        return self.state is State.REFUSED and self.row is not None and may_appeal(self.row)


def may_appeal(row: Verification) -> bool:
    """Promise whether a row is a refusal nobody appealed, and not that of an appeal."""
    return row.result == Result.REFUSED and row.appeal_of_id is None and not hasattr(row, "appeal")


def standings(organization: Organization, rows: Sequence[Verification]) -> list[Standing]:
    """Promise existence first, then each criterion of A8. `rows` are all those of `organization`, latest first."""
    asked_others = dict.fromkeys(row.which for row in rows if row.matter == Matter.OTHER)
    known = (Matter.EXISTENCE, *CRITERIA)
    matters: list[tuple[Matter, str]] = [(matter, "") for matter in known if matter is not Matter.OTHER]
    matters += [(Matter.OTHER, which) for which in reversed(asked_others)]
    return [
        _standing(organization, matter, which, [r for r in rows if (r.matter, r.which) == (matter, which)])
        for matter, which in matters
    ]


def holds(organization: Organization, row: Verification) -> bool:
    """Promise whether a row verifies the organization as it is called and described now."""
    unchanged = (row.name_then, row.category_then) == (organization.folded_name, organization.category)
    return row.result == Result.VERIFIED and unchanged


def _standing(organization: Organization, matter: Matter, which: str, rows: Iterable[Verification]) -> Standing:
    told = [row for row in rows if row.result != Result.WITHDRAWN]
    if held := next((row for row in told if holds(organization, row)), None):
        return Standing(matter, which, State.VERIFIED, held)
    if not told:
        return Standing(matter, which, State.NOT_ASKED, None)
    states = {"": State.WAITING, Result.REFUSED: State.REFUSED, Result.VERIFIED: State.CHANGED}
    return Standing(matter, which, states[told[0].result], told[0])
