"""What members put beside an agreement, word for word: what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExplainPosition:
    """`follows`: a written text will be handed in after closing, within the hours of the rules."""

    agreement: str
    text: str
    language: str = "es"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Dissociate:
    """Stay apart from an agreement others keep; `follows` as in `ExplainPosition`."""

    agreement: str
    text: str
    language: str = "es"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class HandInText:
    """The written text that was announced."""

    agreement: str
    text: str
    language: str = "es"
