"""What powers to agree an official shows (G22), and conflicts of interest (G21): what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordCredentials:
    """`empowered` false: the official states that they have no powers to agree. `document`: what they rest on."""

    seat: str
    empowered: bool
    powers: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawCredentials:
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    item: str
    text: str
    language: str = "es"
