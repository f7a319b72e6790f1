"""The closed lists of the core in the reader's language, and small phrases built of them."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from sessions.core.forecast import Answer, Outlook
from sessions.core.state import Room, Seat
from sessions.core.terms import (
    AgendaChange,
    AmendmentKind,
    AmendmentState,
    Balance,
    Change,
    Choice,
    Circle,
    Effect,
    Hold,
    ItemKind,
    ItemState,
    Lift,
    Method,
    MotionKind,
    MotionState,
    ParagraphState,
    Phase,
    PointKind,
    QuestionState,
    Role,
    Side,
    Slip,
    Speaks,
    Stance,
    Stand,
    TextKind,
    Tie,
    Via,
)
from sessions.wording.deciding import DECIDING
from sessions.wording.places import PLACES
from sessions.wording.points import POINTS
from sessions.wording.purposes import PURPOSES
from sessions.wording.replies import REPLIES

# By kind first: terms are text, and `open` is both a phase and the state of an item.
WORDS: dict[type[StrEnum], dict[str, Promise]] = {
    Role: {
        Role.CHAIR: gettext_lazy("Chair"),
        Role.VICE_CHAIR: gettext_lazy("Vice-chair"),
        Role.SECRETARIAT: gettext_lazy("Secretariat"),
        Role.MEMBER: gettext_lazy("Member"),
        Role.ADVISER: gettext_lazy("Adviser"),
        Role.OBSERVER: gettext_lazy("Observer"),
        Role.EXPERT: gettext_lazy("Invited expert"),
        Role.INTERPRETER: gettext_lazy("Interpreter"),
    },
    Side: {
        Side.CIVIL: gettext_lazy("civil society"),
        Side.PUBLIC: gettext_lazy("public service"),
        Side.GUEST: gettext_lazy("guest"),
    },
    Answer: {
        Answer.HALL: gettext_lazy("I come to the hall"),
        Answer.VIDEO: gettext_lazy("I come by video"),
        Answer.PHONE: gettext_lazy("I come by telephone"),
        Answer.NO: gettext_lazy("I don't come"),
        Answer.UNSURE: gettext_lazy("I don't know yet"),
    },
    Outlook: {
        Outlook.LIKELY: gettext_lazy("quorum is likely"),
        Outlook.NOT_YET: gettext_lazy("quorum is not reached yet"),
        Outlook.DOUBTFUL: gettext_lazy("quorum is in doubt"),
    },
    Circle: {
        Circle.MEMBERS: gettext_lazy("Those admitted to the session, and nobody outside"),
        Circle.CLOSED: gettext_lazy("Only the desk and those it has cleared"),
    },
    Phase: {
        Phase.PLANNED: gettext_lazy("Convened"),
        Phase.LOBBY: gettext_lazy("Lobby open"),
        Phase.OPEN: gettext_lazy("Live"),
        Phase.SUSPENDED: gettext_lazy("Suspended"),
        Phase.CLOSED: gettext_lazy("Closed"),
        Phase.SEALED: gettext_lazy("Closed and sealed"),
        Phase.CANCELLED: gettext_lazy("Cancelled"),
        Phase.NOT_HELD: gettext_lazy("Not held"),
    },
    ItemKind: {
        ItemKind.ATTENDANCE: gettext_lazy("Attendance and quorum"),
        ItemKind.AGENDA: gettext_lazy("Agenda"),
        ItemKind.PREVIOUS_MINUTES: gettext_lazy("Previous minutes"),
        ItemKind.FOLLOW_UP: gettext_lazy("Follow-up of agreements"),
        ItemKind.SUBJECT: gettext_lazy("Subject"),
        ItemKind.OTHER_MATTERS: gettext_lazy("Other matters"),
        ItemKind.READING: gettext_lazy("Reading of agreements"),
        ItemKind.CLOSING: gettext_lazy("Closing"),
    },
    ItemState: {
        ItemState.PENDING: pgettext_lazy("agenda item", "To come"),
        ItemState.OPEN: pgettext_lazy("agenda item", "Open now"),
        ItemState.CONCLUDED: pgettext_lazy("agenda item", "Concluded"),
        ItemState.DEFERRED: pgettext_lazy("agenda item", "Deferred"),
        ItemState.WITHDRAWN: pgettext_lazy("agenda item", "Withdrawn"),
    },
    Via: {
        Via.WEB: gettext_lazy("on line"),
        Via.PHONE: gettext_lazy("by telephone"),
        Via.HALL: gettext_lazy("in the hall"),
        Via.PAPER: gettext_lazy("on paper"),
        Via.LINK: gettext_lazy("with a personal link"),
    },
    Effect: {
        Effect.BINDS: gettext_lazy("Binds the authority"),
        Effect.RECOMMENDS: gettext_lazy("Recommendation"),
        Effect.COMMITS: gettext_lazy("Commitment of civil society"),
    },
    Balance: {
        Balance.BALANCED: gettext_lazy(
            "Balanced: first whoever has spoken less and whose side has used less than its share"
        ),
        Balance.REQUEST: gettext_lazy("In the order of requests"),
        Balance.CHAIR: gettext_lazy("In the order the chair sets"),
    },
    Hold: {
        Hold.PAUSED: gettext_lazy("paused"),
        Hold.POINT_OF_ORDER: gettext_lazy("stopped by a point of order"),
        Hold.SUSPENDED: gettext_lazy("the session is suspended"),
        Hold.OBJECTION: gettext_lazy("stopped by an objection"),
        Hold.CUT_OFF: gettext_lazy("waiting for those who lost the connection"),
        Hold.INCOMPLETE: gettext_lazy("waiting for the quorum and for both sides"),
        Hold.QUORUM: gettext_lazy("waiting for the verification of quorum"),
        Hold.APPEAL: gettext_lazy("stopped by an appeal against a ruling"),
    },
    Method: {
        Method.SHOW: gettext_lazy("show of hands"),
        Method.ROLL_CALL: gettext_lazy("roll call"),
        Method.SECRET: gettext_lazy("secret ballot"),
    },
    Choice: {
        Choice.FOR: gettext_lazy("In favour"),
        Choice.AGAINST: pgettext_lazy("vote", "Against"),
        Choice.ABSTAIN: pgettext_lazy("vote", "Abstention"),
    },
    **DECIDING,
    Tie: {Tie.NOT_CARRIED: gettext_lazy("A tie is not carried")},
    Stance: {
        Stance.AGREE: gettext_lazy("I agree"),
        Stance.ACCEPT: gettext_lazy("I can accept it"),
        Stance.CANNOT: gettext_lazy("I can't accept it"),
        Stance.NONE: gettext_lazy("No position"),
    },
    Slip: {
        Slip.TURN_SPEAKER: gettext_lazy("Who spoke"),
        Slip.STATEMENT: gettext_lazy("What was said"),
        Slip.AGREEMENT_TEXT: gettext_lazy("Words of an agreement"),
        Slip.RULING: gettext_lazy("Ruling on a point of order"),
    },
    TextKind: {
        TextKind.ZERO_DRAFT: gettext_lazy("Zero draft"),
        TextKind.CHAIR: gettext_lazy("Chair's text"),
        TextKind.FACILITATOR: gettext_lazy("Facilitator's text"),
    },
    AmendmentKind: {
        AmendmentKind.ADD: gettext_lazy("Add a paragraph after it"),
        AmendmentKind.DELETE: gettext_lazy("Delete the paragraph"),
        AmendmentKind.REPLACE: gettext_lazy("Other words for the paragraph"),
    },
    AmendmentState: {
        AmendmentState.WAITING: pgettext_lazy("amendment", "waits for a sponsor"),
        AmendmentState.SUBMITTED: pgettext_lazy("amendment", "submitted"),
        AmendmentState.ADMITTED: pgettext_lazy("amendment", "admissible"),
        AmendmentState.RULED_OUT: pgettext_lazy("amendment", "out of order"),
        AmendmentState.WITHDRAWN: pgettext_lazy("amendment", "withdrawn"),
        AmendmentState.CARRIED: pgettext_lazy("amendment", "carried"),
        AmendmentState.LOST: pgettext_lazy("amendment", "not carried"),
    },
    ParagraphState: {
        ParagraphState.PROPOSED: pgettext_lazy("paragraph", "proposed"),
        ParagraphState.BRACKETED: pgettext_lazy("paragraph", "in brackets"),
        ParagraphState.AGREED: pgettext_lazy("paragraph", "provisionally agreed"),
        ParagraphState.ADOPTED: pgettext_lazy("paragraph", "adopted"),
        ParagraphState.DELETED: pgettext_lazy("paragraph", "deleted"),
    },
    Lift: {
        Lift.KEEP: pgettext_lazy("bracket", "keep the words"),
        Lift.ALTERNATIVE: pgettext_lazy("bracket", "take an alternative"),
        Lift.DELETE: pgettext_lazy("bracket", "delete the words"),
        Lift.FELL: pgettext_lazy("bracket", "fell with the words it stood in"),
    },
    Change: {
        Change.PRESENTED: pgettext_lazy("version", "presented"),
        Change.EDITED: pgettext_lazy("version", "edited by the drafter"),
        Change.CARRIED: pgettext_lazy("version", "amendment carried"),
        Change.LIFTED: pgettext_lazy("version", "brackets lifted"),
        Change.DIVIDED: pgettext_lazy("version", "not carried when put separately"),
    },
    AgendaChange: {
        AgendaChange.MOVED: gettext_lazy("Moved"),
        AgendaChange.WITHDRAWN: pgettext_lazy("agenda item", "Withdrawn"),
        AgendaChange.RETITLED: gettext_lazy("New words"),
    },
    Stand: {
        Stand.EXPLAINS: gettext_lazy("Explanation of position"),
        Stand.DISSOCIATES: gettext_lazy("Dissociation"),
    },
    MotionKind: {
        MotionKind.APPEAL: gettext_lazy("Appeal against a ruling"),
        MotionKind.SUSPENSION: gettext_lazy("Suspension of the session"),
        MotionKind.ADJOURNMENT: gettext_lazy("Adjournment of the session"),
        MotionKind.DEBATE: gettext_lazy("Adjournment of the debate on this item"),
        MotionKind.CLOSURE: gettext_lazy("Closure of the debate on this item"),
        MotionKind.RECONSIDERATION: gettext_lazy("Reconsideration of a decision"),
    },
    MotionState: {
        MotionState.PENDING: pgettext_lazy("motion", "pending"),
        MotionState.CARRIED: pgettext_lazy("motion", "carried"),
        MotionState.LOST: pgettext_lazy("motion", "lost"),
        MotionState.WITHDRAWN: pgettext_lazy("motion", "withdrawn"),
        MotionState.LAPSED: pgettext_lazy("motion", "lapsed"),
    },
    Speaks: {
        Speaks.FOR: gettext_lazy("in favour"),
        Speaks.AGAINST: gettext_lazy("against it"),
        Speaks.GENERAL: gettext_lazy("in general"),
    },
    QuestionState: {
        QuestionState.WAITING: gettext_lazy("the desk has not looked at it yet"),
        QuestionState.APPROVED: gettext_lazy("in the list, not answered yet"),
        QuestionState.MERGED: gettext_lazy("merged with another one that asks the same"),
        QuestionState.DECLINED: pgettext_lazy("question", "declined"),
        QuestionState.ANSWERED: pgettext_lazy("question", "answered"),
        QuestionState.OWED: gettext_lazy("owed in writing"),
    },
    **REPLIES,
    PointKind: POINTS,
    **PURPOSES,
}


def word(term: StrEnum | str, kind: type[StrEnum] | None = None) -> str:
    """The word for a term; a plain value needs its `kind`."""
    return str(WORDS[kind or type(term)][term])  # type: ignore[index]


def choices(*terms: StrEnum) -> list[tuple[str, Promise]]:
    """Terms as the choices of a form field."""
    return [(t.value, WORDS[type(t)][t]) for t in terms]


def place(why: str) -> str:
    """The reason for a place on the list."""
    return str(PLACES.get(why, PLACES["order_of_request"]))


def titled(pair: Any, name: str = "title") -> str:
    """A text in a pair, in the reader's language or else in the other."""
    first, second = ("es", "en") if (get_language() or "es").startswith("es") else ("en", "es")
    return str(getattr(pair, f"{name}_{first}") or getattr(pair, f"{name}_{second}"))


def name_of(room: Room, seat: str) -> str:
    """The name somebody was admitted under; a plain word for whoever is not in the room's memory."""
    known = room.seats.get(seat)
    return known.name if known else _("A person")


def standing_of(seat: Seat) -> str:
    """In what capacity somebody is there: office or organization, and side."""
    what = seat.capacity or word(seat.role)
    provisional = _("provisional accreditation") if seat.provisional else ""
    return " · ".join(p for p in (what, seat.organization, word(seat.side), provisional) if p)


def clock(length: timedelta) -> str:
    """A length as a clock shows it: 1:05; hours join the minutes."""
    seconds = max(0, int(length.total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
