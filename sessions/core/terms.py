"""The closed lists of words a room uses. Values are stored in logs for ever: never rename one."""

from enum import StrEnum

from sessions.core.text_terms import AmendmentKind as AmendmentKind
from sessions.core.text_terms import AmendmentState as AmendmentState
from sessions.core.text_terms import Change as Change
from sessions.core.text_terms import Lift as Lift
from sessions.core.text_terms import ParagraphState as ParagraphState
from sessions.core.text_terms import TextKind as TextKind


class Role(StrEnum):
    """What a seat is for (decisions page: chair, vice-chair, secretariat, member, adviser, observer)."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARIAT = "secretariat"
    MEMBER = "member"
    ADVISER = "adviser"
    OBSERVER = "observer"
    EXPERT = "expert"
    INTERPRETER = "interpreter"


class Side(StrEnum):
    """The two sides of a consultation (G15); guests count on neither (G17)."""

    CIVIL = "civil"
    PUBLIC = "public"
    GUEST = "guest"


class Phase(StrEnum):
    PLANNED = "planned"
    LOBBY = "lobby"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    SEALED = "sealed"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"


class ItemKind(StrEnum):
    """The skeleton of a session (decisions, the live room, 15)."""

    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    PREVIOUS_MINUTES = "previous_minutes"
    FOLLOW_UP = "follow_up"
    SUBJECT = "subject"
    OTHER_MATTERS = "other_matters"
    READING = "reading"
    CLOSING = "closing"


class ItemState(StrEnum):
    PENDING = "pending"
    OPEN = "open"
    CONCLUDED = "concluded"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Via(StrEnum):
    """How an act reached the room."""

    WEB = "web"
    PHONE = "phone"
    HALL = "hall"
    PAPER = "paper"
    LINK = "link"  # on the web, with a personal link instead of an account


class Effect(StrEnum):
    """What an agreement does (decisions, the live room, 16)."""

    BINDS = "binds"
    RECOMMENDS = "recommends"
    COMMITS = "commits"


class Balance(StrEnum):
    """The rules of the list of speakers one may choose from."""

    BALANCED = "balanced"
    REQUEST = "request"
    CHAIR = "chair"


class Hold(StrEnum):
    """Why a clock stands still."""

    PAUSED = "paused"
    POINT_OF_ORDER = "point_of_order"
    SUSPENDED = "suspended"
    OBJECTION = "objection"
    CUT_OFF = "cut_off"
    INCOMPLETE = "incomplete"
    QUORUM = "quorum"
    APPEAL = "appeal"


class Slip(StrEnum):
    """What a correction may touch: facts entered by hand, never times or counts."""

    TURN_SPEAKER = "turn.seat"
    STATEMENT = "turn.statement"
    AGREEMENT_TEXT = "agreement.text"
    RULING = "ruling.text"


class Method(StrEnum):
    """How a question is voted. Only a secret ballot keeps a choice from whoever is in the room."""

    SHOW = "show"
    ROLL_CALL = "roll_call"
    SECRET = "secret"


class Choice(StrEnum):
    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Majority(StrEnum):
    """How many votes in favour carry a question, of the base it is counted on. `consensus`: no vote decides it."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"
    TWO_THIRDS = "two_thirds"
    FOUR_FIFTHS = "four_fifths"
    CONSENSUS = "consensus"


class Base(StrEnum):
    """Of what a majority is counted: votes for and against, voting members present, everybody entitled."""

    CAST = "cast"
    PRESENT = "present"
    ENTITLED = "entitled"


class Tie(StrEnum):
    """What a tie decides."""

    NOT_CARRIED = "not_carried"


class Stance(StrEnum):
    """The answers of a temperature check."""

    AGREE = "agree"
    ACCEPT = "accept"
    CANNOT = "cannot"
    NONE = "none"


class QuestionState(StrEnum):
    """Where a question from the room stands. `waiting` and `declined`: nobody but the desk and its asker reads it."""

    WAITING = "waiting"
    APPROVED = "approved"
    MERGED = "merged"
    DECLINED = "declined"
    ANSWERED = "answered"
    OWED = "owed"


class AgendaChange(StrEnum):
    """What is done to the order of the day as a whole."""

    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    RETITLED = "retitled"


class Stand(StrEnum):
    """What somebody puts beside an agreement besides a reservation."""

    EXPLAINS = "explains"
    DISSOCIATES = "dissociates"


class MotionKind(StrEnum):
    """What a motion asks for, the highest precedence first (GA rules 71, 76, 74, 75, 81; their order: 77)."""

    APPEAL = "appeal"
    SUSPENSION = "suspension"
    ADJOURNMENT = "adjournment"
    DEBATE = "adjournment_of_debate"
    CLOSURE = "closure"
    RECONSIDERATION = "reconsideration"


class MotionState(StrEnum):
    PENDING = "pending"
    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class ReplyState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    GIVEN = "given"


class Speaks(StrEnum):
    """On which side of what is before the room somebody speaks."""

    FOR = "for"
    AGAINST = "against"
    GENERAL = "general"


class Circle(StrEnum):
    """Who may hear a reserved item: those admitted and nobody outside, or the seats the desk has cleared (A9)."""

    MEMBERS = "members"
    CLOSED = "closed"


class PointKind(StrEnum):
    """What a point of order is about, so that it is raised without typing (GA rule 71).

    `other`: also of every point raised before they were told apart.
    """

    RULES = "rules"
    ITEM = "item"
    TIME = "time"
    HEARING = "hearing"
    DECIDING = "deciding"
    CONDUCT = "conduct"
    OTHER = "other"


class Points(StrEnum):
    """Who raises points of order: whoever has a voice, or members alone."""

    VOICE = "voice"
    MEMBERS = "members"


class QuorumBase(StrEnum):
    """Of whom the share of the quorum is: everybody accredited with a vote, or those of them who were admitted."""

    ACCREDITED = "accredited"
    ADMITTED = "admitted"


class Sought(StrEnum):
    """Whether consensus was sought before a question was put to the vote. `untold`: the rules did not ask."""

    UNTOLD = "untold"
    SOUGHT = "sought"
    NOT_SOUGHT = "not_sought"


class Purpose(StrEnum):
    """What an item of the agenda is put there for; nobody said so of an item that is `UNSAID`."""

    UNSAID = ""
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
