"""All that can be asked of minutes. `base` is the change of the passage that the asker had before their eyes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditWording:
    """Other words for a statement, an outcome or a narrative: `t3`, `i2.outcome`, `i2`."""

    passage: str
    text: str
    reason: str
    language: str = "es"
    base: int = 0


@dataclass(frozen=True, slots=True)
class AddNarrative:
    """A summary of what happened under an item that has none yet."""

    item: str
    text: str
    reason: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class Circulate:
    """To everybody who was admitted, for the term of the rules."""


@dataclass(frozen=True, slots=True)
class ConfirmStatement:
    """By the speaker: these are my words."""

    turn: str
    base: int = 0


@dataclass(frozen=True, slots=True)
class ContestStatement:
    """By the speaker: this is what I said instead. It stands beside the text if the desk keeps its wording."""

    turn: str
    words: str
    language: str = "es"
    base: int = 0


@dataclass(frozen=True, slots=True)
class AcceptMinutes:
    """By somebody admitted: I approve the minutes as a whole."""


@dataclass(frozen=True, slots=True)
class DisputeMinutes:
    """By somebody admitted: I object to the minutes, and this is why."""

    words: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class ApproveMinutes:
    """By the chair, once the term is over or everybody with a vote has answered."""


@dataclass(frozen=True, slots=True)
class PublishMinutes:
    pass


@dataclass(frozen=True, slots=True)
class SendStatement:
    """By somebody admitted, in the hours of the rules after closing. Empty `item`: of the whole session."""

    title: str
    text: str
    language: str = "es"
    item: str = ""


Command = (
    EditWording | AddNarrative | Circulate | ConfirmStatement | ContestStatement | AcceptMinutes | DisputeMinutes
    | ApproveMinutes | PublishMinutes | SendStatement
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """A command, the seat that asks for it, and the key that makes it once."""

    by: str
    key: str
    command: Command
