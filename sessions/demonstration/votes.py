"""A temperature check and a roll call of the past meeting: some vote on their device, two through the secretariat."""

from sessions.core import commands as c
from sessions.core.terms import Choice, Method, Stance, Via
from sessions.demonstration.player import Line, Player

MONTHLY = "¿Podrían publicarse las cifras cada mes?"
REVIEW = "Revisar en cada sesión cómo va el acuerdo sobre las cifras de abasto."
STANCES = {
    "bruno": Stance.AGREE, "nadia": Stance.AGREE, "gael": Stance.AGREE, "irene": Stance.ACCEPT,
    "elias": Stance.CANNOT, "dora": Stance.NONE,
}  # fmt: skip
VOTES = {
    "dora": Choice.FOR, "bruno": Choice.FOR, "nadia": Choice.FOR, "gael": Choice.ABSTAIN, "irene": Choice.FOR,
    "elias": Choice.AGAINST,
}  # fmt: skip
ENTERED = {"marta": Via.PHONE, "juana": Via.HALL}


def play_temperature(stage: Player) -> None:
    """An indicative question, which the chair orders into the minutes."""
    stage.play(Line(20, "alba", c.TakeTemperature(MONTHLY)))
    stage.play(*(Line(4, who, c.ShowTemperature(stance)) for who, stance in STANCES.items()))
    number = stage.wait(15).made["k"]
    stage.play(Line(5, "alba", c.CloseTemperature()), Line(20, "dora", c.NoteTemperature(f"k{number}")))


def play_roll_call(stage: Player) -> None:
    """A question by name: somebody changes their vote before the close, somebody explains it afterwards."""
    stage.play(Line(25, "alba", c.PutToVote(REVIEW, Method.ROLL_CALL)))
    stage.play(*(Line(5, who, c.CastVote(choice)) for who, choice in VOTES.items()))
    stage.play(*(Line(9, "alba", c.CastVote(Choice.FOR), who, via) for who, via in ENTERED.items()))
    number = stage.wait(0).made["v"]
    stage.play(
        Line(10, "gael", c.CastVote(Choice.FOR)),
        Line(20, "alba", c.CloseVote()),
        Line(15, "dora", c.DeclareResult(True)),
        Line(40, "elias", c.ExplainVote(f"v{number}", "Salud global revisará las cifras en las sesiones que tengan tiempo "
                                                      "para ello; por eso no pudo votar que sea en todas.")),
    )  # fmt: skip
