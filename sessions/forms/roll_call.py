"""The sheet of a roll call: one row for each of those who have not voted, in calling order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.web.refusals import Refused as NotDone
from sessions import facts
from sessions.core import behalf
from sessions.core.commands import CastVote
from sessions.core.refusals import Refused
from sessions.core.rules.votes import called
from sessions.core.rules.who import TOLD
from sessions.core.state import Room, Seat
from sessions.core.terms import Choice, Method, Role, Via
from sessions.forms.votes import OnQuestion
from sessions.wording.refusals import worded
from sessions.wording.words import choices, word

ANSWERS = [("", _("No answer")), *choices(Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)]
MOST = 200  # rows of one sheet; whoever comes after them stands on the next one


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered, and how it reached the secretariat."""

    seat: str
    choice: Choice
    via: Via


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the sheet. Without `choice` nothing can be entered for them: `why` says it, in words.

    `said`: what had been marked for somebody who has no row to fill in any more.
    """

    seat: Seat
    choice: forms.BoundField | None
    via: forms.BoundField | None
    way: str
    why: str
    said: str


class RollCallForm(OnQuestion):
    sheet = "sessions/_roll_call.html"

    def prepare(self) -> None:
        super().prepare()
        self.refusals: Mapping[str, Refused] = {}
        self.over = False
        self.known = facts.gather(self.session, self.room, CastVote(Choice.FOR))
        self._call()
        for seat in self.waits | self._sent():
            place = self.room.seats[seat]
            self.fields[f"choice_{seat}"] = forms.ChoiceField(
                label=place.name, choices=ANSWERS, widget=forms.RadioSelect, required=False, initial=""
            )
            self.fields[f"via_{seat}"] = forms.ChoiceField(
                label=place.name, choices=choices(*TOLD), required=False,
                initial=(place.via if place.via in TOLD else Via.PHONE).value,
            )  # fmt: skip

    def _call(self) -> None:
        """Look who is to be called now, in order, and for whom nothing can be entered."""
        vote = self.room.vote
        roll = vote is not None and vote.result is None and vote.method is Method.ROLL_CALL
        left = called(self.room, vote) if roll and vote else ()
        asks = behalf.ASKS["cast_vote"]
        whys = {s: behalf.why_not(self.room, self.asker, Role.SECRETARIAT, s, asks, self.known) for s in left}
        able = [s for s in left if whys[s] is None]
        later = frozenset(able[MOST:])
        self.more = len(later)
        self.waits = {s: why for s, why in whys.items() if s not in later}

    def _sent(self) -> dict[str, None]:
        """Whose rows came with the sheet, whoever may have voted or left meanwhile."""
        found = (name.removeprefix("choice_") for name in self.data if name.startswith("choice_"))
        return dict.fromkeys(seat for seat in found if seat in self.room.seats)

    def clean(self) -> dict[str, Any]:
        """A sheet says something of somebody."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not self.answers():
            self.add_error(None, _("Nothing is marked. Mark what somebody answered, then save."))
        return data

    def answers(self) -> list[Answer]:
        """What was marked, in calling order; the way in which somebody was admitted where none is said."""
        data, found = self.cleaned_data, []
        for seat in sorted(self._sent(), key=lambda s: (self.room.seats[s].name, s)):
            if choice := data.get(f"choice_{seat}"):
                via = data.get(f"via_{seat}") or self.fields[f"via_{seat}"].initial
                found.append(Answer(seat, Choice(choice), Via(via)))
        return found

    def refuse_other_methods(self) -> None:
        """Raise Refused when the question is put otherwise: a secret ballot is known to nobody, hands are counted."""
        vote = self.room.vote
        if vote is None or vote.method is Method.ROLL_CALL:
            return
        self.over = True
        raise NotDone(
            "no_roll_call",
            _("This question is not put to a roll call."),
            _("Only a roll call names who voted what."),
            _("Enter a show of hands one by one or as totals; a secret ballot is cast by each person."),
        )

    def told(self, room: Room, refused: Mapping[str, Refused]) -> None:
        """Take note of what was refused, of the room as it is now: the rows that are left keep what was marked."""
        self.room, self.refusals = room, refused
        vote = room.vote
        self.over = vote is None or vote.id != self.asked() or vote.result is not None
        self._call()

    def refused(self, room: Room) -> None:
        """The sheet was told of its rows one by one."""

    def rows(self) -> list[Row]:
        """Whoever is to be called or was refused, in calling order; once it is over, what had been marked."""
        named = (self.refusals or self._sent()) if self.over else {**self.waits, **self.refusals}
        seats = [self.room.seats[s] for s in named]
        return [self._row(seat) for seat in sorted(seats, key=lambda s: (s.name, s.id))]

    def _row(self, seat: Seat) -> Row:
        able = seat.id in self.waits and self.waits[seat.id] is None
        open_ = able and not self.over and f"choice_{seat.id}" in self.fields
        refusal = None if self.over else self.refusals.get(seat.id) or self.waits.get(seat.id)
        marked = self.data.get(f"choice_{seat.id}", "") if self.is_bound else ""
        return Row(
            seat,
            self[f"choice_{seat.id}"] if open_ else None,
            self[f"via_{seat.id}"] if open_ else None,
            word(seat.via) if open_ and seat.via in TOLD else "",
            str(worded(refusal).message) if refusal else "",
            word(Choice(marked)) if not open_ and marked in set(Choice) else "",
        )

    def to_fill(self) -> list[Row]:
        """The rows in which something can be entered."""
        return [row for row in self.rows() if row.choice]

    def unfolded(self) -> bool:
        """Whether an answer came otherwise than its person was admitted."""
        sent = ((row.via, self.data.get(f"via_{row.seat.id}")) for row in self.to_fill()) if self.is_bound else ()
        return any(way is not None and value not in (None, way.field.initial) for way, value in sent)
