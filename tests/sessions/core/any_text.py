"""What holds of every text on the table, whatever people ask."""

from hypothesis.stateful import RuleBasedStateMachine, invariant

from sessions.core import events as e
from sessions.core.evolve import undone
from sessions.core.quoting import found
from sessions.core.terms import AmendmentState, Change
from tests.sessions.core.stage import Stage


class TextInvariants(RuleBasedStateMachine):
    """For machines that have a `stage`."""

    stage: Stage

    @invariant()
    def versions_of_a_paragraph_only_grow_and_each_has_its_cause(self) -> None:
        for text in self.stage.room.texts:
            for p in text.paragraphs:
                assert [v.number for v in p.history] == list(range(1, p.version + 1))
                assert p.history[-1].words == p.words
                assert p.deleted is not bool(p.words)
                first = Change.CARRIED if p.after else Change.PRESENTED
                assert [v.how for v in p.history if v.how is Change.PRESENTED or v.number == 1] == [first]
                assert all(v.ref for v in p.history[1:] if v.how is not Change.EDITED)

    @invariant()
    def nothing_adopted_has_an_open_bracket_or_an_undecided_amendment(self) -> None:
        for text in self.stage.room.texts:
            if text.agreement:
                assert not text.open_brackets()
                assert not text.undecided()
                assert self.stage.room.agreement(text.agreement) is not None

    @invariant()
    def an_amendment_ends_once(self) -> None:
        gone = undone(self.stage.log)
        ends = [
            x.event.amendment for x in self.stage.log if x.seq not in gone and isinstance(
                x.event, e.AmendmentCarried | e.AmendmentLost | e.AmendmentWithdrawn | e.AmendmentRuledOut
            )
        ]  # fmt: skip
        assert len(ends) == len(set(ends))
        over = {a.id for t in self.stage.room.texts for a in t.amendments if not a.undecided}
        assert over == set(ends)
        waiting = [a for t in self.stage.room.texts for a in t.amendments if a.state is AmendmentState.WAITING]
        assert all(not a.sponsors for a in waiting)

    @invariant()
    def every_bracket_lifted_has_the_consent_of_its_placers_or_a_decision(self) -> None:
        gone = undone(self.stage.log)
        live = [x for x in self.stage.log if x.seq not in gone]
        placed = {x.event.bracket: x.event.placers for x in live if isinstance(x.event, e.BracketPlaced)}
        for x in live:
            if isinstance(x.event, e.BracketLifted) and not x.event.decision:
                whose, ev = placed[x.event.bracket], x.event
                said = {
                    (y.event.seat, y.event.how, y.event.alternative) for y in live
                    if isinstance(y.event, e.LiftConsented) and y.event.bracket == ev.bracket and y.seq < x.seq
                }  # fmt: skip
                assert whose
                assert all(s == x.by or (s, ev.how, ev.alternative) in said for s in whose)

    @invariant()
    def open_brackets_are_found_once_in_the_words_they_stand_in(self) -> None:
        for text in self.stage.room.texts:
            for b in text.open_brackets():
                p = text.paragraph(b.paragraph)
                assert p is not None
                assert not p.deleted
                assert not p.agreed
                assert not b.quote or len(found(p.words, b.quote)) == 1
