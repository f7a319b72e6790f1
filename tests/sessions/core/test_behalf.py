"""For whom the secretariat is offered an act: exactly those for whom the room would take it."""

from dataclasses import replace

from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.behalf import ASKS, those, why_not
from sessions.core.decide import decide
from sessions.core.refusals import Code, Refused
from sessions.core.state import Room
from sessions.core.terms import Choice, Method, Role, Stance, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, FATIMA, GAEL, Stage
from tests.sessions.test_flags import OTHER_GROUNDS, SAMPLES, meeting

# What a sample does not try: another agreement, turn, question, amendment or way than the first that comes.
CHOSEN = {
    "ask_reply", "explain_vote", "support_question", "withdraw_support", "answer_question", "co_sponsor",
    "withdraw_sponsor", "revise_amendment", "consent_to_lift", "move_division", "enter_reservation",
    "explain_position", "dissociate", "hand_in_text", "declare_conflict", "object_late", "move_procedural",
    "move_reconsider", "change_vote",
}  # fmt: skip

# A vote that stands is changed by another act; who has no vote amends through a sponsor whom they name themself.
NARROWER = {"cast_vote", "submit_amendment"}


def able(stage: Stage, act: str, room: Room | None = None) -> list[str]:
    return [s.id for s in those(room or stage.room, ALBA, Role.SECRETARIAT, ASKS[act], stage.facts())]


def all_in_the_hall(room: Room) -> Room:
    """The room as if everybody had been admitted in the hall."""
    return replace(room, seats={k: replace(s, via=Via.HALL) for k, s in room.seats.items()})


def refusal(stage: Stage, seat: str, command: c.Command, behalf: str = "", room: Room | None = None) -> Code | None:
    act = c.Act(seat, "probe", command, behalf, Via.HALL if behalf else Via.WEB)
    try:
        decide(room or stage.room, act, stage.facts(), stage.cast[seat][1])
    except Refused as refused:
        return refused.code
    return None


def in_the_hall() -> Stage:
    """Bruno and gael in the hall, dora and elias on line; a roll call is open."""
    stage = Stage().at_item()
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.Leave())
        stage.admit(seat, Via.HALL)
    stage.ask(DORA, c.PutToVote("Is it published?", Method.ROLL_CALL))
    return stage


def test_every_act_that_may_be_done_for_others_is_asked_of_the_rules() -> None:
    assert set(ASKS) >= {spec.name for spec in ACTS.values() if spec.behalf}
    assert set(ASKS) <= set(ACTS)


def test_whoever_is_offered_is_not_refused_and_whoever_is_not_would_be() -> None:
    wrong, tried = set(), 0
    for n, stage in enumerate(meeting()):
        room = all_in_the_hall(stage.room)
        for spec in (s for s in ACTS.values() if s.behalf):
            offered = able(stage, spec.name, room)
            for seat in (s.id for s in stage.room.present() if s.role is not Role.SECRETARIAT):
                command = SAMPLES[spec.name](room, seat)
                if command is None:
                    continue
                code = refusal(stage, ALBA, command, seat, room)
                tried += 1
                if code is None and seat not in offered and spec.name not in NARROWER:
                    wrong.add(f"{n} {stage.cast[seat][0]}: {spec.name} would be taken and is not offered")
                if code and seat in offered and code not in OTHER_GROUNDS and spec.name not in CHOSEN:
                    wrong.add(f"{n} {stage.cast[seat][0]}: {spec.name} is offered and refused: {code}")
    assert tried > 3000
    assert not wrong, "\n".join(sorted(wrong))


def test_a_vote_is_entered_for_those_in_the_hall_who_have_not_voted() -> None:
    stage = in_the_hall()
    assert able(stage, "cast_vote") == [BRUNO, GAEL], "those on line vote themselves, fatima has no vote"
    stage.ask(BRUNO, c.CastVote(Choice.FOR))
    assert able(stage, "cast_vote") == [GAEL]
    assert able(stage, "change_vote") == [BRUNO]
    stage.ask(GAEL, c.Leave())
    assert able(stage, "cast_vote") == []


def test_a_vote_entered_first_never_takes_the_place_of_one_that_stands() -> None:
    stage = in_the_hall()
    stage.ask(BRUNO, c.CastVote(Choice.FOR))
    before = stage.room
    for seat, behalf in ((BRUNO, ""), (ALBA, BRUNO)):
        assert refusal(stage, seat, c.CastVote(Choice.AGAINST, first=True), behalf) is Code.ALREADY_VOTED
    assert stage.room == before
    stage.ask(BRUNO, c.CastVote(Choice.AGAINST))


def test_nobody_is_offered_for_a_secret_ballot_nor_for_the_floor_twice() -> None:
    stage = in_the_hall()
    stage.ask(DORA, c.WithdrawVote("Otherwise"))
    stage.ask(DORA, c.PutToVote("Is it published?", Method.SECRET))
    assert able(stage, "cast_vote") == []
    stage.ask(DORA, c.WithdrawVote("Otherwise"))
    stage.ask(DORA, c.OpenList())
    assert able(stage, "withdraw_request") == []
    stage.ask(BRUNO, c.RequestFloor())
    assert able(stage, "request_floor") == [GAEL], "those on line ask themselves"
    assert able(stage, "withdraw_request") == [BRUNO]


def test_a_temperature_is_answered_for_those_who_have_not() -> None:
    stage = in_the_hall()
    stage.ask(DORA, c.WithdrawVote("Otherwise"))
    stage.ask(DORA, c.TakeTemperature("How is it?"))
    stage.ask(GAEL, c.ShowTemperature(Stance.AGREE))
    assert able(stage, "show_temperature") == [BRUNO]


def test_it_is_told_why_somebody_is_not_offered() -> None:
    stage = in_the_hall()
    asks, known = ASKS["cast_vote"], stage.facts()
    told = [why_not(stage.room, ALBA, Role.SECRETARIAT, s, asks, known) for s in (BRUNO, DORA, FATIMA)]
    assert [r and r.code for r in told] == [None, Code.OWN_DEVICE, Code.NOT_YOURS]
    mine = why_not(stage.room, GAEL, Role.MEMBER, BRUNO, asks, known)
    assert mine is not None, "nobody but the secretariat"
