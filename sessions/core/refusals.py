"""Why a room says no: a code, the rule it rests on, and the facts a sentence needs. Words are elsewhere."""

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    """Every reason; `sessions/wording/refusals/` says each in the reader's language."""

    NOT_YOURS = "not_yours"
    NOT_ADMITTED = "not_admitted"
    ALREADY_ADMITTED = "already_admitted"
    ALREADY_WAITING = "already_waiting"
    UNKNOWN_SEAT = "unknown_seat"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_TURN = "unknown_turn"
    UNKNOWN_AGREEMENT = "unknown_agreement"
    WRONG_PHASE = "wrong_phase"
    ALREADY_CONVENED = "already_convened"
    NO_AGENDA = "no_agenda"
    IN_THE_PAST = "in_the_past"
    IN_THE_FUTURE = "in_the_future"
    REASON_NEEDED = "reason_needed"
    TEXT_NEEDED = "text_needed"
    TOO_LONG = "too_long"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    TOO_EARLY = "too_early"
    NO_CHAIR = "no_chair"
    CHAIR_PRESENT = "chair_present"
    CANNOT_PRESIDE = "cannot_preside"
    CHAIR_LEAVING = "chair_leaving"
    NO_QUORUM = "no_quorum"
    QUORUM_MET = "quorum_met"
    QUORUM_ASKED = "quorum_asked"
    ONE_SIDE_EMPTY = "one_side_empty"
    ITEM_OPEN = "item_open"
    NO_ITEM_OPEN = "no_item_open"
    ITEM_NOT_PENDING = "item_not_pending"
    ITEM_NOT_CLOSED = "item_not_closed"
    LIST_OPEN = "list_open"
    LIST_CLOSED = "list_closed"
    ALREADY_LISTED = "already_listed"
    NOT_LISTED = "not_listed"
    NOBODY_LISTED = "nobody_listed"
    SOMEBODY_SPEAKS = "somebody_speaks"
    NOBODY_SPEAKS = "nobody_speaks"
    OUT_OF_TURN = "out_of_turn"
    CLOCK_STANDS = "clock_stands"
    CLOCK_RUNS = "clock_runs"
    POINT_PENDING = "point_pending"
    NO_POINT_PENDING = "no_point_pending"
    PROPOSAL_OPEN = "proposal_open"
    NO_PROPOSAL = "no_proposal"
    ALREADY_OBJECTED = "already_objected"
    NOT_OBJECTED = "not_objected"
    ALREADY_ASIDE = "already_aside"
    NOT_CUT_OFF = "not_cut_off"
    TOO_LATE = "too_late"
    ALREADY_RESERVED = "already_reserved"
    ALREADY_READ = "already_read"
    AGREEMENTS_UNREAD = "agreements_unread"
    NOTHING_TO_UNDO = "nothing_to_undo"
    BUILT_UPON = "built_upon"
    NOTHING_TO_CORRECT = "nothing_to_correct"
    NOT_CATCH_UP = "not_catch_up"
    KEY_USED = "key_used"
    OTHER_QUESTION = "other_question"
    VOTE_OPEN = "vote_open"
    NO_VOTE = "no_vote"
    VOTE_CLOSED = "vote_closed"
    VOTE_NOT_CLOSED = "vote_not_closed"
    UNKNOWN_VOTE = "unknown_vote"
    NOT_IN_ELECTORATE = "not_in_electorate"
    ALREADY_VOTED = "already_voted"
    BY_ONESELF = "by_oneself"
    OWN_DEVICE = "own_device"
    NO_HALL = "no_hall"
    HALL_EXCEEDED = "hall_exceeded"
    HALL_COUNTED = "hall_counted"
    HALL_UNSETTLED = "hall_unsettled"
    ALREADY_COUNTED = "already_counted"
    URN_DIFFERS = "urn_differs"
    FEW_BALLOTS = "few_ballots"
    DECLARED_OTHERWISE = "declared_otherwise"
    ALREADY_EXPLAINED = "already_explained"
    TEMPERATURE_OPEN = "temperature_open"
    NO_TEMPERATURE = "no_temperature"
    ALREADY_ANSWERED = "already_answered"


class Refused(Exception):
    """A command that was judged and refused. `facts` fill the sentence; they hold no secret."""

    def __init__(self, code: Code, **facts: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts: Mapping[str, str | int] = facts


def refuse_if(condition: bool, code: Code, **facts: str | int) -> None:
    """Raise Refused with that code when the condition holds."""
    if condition:
        raise Refused(code, **facts)
