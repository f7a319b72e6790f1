"""Whatever people did, in any order: what must hold of the minutes of every meeting holds after every step."""

from hypothesis import settings
from hypothesis.stateful import invariant

from sessions import wire
from sessions.core import events as e
from sessions.core.evolve import undone
from sessions.core.terms import AgendaChange, ItemState, Method
from sessions.minutes.build import build
from sessions.minutes.document import Minutes, Outcome
from tests.sessions.core.test_any_meeting import AnyMeeting


def _rests(value: object) -> list[int]:
    """Every number of an entry that something in the minutes rests on."""
    if isinstance(value, dict):
        own = value.get("rests", [])
        return [*own, *(n for k, v in value.items() if k != "rests" for n in _rests(v))]
    if isinstance(value, list):
        return [n for v in value for n in _rests(v)]
    return []


class AnyMinutes(AnyMeeting):
    """The meetings of the core, with their minutes read after every step."""

    def read(self) -> Minutes:
        return build(self.stage.log, agreement_reference=lambda n: f"S1-A{n}", head="00")

    @invariant()
    def the_same_log_gives_the_same_bytes_and_they_can_be_stored(self) -> None:
        made = self.read()
        stored = wire.plain(made)
        assert wire.canonical(stored) == wire.canonical(wire.plain(self.read()))
        assert wire.build(Minutes, stored) == made

    @invariant()
    def every_decision_has_exactly_one_entry(self) -> None:
        made, gone = self.read(), undone(self.stage.log)
        live = [x.event for x in self.stage.log if x.seq not in gone]
        recorded = [x.agreement for x in live if isinstance(x, e.AgreementRecorded)]
        assert [a.id for a in made.agreements] == recorded
        assert len({a.reference for a in made.agreements}) == len(recorded)
        pointed = [p.agreement for i in made.items for p in i.proposals if p.outcome is Outcome.ADOPTED]
        pointed += [v.agreement for i in made.items for v in i.votes if v.agreement]
        assert sorted(pointed) == sorted(recorded)
        assert sorted(n for i in made.items for n in i.agreements) == sorted(recorded)
        assert all(not p.text for i in made.items for p in i.proposals if p.agreement)
        put = [x.proposal for x in live if isinstance(x, e.AdoptionProposed)]
        assert sorted(p.id for i in made.items for p in i.proposals) == sorted(put)
        voted = [x.vote for x in live if isinstance(x, e.VotePut)]
        assert sorted(v.id for i in made.items for v in i.votes) == sorted(voted)
        assert all(not v.question for i in made.items for v in i.votes if v.agreement)
        noted = [x.temperature for x in live if isinstance(x, e.TemperatureNoted)]
        assert sorted(t.id for i in made.items for t in i.temperatures) == sorted(noted)

    @invariant()
    def names_stand_beside_choices_in_roll_calls_alone(self) -> None:
        for vote in (v for i in self.read().items for v in i.votes):
            assert not vote.roll or vote.method is Method.ROLL_CALL
            if vote.votes and vote.method is Method.ROLL_CALL:
                assert len(vote.roll) == vote.took_part == vote.votes.total

    @invariant()
    def nothing_undone_appears_and_everything_rests_on_the_log(self) -> None:
        made = self.read()
        rests = _rests(wire.plain(made))
        assert not set(rests) & undone(self.stage.log)
        assert all(1 <= n <= len(self.stage.log) for n in rests)
        assert made.colophon.undone == len(undone(self.stage.log))

    @invariant()
    def the_minutes_and_the_room_tell_the_same_story(self) -> None:
        made, room = self.read(), self.stage.room
        assert {(t.id, t.who.seat, t.statement) for i in made.items for t in i.turns} == {
            (t.id, t.seat, t.statement) for t in room.turns
        }
        assert {(a.id, a.text, a.read_at is not None) for a in made.agreements} == {
            (a.id, a.text, a.read) for a in room.agreements
        }
        assert [x.who.seat for x in made.presiding[-1:]] == ([room.presiding] if room.presiding else [])
        shown = [i.id for i in (*made.items, *made.not_reached)]
        withdrawn = {i.plan.id for i in room.items if i.state is ItemState.WITHDRAWN}
        changes = made.agenda.changes if made.agenda else ()
        told = {x.item.id for x in changes if x.change is AgendaChange.WITHDRAWN}
        assert len(shown) == len(set(shown))
        assert {i.plan.id for i in room.items} - set(shown) <= withdrawn <= told
        assert {i.id for i in made.not_reached} == {i.plan.id for i in room.items if i.state is ItemState.PENDING}
        here = {a.who.seat for a in made.attendance if a.stays[-1].left is None}
        assert here == {s.id for s in room.present()}


AnyMinutes.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestAnyMinutes = AnyMinutes.TestCase
