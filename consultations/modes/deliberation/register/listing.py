"""A page of the register: filters, fifty rows, each with its state, its clock and what came of it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.modes.deliberation.models import Ratification
from consultations.modes.deliberation.ratifying.clock import deadline_of, ratification_of
from consultations.modes.deliberation.register import queries
from consultations.modes.deliberation.register.queries import Came
from consultations.modes.deliberation.register.states import Facts, State, state
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from incidencia.references.format import agreement_reference
from sessions.core.circulation import day_of
from sessions.core.events import Part
from sessions.core.terms import Effect
from sessions.models import Agreement
from sessions.wire import build
from sessions.wording.words import word

PER_PAGE = 50
LONGEST = 200  # characters of a search
WORDS: dict[State, Promise] = {
    State.SUPERSEDED: pgettext_lazy("agreement", "replaced"),
    State.REFUSED: _("not ratified"),
    State.AWAITS: _("awaits ratification"),
    State.VERIFIED: _("verified"),
    State.IMPLEMENTED: _("implementation reported"),
    State.OVERDUE: _("overdue"),
    State.NEAR: _("due soon"),
    State.OPEN: _("open"),
}
LOOKS = {State.VERIFIED: "ok", State.IMPLEMENTED: "ok", State.REFUSED: "late", State.OVERDUE: "late",
         State.AWAITS: "near", State.NEAR: "near", State.OPEN: "",
         State.SUPERSEDED: ""}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One agreement as the register shows it."""

    agreement: Agreement
    effect: str
    state: State
    word: Promise
    look: str
    parts: tuple[Part, ...]
    by: str  # the reference of the agreement that took its place, or ""
    ratification: Ratification | None
    deadline: Deadline | None  # of an agreement ad referendum
    came: list[Came]


def listed(rows: QuerySet[Agreement], asked: Mapping[str, str], zone: str, closed: Container[date]) -> dict[str, Any]:
    """Promise what the page shows of `rows` for what was `asked` (words, state, effect, page). Constant queries."""
    kept = {name: value for name, value in kept_of(asked).items() if value}
    page = Paginator(narrowed(rows, asked, zone), PER_PAGE).get_page(asked.get("page"))
    found = list(page.object_list)
    return {
        "page": page, "rows": shown(found, zone, closed), "asked": kept, "query": urlencode(kept),
        "states": [(one.value, words) for one, words in WORDS.items()],
        "effects": [(one.value, word(one)) for one in Effect],
    }  # fmt: skip


def kept_of(asked: Mapping[str, str]) -> dict[str, str]:
    """Promise what was asked and makes sense: words, a state, an effect."""
    state_, effect = asked.get("state", ""), asked.get("effect", "")
    return {
        "q": asked.get("q", "").replace("\x00", "")[:LONGEST].strip(),
        "state": state_ if state_ in list(State) else "",
        "effect": effect if effect in list(Effect) else "",
    }


def narrowed(rows: QuerySet[Agreement], asked: Mapping[str, str], zone: str) -> QuerySet[Agreement]:
    """Promise the rows that have all that was asked. No query."""
    kept = kept_of(asked)
    if kept["q"]:
        rows = queries.having(rows, kept["q"])
    if kept["effect"]:
        rows = rows.filter(effect=kept["effect"])
    return queries.standing(rows, State(kept["state"]), day_of(now(), zone)) if kept["state"] else rows


def shown(found: list[Agreement], zone: str, closed: Container[date]) -> list[Row]:
    """Promise the agreements as the register shows them, with what came of each. Two queries."""
    came, today = queries.came_of(found), day_of(now(), zone)
    return [_row(one, came.get(one.reference, []), today, closed) for one in found]


def _row(one: Agreement, came: list[Came], today: date, closed: Container[date]) -> Row:
    decided = ratification_of(one)
    facts = Facts(
        one.due, one.ad_referendum, decided.granted if decided else None,
        one.implemented, one.verified, one.busy,  # type: ignore[attr-defined]
        bool(one.superseded),
    )  # fmt: skip
    stands = state(facts, today)
    later = agreement_reference(one.session.reference, int(one.superseded[1:])) if one.superseded else ""
    return Row(
        one, word(Effect(one.effect)), stands, WORDS[stands], LOOKS[stands], build(tuple[Part, ...], one.parts),
        later, decided, deadline_of(one, closed) if one.ad_referendum else None, came,
    )  # fmt: skip
