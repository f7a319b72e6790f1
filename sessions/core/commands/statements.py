"""Written statements: what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubmitStatement:
    """Empty `item`: of the whole session."""

    title: str
    text: str
    language: str = "es"
    item: str = ""
