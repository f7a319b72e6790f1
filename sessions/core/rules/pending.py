"""One question is before the room at a time: words for adoption, a vote, or a temperature check."""

from sessions.core.refusals import Code, refuse_if
from sessions.core.state import Room


def refuse_while_asked(room: Room) -> None:
    """Raise Refused(PROPOSAL_OPEN | VOTE_OPEN | TEMPERATURE_OPEN) while a question is before the room.

    A vote is before it until its result was declared.
    """
    refuse_if(room.proposal is not None, Code.PROPOSAL_OPEN)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)
    refuse_if(room.temperature is not None, Code.TEMPERATURE_OPEN)


def asked(room: Room) -> frozenset[str]:
    """Those whom the question before the room was put to, and whoever moved what is pending."""
    question = room.proposal or room.vote or room.temperature
    electorate = question.electorate if question else ()
    if room.proposal and not electorate:
        electorate = tuple(s.id for s in room.voters())  # as older logs mean it
    return frozenset({*electorate, *({room.motion.seat} if room.motion else ())})


def refuse_while_deciding(room: Room, motion: str = "") -> None:
    """As `refuse_while_asked`; and Refused(MOTION_PENDING) while a motion other than `motion` is to be decided."""
    refuse_while_asked(room)
    refuse_if(room.motion is not None and room.motion.id != motion, Code.MOTION_PENDING)
