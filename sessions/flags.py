"""What is true of a room in single words, so that a page can offer exactly the acts that fit. Pure.

`flags(room)` are words about the room: each region prints its own in `data-flags`, because each word rests
on what that region shows. `marks` are true of one person; regions
print the seats of each in `data-marks`. `own` adds what follows for a viewer.
A control says when it fits: `data-when="open list-open !waiting"` (all of them; `!` means not). The browser
works with the same words (`room/controls.js`).
"""

from collections.abc import Callable, Iterable

from sessions.core.rules.meeting import BEFORE, SITTING, who_presides
from sessions.core.rules.people import DOOR_OPEN
from sessions.core.rules.votes import few_ballots, hall_left, hall_total
from sessions.core.rules.who import at_the_desk, has_voice
from sessions.core.state import Room, Vote
from sessions.core.terms import Hold, ItemState, Method, Phase, Role, Side
from sessions.core.touches import AGENDA, AGREEMENTS, DECISION, FLOOR, LIST, LOBBY, PEOPLE, STATUS

Words = frozenset[str]
Marks = dict[str, list[str]]  # word → the seats it is true of


def _those(**words: bool) -> Words:
    return frozenset(name.replace("_", "-") for name, true in words.items() if true)


def _status(room: Room) -> Words:
    counted = room.count is not None and room.count.met and not room.quorum_asked
    return _those(
        convened=room.convened,
        before=room.phase in BEFORE,
        plan_open=room.phase in (*BEFORE, *SITTING),
        door=room.phase in DOOR_OPEN,
        sitting=room.phase in SITTING,
        record_open=room.phase in (*SITTING, Phase.CLOSED),
        quorum=counted,
        quorum_asked=bool(room.quorum_asked),
        instructs=room.rules.chair_instructs,
    ) | {room.phase.value.replace("_", "-")}


def _agenda(room: Room) -> Words:
    states = {i.state for i in room.items}
    return _those(
        item_open=bool(room.current),
        items_left=bool(states & {ItemState.PENDING, ItemState.DEFERRED}),
        items_to_defer=bool(states & {ItemState.PENDING, ItemState.OPEN}),
        items_concluded=ItemState.CONCLUDED in states,
    )


def _floor(room: Room) -> Words:
    speech = room.floor.speech
    return _those(
        speech=speech is not None,
        called=speech is not None and bool(speech.request),
        paused=speech is not None and Hold.PAUSED in speech.watch.holds,
        point=room.floor.point is not None,
        turns=bool(room.turns),
        rulings=any(p.upheld is not None for p in room.points),
    )


def _list(room: Room) -> Words:
    return _those(
        listed=bool(room.floor.requests),
        list_open=room.floor.list_open,
        list_firm=room.floor.list_open and room.floor.closes_at is None,
    )


def _decision(room: Room) -> Words:
    """`vote`: a question is put, until its result is declared; `voting`: until its close; `counted`: after it."""
    vote = room.vote
    voting = vote is not None and vote.result is None
    return _those(
        proposal=room.proposal is not None,
        deciding=bool(room.proposal or room.quorum_asked or vote or room.temperature or room.told()),
        vote=vote is not None,
        voting=voting,
        counted=vote is not None and not voting,
        roll_call=vote is not None and vote.method is Method.ROLL_CALL,
        secret=vote is not None and vote.method is Method.SECRET,
        hands=vote is not None and vote.method is Method.SHOW and bool(hall_left(vote)),
        few_ballots=vote is not None and few_ballots(room, vote),
        hall_unsettled=vote is not None and bool(vote.hall_counts) and hall_total(vote) is None,
        temperature=room.temperature is not None,
        temperatures=any(not t.noted for t in room.temperatures),
        declared=bool(room.votes),
    )


def _agreements(room: Room) -> Words:
    return _those(agreements=bool(room.agreements), unread=any(not a.read for a in room.agreements))


def _people(room: Room) -> Words:
    sides = {s.side for s in room.voters()}
    return _those(
        both_sides={Side.CIVIL, Side.PUBLIC} <= sides,
        chair_there=bool(who_presides(room)),
        others=any(s.id != room.presiding for s in room.present()),
    )


def _lobby(room: Room) -> Words:
    return _those(knocking=any(not k.refused for k in room.waiting.values()))


OF: dict[str, Callable[[Room], Words]] = {
    STATUS: _status, AGENDA: _agenda, FLOOR: _floor, LIST: _list, DECISION: _decision, AGREEMENTS: _agreements,
    PEOPLE: _people, LOBBY: _lobby,
}  # fmt: skip


def flags(room: Room) -> Words:
    """Every word that is true of the room."""
    return frozenset[str]().union(*(words(room) for words in OF.values()))


def _of_people(room: Room) -> Marks:
    present = room.present()
    return {
        "admitted": [s.id for s in present],
        "votes": [s.id for s in present if s.votes],
        "voice": [s.id for s in present if has_voice(room, s)],
    }


def _of_lobby(room: Room) -> Marks:
    waiting = room.waiting.values()
    return {
        "knocked": [k.seat for k in waiting if not k.refused],
        "refused": [k.seat for k in waiting if k.refused],
    }


def _of_list(room: Room) -> Marks:
    waiting = [r.seat for r in room.floor.requests]
    return {"waiting": waiting, "next": waiting[:1]}


def _of_decision(room: Room) -> Marks:
    """Who objected or stood aside; who may vote or answer and who has; who may still explain a vote."""
    proposal, vote, asked = room.proposal, room.vote, room.temperature
    found: Marks = {"explains": [s for s in room.seats if any(_explains(v, s) for v in room.votes)]}
    if proposal:
        found |= {"objected": [o.seat for o in proposal.objections], "aside": [o.seat for o in proposal.aside]}
    if vote:
        by_totals = hall_left(vote) if vote.hall_counts else ()
        found |= {"elector": [s for s in vote.electorate if s not in by_totals], "voted": list(vote.voted)}
    if asked:
        found |= {"elector": list(asked.electorate), "answered": list(asked.shown)}
    return found


def _explains(vote: Vote, seat: str) -> bool:
    return seat in vote.electorate and all(x.seat != seat for x in vote.explanations)


def _of_agreements(room: Room) -> Marks:
    """Who was cut off while something was adopted and may still object to it."""
    found: set[str] = set()
    for a in room.agreements:
        if room.phase in SITTING or (room.phase is Phase.CLOSED and a.late_until):
            found |= set(a.cut_off) - {o.seat for o in a.late_objections}
    return {"cut-off": sorted(found)}


MARKS: dict[str, Callable[[Room], Marks]] = {
    STATUS: lambda room: {"presiding": [room.presiding] if room.presiding else []},
    FLOOR: lambda room: {"speaking": [room.floor.speech.seat] if room.floor.speech else []},
    PEOPLE: _of_people,
    LOBBY: _of_lobby,
    LIST: _of_list,
    DECISION: _of_decision,
    AGREEMENTS: _of_agreements,
}


def marks(room: Room, seat: str) -> Words:
    """The words that are true of one seat."""
    found = (words(room) for words in MARKS.values())
    return frozenset(word for named in found for word, seats in named.items() if seat in seats)


def own(room: Room, seat: str, role: Role | None) -> Words:
    """Every word a control asks for, for somebody who holds this seat in this role (None: no seat)."""
    return derived(flags(room) | marks(room, seat) | _role(room, seat, role))


def _role(room: Room, seat: str, role: Role | None) -> Words:
    if role is None or (role is Role.SECRETARIAT and not at_the_desk(room, seat)):
        return frozenset()
    return frozenset({f"role-{role.value}".replace("_", "-")})


def derived(words: Words) -> Words:
    """With what follows: `desk` keeps the record and the door, `chairs` gives the chair's acts, `opens` opens,
    `scrutineer` may count the hands in the hall."""
    secretariat, presiding = "role-secretariat" in words, "presiding" in words
    leads = presiding or (secretariat and "instructs" in words)
    first = "before" in words and "role-chair" in words
    opens = leads or ("before" in words and "admitted" in words and ("role-vice-chair" in words or first))
    return words | _those(
        desk=presiding or secretariat or first,
        chairs=leads,
        opens=opens,
        scrutineer=secretariat or {"admitted", "votes"} <= words,
        stands_in=secretariat or "role-vice-chair" in words,
    )


def fits(words: Words, when: str) -> bool:
    """Whether `when` holds: every word is there, every `!word` is not."""
    return all((w[1:] not in words) if w.startswith("!") else (w in words) for w in when.split())


def said(words: Iterable[str]) -> str:
    """Words for an attribute, always in the same order."""
    return " ".join(sorted(words))


def marked(region: str, room: Room) -> str:
    """The marks of a region for its attribute: `votes 2 3; waiting 3`."""
    found = MARKS[region](room) if region in MARKS else {}
    return "; ".join(f"{word} {' '.join(seats)}" for word, seats in found.items() if seats)
