"""What the floor is for besides the list: time by side, replies, experts; and captions, which decide nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules import balance, budgets, replies
from sessions.core.rules.who import has_voice
from sessions.core.terms import Balance, ReplyState, Role, Side, Slip, Speaks
from sessions.core.touches import touches
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused

VERA, EVA = "7", "8"


def room(**rules: object) -> Stage:
    """A room with its list open, an expert and an interpreter."""
    stage = Stage(**{"budgets": True, **rules})
    stage.cast |= {
        VERA: ("Vera Sanz", Role.EXPERT, Side.GUEST, False, False),
        EVA: ("Eva Tun", Role.INTERPRETER, Side.GUEST, False, False),
    }
    return stage.listing()


def speaks(stage: Stage, seat: str, seconds: int = 60, *, ends: bool = True, reason: str = "") -> Stage:
    stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor(reason=reason))
    stage.wait(seconds)
    if ends:
        stage.ask(seat, c.EndSpeech())
    return stage


# --- Time by side ------------------------------------------------------------------------------------
def test_time_is_set_by_item_and_side_and_taken_away_with_nought() -> None:
    stage = room()
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 10))
    assert stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 5)) == (e.BudgetSet("i3", Side.CIVIL, 5),)
    assert [(b.item, b.side, b.minutes) for b in stage.room.budgets] == [("i3", Side.CIVIL, 5)]
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 0))
    assert stage.room.budgets == ()


def test_only_the_turns_of_that_side_in_that_item_use_it_up() -> None:
    stage = room()
    for side in (Side.CIVIL, Side.PUBLIC):
        stage.ask(DORA, c.SetBudget("i3", side, 1))
    speaks(stage, ELIAS, 40)
    speaks(stage, BRUNO, 60)
    assert budgets.used(stage.room, Side.CIVIL).total_seconds() == 60
    assert (budgets.over(stage.room, Side.CIVIL), budgets.over(stage.room, Side.PUBLIC)) == (True, False)
    stage.ask(DORA, c.ConcludeItem())
    stage.ask(DORA, c.OpenItem("i4"))
    assert not budgets.over(stage.room, Side.CIVIL)


def test_beyond_the_budget_nobody_is_silenced_and_the_chair_gives_the_floor_with_a_reason() -> None:
    stage = room()
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
    speaks(stage, BRUNO, 200, ends=False)
    assert stage.room.floor.speech is not None
    stage.ask(BRUNO, c.EndSpeech())
    stage.ask(GAEL, c.RequestFloor())
    assert refused(stage, DORA, c.GiveFloor()) is Code.OVER_BUDGET
    given = stage.ask(DORA, c.GiveFloor(reason="Nobody of theirs has spoken on section 2"))[0]
    assert isinstance(given, e.FloorGiven)
    assert (given.over_budget, given.override) == (True, "Nobody of theirs has spoken on section 2")


def test_the_chairs_own_order_needs_the_reason_too() -> None:
    stage = room(balance=Balance.CHAIR)
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
    speaks(stage, BRUNO, 60)
    stage.ask(GAEL, c.RequestFloor())
    assert refused(stage, DORA, c.GiveFloor()) is Code.OVER_BUDGET


def test_the_reason_of_a_place_names_the_budget_where_one_is_set() -> None:
    stage = room(frozen=0)
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
    stage.ask(DORA, c.SetBudget("i3", Side.PUBLIC, 20))
    speaks(stage, BRUNO, 60)
    speaks(stage, ELIAS, 600)
    for seat in (BRUNO, ELIAS):
        stage.ask(seat, c.RequestFloor())
    assert [(r.seat, r.why) for r in stage.room.floor.requests] == [
        (ELIAS, "side_within_budget"), (BRUNO, "order_of_request"),
    ]  # fmt: skip
    assert [a.why for a in balance.why_my_place(stage.room, BRUNO)] == ["side_within_budget"]


def test_a_slip_in_who_spoke_moves_the_time_to_the_other_side() -> None:
    stage = room()
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
    speaks(stage, BRUNO, 60)
    stage.ask(ALBA, c.CorrectSlip(Slip.TURN_SPEAKER, "t1", ELIAS, "Another name"))
    assert not budgets.over(stage.room, Side.CIVIL)


# --- Replies -----------------------------------------------------------------------------------------
def asked(stage: Stage | None = None) -> Stage:
    stage = speaks(stage or room(), ELIAS)
    stage.ask(BRUNO, c.AskReply("t1", "My organization was named"))
    return stage


def test_a_reply_is_asked_for_granted_and_given_with_its_own_limit() -> None:
    stage = asked(room(reply_seconds=90))
    stage.ask(ALBA, c.GrantReply("y1"))
    given, marked = stage.ask(DORA, c.GiveReply())
    assert given == e.FloorGiven("t2", "", BRUNO, 90, "")
    assert marked == e.ReplyGiven("y1", BRUNO, "t2")
    stage.ask(BRUNO, c.EndSpeech())
    assert [(r.state, r.turn) for r in stage.room.replies] == [(ReplyState.GIVEN, "t2")]


def test_it_waits_for_whoever_was_on_the_list_and_goes_before_whoever_comes_later() -> None:
    stage = asked()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GrantReply("y1"))
    stage.ask(ELIAS, c.RequestFloor())
    assert replies.due(stage.room) is None
    assert refused(stage, DORA, c.GiveReply("y1")) is Code.OUT_OF_TURN
    stage.ask(DORA, c.GiveFloor())
    stage.ask(GAEL, c.EndSpeech())
    assert refused(stage, DORA, c.GiveFloor()) is Code.OUT_OF_TURN
    stage.ask(DORA, c.GiveReply())
    stage.ask(BRUNO, c.EndSpeech())
    stage.ask(DORA, c.GiveFloor())
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.seat == ELIAS


@pytest.mark.parametrize("command", [
    c.ConcludeItem("Heard"), c.OpenItem("i4"), c.DeferItem("i3", "No time"), c.ReopenItem("i2", "More"),
    c.CloseSession(),
])  # fmt: skip
def test_a_reply_that_was_granted_does_not_vanish_with_its_item(command: c.Command) -> None:
    before = room()
    before.ask(DORA, c.OpenItem("i2"))
    before.ask(DORA, c.OpenItem("i4"))
    before.ask(DORA, c.ReopenItem("i3", "More"))
    before.ask(DORA, c.OpenList())
    if isinstance(command, c.OpenItem):
        command = c.OpenItem("i5")
    stage = asked(before)
    stage.ask(DORA, c.GrantReply("y1"))
    assert refused(stage, DORA, command) is Code.REPLY_OWED
    stage.ask(DORA, c.RefuseReply("y1", "Said already in turn 1"))
    stage.ask(DORA, command)


def test_once_given_or_given_up_or_with_its_person_gone_it_is_owed_no_more() -> None:
    for ends in (
        lambda s: (s.ask(DORA, c.GiveReply()), s.ask(BRUNO, c.EndSpeech())),
        lambda s: s.ask(BRUNO, c.WithdrawReply()), lambda s: s.ask(BRUNO, c.Leave()),
    ):  # fmt: skip
        stage = asked()
        stage.ask(DORA, c.GrantReply("y1"))
        ends(stage)
        stage.ask(DORA, c.ConcludeItem("Heard"))


def test_a_grant_is_taken_back_with_a_reason_and_the_reply_counts_no_more() -> None:
    stage = asked()
    stage.ask(DORA, c.GrantReply("y1"))
    assert refused(stage, DORA, c.RefuseReply("y1", " ")) is Code.REASON_NEEDED
    assert refused(stage, BRUNO, c.RefuseReply("y1", "No")) is Code.NOT_YOURS
    stage.ask(DORA, c.RefuseReply("y1", "Said already"))
    assert [r.state for r in stage.room.replies] == [ReplyState.REFUSED]
    assert refused(stage, DORA, c.GiveReply()) is Code.NO_REPLY


def test_before_its_time_the_chair_gives_it_with_a_reason() -> None:
    stage = asked()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GrantReply("y1"))
    given = stage.ask(DORA, c.GiveReply("y1", "Has a train to catch"))[0]
    assert isinstance(given, e.FloorGiven)
    assert given.override == "Has a train to catch"


def test_whoever_has_left_holds_nobody_up() -> None:
    stage = asked()
    stage.ask(DORA, c.GrantReply("y1"))
    stage.ask(BRUNO, c.Leave())
    stage.ask(GAEL, c.RequestFloor())
    assert replies.due(stage.room) is None
    assert refused(stage, DORA, c.GiveReply("y1", "Now")) is Code.NOT_ADMITTED
    stage.ask(DORA, c.GiveFloor())


def test_who_replies_keeps_the_place_on_the_list_and_leaves_with_it() -> None:
    stage = asked()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GrantReply("y1"))
    stage.ask(DORA, c.GiveReply("y1", "At once"))
    assert stage.room.request_of(BRUNO) is not None
    stage.ask(BRUNO, c.Leave())
    assert stage.room.request_of(BRUNO) is None
    assert stage.room.floor.speech is None


def test_rights_of_reply_are_counted_by_person_and_item_and_refused_ones_do_not_count() -> None:
    stage = room(replies=1)
    for _ in range(3):
        speaks(stage, ELIAS)
    stage.ask(BRUNO, c.AskReply("t1", "Named"))
    assert refused(stage, BRUNO, c.AskReply("t2", "Named")) is Code.REPLIES_USED
    stage.ask(DORA, c.RefuseReply("y1", "It was another organization"))
    stage.ask(BRUNO, c.AskReply("t2", "Named"))
    stage.ask(BRUNO, c.WithdrawReply())
    stage.ask(BRUNO, c.AskReply("t3", "Named"))
    stage.ask(GAEL, c.AskReply("t3", "Named"))


# --- Experts -----------------------------------------------------------------------------------------
@pytest.mark.guideline("G28")
def test_an_expert_has_a_voice_in_the_item_they_were_invited_in_and_no_vote() -> None:
    stage = room()
    assert refused(stage, VERA, c.RequestFloor()) is Code.NOT_YOURS
    stage.ask(BRUNO, c.AskExpert("Vera Sanz", "How the figures were made"))
    stage.ask(DORA, c.InviteExpert(VERA, "How the figures were made", "z1"))
    assert stage.room.experts.wishes[0].met
    stage.ask(VERA, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    assert refused(stage, VERA, c.Object("No")) is Code.NOT_YOURS
    stage.ask(VERA, c.EndSpeech())
    stage.ask(DORA, c.ConcludeItem())
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())
    assert refused(stage, VERA, c.RequestFloor()) is Code.NOT_YOURS
    assert not has_voice(stage.room, stage.room.seats[VERA])


def test_an_invited_expert_stands_first_but_behind_those_who_do_not_change_any_more() -> None:
    stage = room(frozen=1)
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.InviteExpert(VERA, "Figures"))
    stage.ask(VERA, c.RequestFloor())
    assert [(r.seat, r.why) for r in stage.room.floor.requests][:2] == [
        (BRUNO, "order_of_request"), (VERA, "invited_expert"),
    ]  # fmt: skip


def test_experts_and_interpreters_make_no_side_larger() -> None:
    stage = room()
    before = balance.shares(stage.room, Side.CIVIL)
    seats = {k: replace(s, side=Side.CIVIL) if k in (VERA, EVA) else s for k, s in stage.room.seats.items()}
    assert balance.shares(replace(stage.room, seats=seats), Side.CIVIL) == before


# --- For and against ---------------------------------------------------------------------------------
def test_whoever_asks_for_the_floor_says_for_or_against_while_words_are_before_the_room() -> None:
    stage = room()
    assert refused(stage, BRUNO, c.RequestFloor(Speaks.AGAINST)) is Code.NO_SIDES
    stage.ask(DORA, c.ProposeAdoption("Words", "binds"))  # type: ignore[arg-type]
    stage.ask(BRUNO, c.RequestFloor(Speaks.AGAINST))
    stage.ask(GAEL, c.RequestFloor())
    assert [r.speaks for r in stage.room.floor.requests] == [Speaks.AGAINST, Speaks.GENERAL]


# --- Captions ----------------------------------------------------------------------------------------
def test_captions_are_segments_of_the_turn_and_the_room_keeps_the_last_of_each_channel() -> None:
    stage = speaks(room(), BRUNO, ends=False)
    stage.ask(BRUNO, c.MarkLanguage("nah"))
    for n in range(5):
        stage.ask(EVA, c.RelayText(f"Segment {n}", "es"))
    stage.ask(ALBA, c.RelayText("First segment", "en"))
    assert (stage.room.relay.turn, stage.room.relay.spoken) == ("t1", "nah")
    assert [x.words for x in stage.room.relay.captions] == ["Segment 2", "Segment 3", "Segment 4", "First segment"]
    told = [x.event for x in stage.log if isinstance(x.event, e.CaptionAppended)]
    assert [x.turn for x in told] == ["t1"] * 6
    assert touches(told[0]) == {"captions"}


@pytest.mark.parametrize("who", [DORA, GAEL, FATIMA, VERA])
def test_only_an_interpreter_and_the_secretariat_relay(who: str) -> None:
    stage = speaks(room(), BRUNO, ends=False)
    assert refused(stage, who, c.RelayText("Words", "es")) is Code.NOT_YOURS
    assert refused(stage, who, c.MarkLanguage("es")) is Code.NOT_YOURS


def test_an_interpreter_has_neither_voice_nor_vote() -> None:
    stage = room()
    for command in (c.RequestFloor(), c.RaisePointOfOrder("No"), c.AskQuorum(), c.AskReply("t1", "No")):
        assert refused(stage, EVA, command) is Code.NOT_YOURS


# --- Every precondition, violated once ---------------------------------------------------------------
def _nobody_speaks() -> Stage:
    return room()


def _speech() -> Stage:
    return speaks(room(), ELIAS, ends=False)


def _between() -> Stage:
    stage = room()
    stage.ask(DORA, c.ConcludeItem())
    return stage


def _suspended() -> Stage:
    stage = _speech()
    stage.ask(DORA, c.Suspend("Break"))
    return stage


def _granted() -> Stage:
    stage = asked()
    stage.ask(DORA, c.GrantReply("y1"))
    return stage


def _granted_and_point() -> Stage:
    stage = _granted()
    stage.ask(GAEL, c.RaisePointOfOrder("Order"))
    return stage


def _granted_and_speech() -> Stage:
    stage = _granted()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor(reason="First"))
    return stage


def _granted_and_motion() -> Stage:
    stage = _granted()
    stage.ask(GAEL, c.MoveProcedural("closure", "Enough"))  # type: ignore[arg-type]
    return stage


def _invited() -> Stage:
    stage = room()
    stage.ask(DORA, c.InviteExpert(VERA, "Figures"))
    return stage


def _marked() -> Stage:
    stage = _speech()
    stage.ask(ELIAS, c.MarkLanguage("es"))
    return stage


def _off() -> Stage:
    return room(budgets=False)


def _closed() -> Stage:
    stage = room()
    stage.ask(DORA, c.CloseSession())
    return stage


def _three_turns() -> Stage:
    stage = room()
    for _ in range(3):
        speaks(stage, ELIAS)
    for turn in ("t1", "t2"):
        stage.ask(BRUNO, c.AskReply(turn, "Named"))
    return stage


LONG = "x" * 2_001
VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (_off, DORA, c.SetBudget("i3", Side.CIVIL, 5), Code.BUDGETS_OFF),
    (_closed, DORA, c.SetBudget("i3", Side.CIVIL, 5), Code.WRONG_PHASE),
    (_nobody_speaks, DORA, c.SetBudget("i99", Side.CIVIL, 5), Code.UNKNOWN_ITEM),
    (_nobody_speaks, DORA, c.SetBudget("i3", Side.GUEST, 5), Code.NO_SIDE),
    (_nobody_speaks, DORA, c.SetBudget("i3", Side.CIVIL, -1), Code.NUMBER_OUT_OF_RANGE),
    (_nobody_speaks, DORA, c.SetBudget("i3", Side.CIVIL, 601), Code.NUMBER_OUT_OF_RANGE),
    (_nobody_speaks, BRUNO, c.SetBudget("i3", Side.CIVIL, 5), Code.NOT_YOURS),
    (_suspended, BRUNO, c.AskReply("t1", "Named"), Code.WRONG_PHASE),
    (_between, BRUNO, c.AskReply("t1", "Named"), Code.NO_ITEM_OPEN),
    (_speech, BRUNO, c.AskReply("t9", "Named"), Code.UNKNOWN_TURN),
    (_speech, ELIAS, c.AskReply("t1", "Named"), Code.OWN_TURN),
    (_speech, BRUNO, c.AskReply("t1", " "), Code.REASON_NEEDED),
    (_speech, BRUNO, c.AskReply("t1", LONG), Code.TOO_LONG),
    (_speech, FATIMA, c.AskReply("t1", "Named"), Code.NOT_YOURS),
    (asked, BRUNO, c.AskReply("t1", "Again"), Code.REPLY_ASKED),
    (_three_turns, BRUNO, c.AskReply("t3", "Named"), Code.REPLIES_USED),
    (_speech, BRUNO, c.WithdrawReply(), Code.NO_REPLY),
    (_closed, BRUNO, c.WithdrawReply(), Code.WRONG_PHASE),
    (_speech, DORA, c.GrantReply("y1"), Code.NO_REPLY),
    (_granted, DORA, c.GrantReply("y1"), Code.NO_REPLY),
    (asked, BRUNO, c.GrantReply("y1"), Code.NOT_YOURS),
    (_between, DORA, c.GrantReply("y1"), Code.NO_ITEM_OPEN),
    (_speech, DORA, c.RefuseReply("y1", "No"), Code.NO_REPLY),
    (asked, DORA, c.RefuseReply("y1", ""), Code.REASON_NEEDED),
    (asked, DORA, c.GiveReply(), Code.NO_REPLY),
    (asked, DORA, c.GiveReply("y1", "Now"), Code.NO_REPLY),
    (_between, DORA, c.GiveReply(), Code.NO_ITEM_OPEN),
    (_granted_and_point, DORA, c.GiveReply(), Code.POINT_PENDING),
    (_granted_and_speech, DORA, c.GiveReply(), Code.SOMEBODY_SPEAKS),
    (_granted_and_motion, DORA, c.GiveReply(), Code.MOTION_PENDING),
    (_granted, ELIAS, c.GiveReply(), Code.NOT_YOURS),
    (_between, BRUNO, c.AskExpert("Vera", "Figures"), Code.NO_ITEM_OPEN),
    (_suspended, BRUNO, c.AskExpert("Vera", "Figures"), Code.WRONG_PHASE),
    (_nobody_speaks, BRUNO, c.AskExpert("", "Figures"), Code.TEXT_NEEDED),
    (_nobody_speaks, BRUNO, c.AskExpert("Vera", ""), Code.TEXT_NEEDED),
    (_nobody_speaks, BRUNO, c.AskExpert("V" * 301, "Figures"), Code.TOO_LONG),
    (_nobody_speaks, FATIMA, c.AskExpert("Vera", "Figures"), Code.NOT_YOURS),
    (_nobody_speaks, BRUNO, c.InviteExpert(VERA, "Figures"), Code.NOT_YOURS),
    (_nobody_speaks, DORA, c.InviteExpert(GAEL, "Figures"), Code.NOT_AN_EXPERT),
    (_nobody_speaks, DORA, c.InviteExpert("99", "Figures"), Code.NOT_ADMITTED),
    (_nobody_speaks, DORA, c.InviteExpert(VERA, ""), Code.TEXT_NEEDED),
    (_nobody_speaks, DORA, c.InviteExpert(VERA, "Figures", "x7"), Code.NO_WISH),
    (_invited, DORA, c.InviteExpert(VERA, "Figures"), Code.ALREADY_INVITED),
    (_between, DORA, c.InviteExpert(VERA, "Figures"), Code.NO_ITEM_OPEN),
    (_nobody_speaks, EVA, c.RelayText("Words", "es"), Code.NOBODY_SPEAKS),
    (_suspended, EVA, c.RelayText("Words", "es"), Code.WRONG_PHASE),
    (_speech, EVA, c.RelayText("  ", "es"), Code.TEXT_NEEDED),
    (_speech, EVA, c.RelayText("x" * 501, "es"), Code.TOO_LONG),
    (_speech, EVA, c.RelayText("Words", ""), Code.TEXT_NEEDED),
    (_speech, EVA, c.RelayText("Words", "x" * 9), Code.TOO_LONG),
    (_nobody_speaks, EVA, c.MarkLanguage("es"), Code.NOBODY_SPEAKS),
    (_speech, EVA, c.MarkLanguage(""), Code.TEXT_NEEDED),
    (_marked, EVA, c.MarkLanguage("es"), Code.ALREADY_MARKED),
    (_suspended, EVA, c.MarkLanguage("nah"), Code.WRONG_PHASE),
]


@pytest.mark.parametrize(("made", "by", "command", "code"), VIOLATED)
def test_each_precondition_is_refused_with_its_code_and_nothing_changes(
    made: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    assert refused(made(), by, command) is code
