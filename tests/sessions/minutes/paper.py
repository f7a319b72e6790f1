"""Short meetings on paper, and the minutes read from them."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.terms import Effect, Side
from sessions.minutes.build import build
from sessions.minutes.document import Minutes
from tests.sessions.core.stage import ALBA, DORA, Stage


def minutes_of(stage: Stage) -> Minutes:
    return build(stage.log, agreement_reference=lambda n: f"MEC-2026-001-S1-A{n}", head="ab" * 32)


def agreed(stage: Stage, text: str = "Words of the room") -> str:
    stage.ask(DORA, c.ProposeAdoption(text, Effect.BINDS, (e.Part(Side.PUBLIC, "Office", "Report", None),), "Art. 7"))
    stage.wait(stage.rules.objection_seconds + 1)
    return stage.room.agreements[-1].id


def closed(stage: Stage, chair: str = DORA) -> Stage:
    for one in stage.room.agreements:
        if not one.read:
            stage.ask(chair, c.ReadAgreement(one.id))
    stage.ask(chair, c.CloseSession())
    return stage


def spoken(stage: Stage, seat: str, statement: str = "", seconds: int = 30) -> str:
    stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    turn = stage.room.floor.speech.turn  # type: ignore[union-attr]
    stage.wait(seconds)
    stage.ask(DORA, c.EndSpeech())
    if statement:
        stage.ask(ALBA, c.NoteStatement(turn, statement))
    return turn
