"""Rules of questions from the room: when they are open, who lets them through, their order, who answers."""

from collections.abc import Iterable
from datetime import timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.circulation import day_of, first_day
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.reserves import hears_item
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import Question, Room, Seat
from sessions.core.terms import Phase, QuestionState, Side

LONGEST = 1_000  # characters: a question, not a statement
FURTHEST = timedelta(days=365)
UNSETTLED = (QuestionState.APPROVED, QuestionState.OWED)


def are_open(room: Room) -> bool:
    """Whether questions are taken: the chair opened them for the item that is open now."""
    return bool(room.current) and room.questions.item == room.current


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Promise the published order: by how many support a question, then by the order of asking.

    Nothing else counts: neither who asked nor who supports.
    """
    return sorted(questions, key=lambda q: (-len(q.supporters), q.number))


def answers(room: Room, seat: Seat) -> bool:
    """Whether this person may answer in writing: an official in the room, or whoever presides."""
    return seat.present and (seat.side is Side.PUBLIC or seat.id == room.presiding)


def open_(room: Room, ask: c.OpenQuestions, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_if(are_open(room), Code.QUESTIONS_OPEN)
    return (e.QuestionsOpened(room.current),)


def close(room: Room, ask: c.CloseQuestions, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    refuse_if(not are_open(room), Code.QUESTIONS_CLOSED)
    return (e.QuestionsClosed(room.current),)


def ask(room: Room, ask: c.AskQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By anybody in the room, up to the number of the rules while the desk has not looked at them."""
    phase(room, *SITTING)
    refuse_if(not are_open(room), Code.QUESTIONS_CLOSED)
    text, seat = limits.words(ask.text, LONGEST), act.on_behalf_of or act.by
    mine = [q for q in room.questions.those(QuestionState.WAITING) if q.seat == seat]
    refuse_if(len(mine) >= room.rules.questions_waiting, Code.TOO_MANY_WAITING, most=room.rules.questions_waiting)
    return (e.QuestionAsked(room.next_id("q"), room.current, seat, text, ask.language),)


def _known(room: Room, question_id: str, *, seen: bool = False) -> Question:
    """The question. With `seen`, one that was let through: of the others nobody learns whether they exist."""
    found = room.questions.get(question_id)
    if found is None or (seen and found.state in (QuestionState.WAITING, QuestionState.DECLINED)):
        raise Refused(Code.UNKNOWN_QUESTION)
    return found


def _waiting(room: Room, question_id: str) -> Question:
    phase(room, *SITTING)
    found = _known(room, question_id)
    refuse_if(found.state is not QuestionState.WAITING, Code.QUESTION_SEEN)
    return found


def _unsettled(room: Room, question_id: str) -> Question:
    phase(room, *SITTING)
    found = _known(room, question_id, seen=True)
    refuse_if(found.state not in UNSETTLED, Code.QUESTION_SETTLED)
    return found


def approve(room: Room, ask: c.ApproveQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    found = _waiting(room, ask.question)
    return (e.QuestionApproved(found.id, found.language),)


def merge(room: Room, ask: c.MergeQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Into one of the same item that everybody reads and that has no answer yet."""
    phase(room, *SITTING)
    found, into = _known(room, ask.question), _unsettled(room, ask.into)
    refuse_if(found.id == into.id, Code.SAME_QUESTION)
    refuse_if(found.item != into.item, Code.OTHER_ITEM)
    refuse_if(found.state not in (QuestionState.WAITING, *UNSETTLED), Code.QUESTION_SETTLED)
    return (e.QuestionMerged(found.id, into.id),)


def to_merge(room: Room) -> list[tuple[Question, Question]]:
    """The questions that may go into another one, each with the one."""
    into = room.questions.those(*UNSETTLED)
    gone = room.questions.those(QuestionState.WAITING, *UNSETTLED)
    return [(q, other) for q in gone for other in into if q.id != other.id and q.item == other.item]


def decline(room: Room, ask: c.DeclineQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    return (e.QuestionDeclined(_waiting(room, ask.question).id, limits.reason(ask.reason)),)


def support(room: Room, ask: c.SupportQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Once each, while it has no answer; whoever asked it stands behind it anyway."""
    found, seat = _unsettled(room, ask.question), act.on_behalf_of or act.by
    refuse_if(seat == found.seat or seat in found.joined, Code.OWN_QUESTION)
    refuse_if(seat in found.supporters, Code.ALREADY_SUPPORTED)
    return (e.QuestionSupported(found.id, seat),)


def withdraw_support(room: Room, ask: c.WithdrawSupport, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    found, seat = _unsettled(room, ask.question), act.on_behalf_of or act.by
    refuse_if(seat not in found.supporters, Code.NOT_SUPPORTED)
    return (e.SupportWithdrawn(found.id, seat),)


def answer(room: Room, ask: c.AnswerQuestion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    found, seat = _unsettled(room, ask.question), act.on_behalf_of or act.by
    refuse_if(not answers(room, room.seats[seat]), Code.NOT_OFFICIAL)
    return (e.QuestionAnswered(found.id, seat, limits.words(ask.text), ask.language),)


def note_answered(room: Room, ask: c.NoteAnswered, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    found = _unsettled(room, ask.question)
    refuse_if(room.turn(ask.turn) is None, Code.UNKNOWN_TURN)
    return (e.QuestionAnsweredAloud(found.id, ask.turn),)


def owe(room: Room, ask: c.OweAnswer, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By an official, or by the body that convenes; on a business day from tomorrow on, within a year.

    About a closed item, by somebody cleared: what one owes one has heard (A9).
    """
    found = _unsettled(room, ask.question)
    if ask.seat:
        refuse_if(ask.seat not in room.seats, Code.UNKNOWN_SEAT)
        refuse_if(room.seats[ask.seat].side is not Side.PUBLIC, Code.NOT_OFFICIAL)
        refuse_if(not hears_item(room, ask.seat, found.item, facts.now), Code.NOT_CLEARED)
    today = day_of(facts.now, room.zone)
    refuse_if(ask.due <= today, Code.IN_THE_PAST)
    refuse_if(ask.due > today + FURTHEST, Code.TOO_FAR_AHEAD, days=FURTHEST.days)
    refuse_if(first_day(ask.due - timedelta(days=1), 0, facts.closed) != ask.due, Code.NO_BUSINESS_DAY)
    refuse_if((found.owes, found.due) == (ask.seat, ask.due), Code.NOTHING_TO_CORRECT)
    return (e.AnswerOwed(found.id, ask.seat, ask.due),)
