"""The chair's script of a whole session, to print: the sentences of `script.py`, with blanks for names and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sessions.core.ruleset import Rules
from sessions.core.terms import ItemKind, Method, Purpose
from sessions.screen import script
from sessions.screen.said import BLANK, SHORT, Said
from sessions.wording import moments, voting
from sessions.wording.words import word


@dataclass(frozen=True, slots=True)
class Planned:
    """An item of the agenda as the script knows it."""

    kind: ItemKind
    title: str
    minutes: int
    decides: Purpose = Purpose.UNSAID


@dataclass(frozen=True, slots=True)
class Passage:
    """An item with what is said on it, in order."""

    number: int
    title: str
    minutes: int
    said: tuple[Said, ...]
    decides: Purpose = Purpose.UNSAID


def passages(items: Iterable[Planned]) -> list[Passage]:
    """For each item of the agenda: the sentence that opens it, and what its kind calls for."""
    return [
        Passage(
            n, i.title, i.minutes, (Said(_("Opening it"), script.opener(i.kind, i.title)), *_of_kind(i)), i.decides
        )
        for n, i in enumerate(items, start=1)
    ]


def _of_kind(item: Planned) -> tuple[Said, ...]:
    if item.kind is ItemKind.READING:
        return (Said(_("Each agreement"), script.reading(SHORT)),)
    if item.kind is ItemKind.SUBJECT and item.decides not in (Purpose.INFORMATION, Purpose.DISCUSSION):
        return (Said(_("When the list is through"), str(script.FORMULAS["to_decide"])),)
    return ()


def opening(starts_at: datetime | None) -> list[Said]:
    """Until the session is open."""
    return [
        Said(_("While people come in"), str(script.FORMULAS["welcome"])),
        Said(_("Opening the session"), script.opened(SHORT)),
        Said(_("From one item to the next"), script.to_the_next(BLANK)),
    ]


def floor(rules: Rules) -> list[Said]:
    """The list of speakers and points of order."""
    return [
        Said(_("Calling the next speaker"), script.next_speaker(BLANK)),
        Said(_("Giving the floor"), script.call(BLANK, script.length(rules.speech_seconds))),
        Said(_("Setting the time of each turn"), moments.each_turn(BLANK)),
        Said(_("The time is over"), moments.time_over()),
        Said(_("Withdrawing the floor"), moments.withdrawn(BLANK)),
        Said(_("Somebody does not answer"), moments.no_answer(BLANK)),
        Said(_("Closing the list"),
             _("I close the list of speakers. Whoever still wants to speak, please ask for the floor now.")),
        Said(_("A point of order"), script.point(BLANK)),
        Said(_("Ruling: upheld"), _("The point is upheld, because %(reason)s.") % {"reason": BLANK}),
        Said(_("Ruling: not upheld"), _("The point is not upheld, because %(reason)s.") % {"reason": BLANK}),
    ]  # fmt: skip


def decisions(rules: Rules) -> list[Said]:
    """Proposing, hearing objections, voting by each method, declaring."""
    votes = [Said(_("Putting it to the vote: %(method)s") % {"method": word(m)}, voting.put(m)) for m in Method]
    counts = _("In favour: %(n)s; against: %(n)s; abstentions: %(n)s") % {"n": SHORT}
    needed = _("%(n)s votes in favour were needed, of %(n)s") % {"n": SHORT}
    return [
        Said(_("Proposing for adoption"), script.proposed()),
        Said(_("A paper came late"), moments.paper_late()),
        *([Said(_("The term for amendments ends"), moments.deadline_over())] if rules.amendment_minutes else []),
        Said(_("Nobody objects"), script.adopted(SHORT, by_vote=False)),
        Said(_("Somebody objects"), script.objected(BLANK)),
        *votes,
        Said(_("Declaring: carried"), voting.declared(counts, needed, voting.carried(True).lower())),
        Said(_("Declaring: not carried"), voting.declared(counts, needed, voting.carried(False).lower())),
        Said(_("An agreement by vote"), script.adopted(SHORT, by_vote=True)),
        Said(_("Before going on"), str(script.FORMULAS["positions"])),
    ]


def troubles() -> list[Said]:
    """Suspending, lack of quorum, one side missing."""
    return [
        Said(_("Suspending"), _("I suspend the session until %(hour)s. The clocks stand still and every place on the "
                                "list is kept.") % {"hour": SHORT}),
        Said(_("Resuming"), _("We resume the session where it stood.")),
        Said(_("Somebody asks for the quorum"), script.quorum(BLANK)),
        Said(_("There is none"), str(script.FORMULAS["quorum_lost"])),
        Said(_("It is back"), str(script.FORMULAS["quorum_back"])),
        Said(_("One side is missing"), str(script.FORMULAS["side_lost"])),
        Said(_("It can't be held"), _("There being no quorum by %(hour)s, the session is not held, and the record "
                                      "says so.") % {"hour": SHORT}),
    ]  # fmt: skip
