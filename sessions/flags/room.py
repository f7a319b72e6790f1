"""Words that are true of the room, region by region."""

from collections.abc import Callable

from sessions.core.majorities import least
from sessions.core.rules.amending import FIXED, UNTREATED, reached
from sessions.core.rules.captions import has_captions
from sessions.core.rules.chat import is_open
from sessions.core.rules.experts import to_invite
from sessions.core.rules.floor import is_put
from sessions.core.rules.meeting import BEFORE, SITTING, who_presides
from sessions.core.rules.motions import to_follow
from sessions.core.rules.people import DOOR_OPEN, removable
from sessions.core.rules.positions import awaited
from sessions.core.rules.questions import UNSETTLED, are_open, to_merge
from sessions.core.rules.revising import to_supersede
from sessions.core.rules.votes import called, few_ballots, hall_left, hall_total, is_announced
from sessions.core.rules.waiving import late_papers
from sessions.core.state import Room
from sessions.core.terms import Hold, ItemState, Method, Phase, QuestionState, Side
from sessions.core.touches import (
    AGENDA,
    AGREEMENTS,
    CAPTIONS,
    DECISION,
    FLOOR,
    LIST,
    LOBBY,
    NEXT,
    PEOPLE,
    QUESTIONS,
    STATUS,
    TEXT,
)
from sessions.flags import floor, motions, reserves, text
from sessions.flags.those import Words, those


def _status(room: Room) -> Words:
    counted = room.count is not None and room.count.met and not room.quorum_asked
    return those(
        convened=room.convened,
        before=room.phase in BEFORE,
        plan_open=room.phase in (*BEFORE, *SITTING),
        door=room.phase in DOOR_OPEN,
        sitting=room.phase in SITTING,
        record_open=room.phase in (*SITTING, Phase.CLOSED),
        quorum=counted,
        quorum_asked=bool(room.quorum_asked),
        instructs=room.rules.chair_instructs,
        budgets=room.rules.budgets,
        **reserves.of_status(room),
        chat=is_open(room),
        removable=bool(removable(room)),
    ) | {room.phase.value.replace("_", "-")}


def _agenda(room: Room) -> Words:
    states = {i.state for i in room.items}
    return those(
        item_open=bool(room.current),
        items_left=bool(states & {ItemState.PENDING, ItemState.DEFERRED}),
        items_to_defer=bool(states & {ItemState.PENDING, ItemState.OPEN}),
        items_concluded=ItemState.CONCLUDED in states,
        adoptable=room.order.adopted_at is None and reached(room),
        items_loose=any(i.state in UNTREATED and i.plan.kind not in FIXED for i in room.items),
        **reserves.of_agenda(room),
        paper_late=bool(late_papers(room)),
    )


def _floor(room: Room) -> Words:
    speech = room.floor.speech
    return those(
        speech=speech is not None,
        called=speech is not None and bool(speech.request),
        paused=speech is not None and Hold.PAUSED in speech.watch.holds,
        point=room.floor.point is not None,
        turns=bool(room.turns),
        rulings=any(p.upheld is not None for p in room.points),
        item_turns=any(t.item == room.current for t in room.turns) if room.current else False,
        appealable=bool(room.floor.ruling) and bool(room.current),
        debate_closed=room.floor.debate_closed,
    )


def _list(room: Room) -> Words:
    return those(
        listed=bool(room.floor.requests),
        list_open=room.floor.list_open,
        list_firm=room.floor.list_open and room.floor.closes_at is None,
    ) | floor.of_list(room)


def _decision(room: Room) -> Words:
    """`vote`: a question is put, until its result is declared; `voting`: until its close; `counted`: after it."""
    vote = room.vote
    voting = vote is not None and vote.result is None
    return those(
        proposal=room.proposal is not None,
        deciding=bool(
            room.proposal
            or room.quorum_asked
            or vote
            or room.temperature
            or room.told()
            or room.motion
            or to_follow(room)
        ),
        vote=vote is not None,
        voting=voting,
        counted=vote is not None and not voting,
        roll_call=vote is not None and vote.method is Method.ROLL_CALL,
        to_call=vote is not None and vote.method is Method.ROLL_CALL and bool(called(room, vote)),
        secret=vote is not None and vote.method is Method.SECRET,
        hands=vote is not None and vote.method is Method.SHOW and bool(hall_left(vote)),
        few_ballots=vote is not None and few_ballots(room, vote),
        hall_unsettled=vote is not None and bool(vote.hall_counts) and hall_total(vote) is None,
        temperature=room.temperature is not None,
        temperatures=any(not t.noted for t in room.temperatures),
        declared=bool(room.votes),
        votable=least(room.rules) is not None,
        explainable=bool(room.votes) or is_announced(vote),
        sides=is_put(room),
    ) | motions.of_decision(room)


def _agreements(room: Room) -> Words:
    return those(
        agreements=bool(room.agreements),
        unread=any(not a.read for a in room.agreements),
        texts_awaited=bool(awaited(room)),
        supersedable=bool(to_supersede(room)),
    )


def _people(room: Room) -> Words:
    sides = {s.side for s in room.voters()}
    return those(
        both_sides={Side.CIVIL, Side.PUBLIC} <= sides,
        chair_there=bool(who_presides(room)),
        others=any(s.id != room.presiding for s in room.present()),
        officials=any(s.side is Side.PUBLIC for s in room.present()),
        empowered=any(s.empowered for s in room.seats.values()),
        experts_there=bool(to_invite(room)),
        **reserves.of_people(room),
        provisional=room.phase in (*DOOR_OPEN, Phase.CLOSED) and any(s.provisional for s in room.seats.values()),
    )


def _lobby(room: Room) -> Words:
    return those(knocking=any(not k.refused for k in room.waiting.values()))


def _questions(room: Room) -> Words:
    waiting, unanswered = room.questions.those(QuestionState.WAITING), room.questions.those(*UNSETTLED)
    return those(
        questions_open=are_open(room),
        questions_waiting=bool(waiting),
        questions_unanswered=bool(unanswered),
        questions_to_merge=bool(to_merge(room)),
    )


OF: dict[str, Callable[[Room], Words]] = {
    STATUS: _status, AGENDA: _agenda, FLOOR: _floor, LIST: _list, DECISION: _decision, AGREEMENTS: _agreements,
    PEOPLE: _people, LOBBY: _lobby, QUESTIONS: _questions, NEXT: lambda room: those(),
    TEXT: lambda room: those(**text.words(room)), CAPTIONS: lambda room: those(captions=has_captions(room)),
}  # fmt: skip
