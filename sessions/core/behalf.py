"""For whom the secretariat could do an act now: asked of the rules, person by person. Pure.

`ASKS` names, for each act that may be done on behalf of somebody, the commands it might become for that seat as the
room stands. Whoever could ask for one of them is somebody the act can be done for.
"""

from collections.abc import Callable, Iterable, Mapping

from sessions.core import commands as c
from sessions.core.decide import decide
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused
from sessions.core.rules.motions import PROCEDURAL
from sessions.core.rules.table import on_table
from sessions.core.state import Room, Seat
from sessions.core.state.text import Text
from sessions.core.terms import AmendmentKind, Choice, Lift, MotionKind, Role, Speaks, Stance, Via

SAID = "…"  # in the place of what somebody would say
Asks = Callable[[Room, str], Iterable[c.Command]]


def why_not(room: Room, by: str, role: Role, seat: str, asks: Asks, facts: Facts) -> Refused | None:
    """Promise None when the room would take one of these from `by` on behalf of this seat; else why it would not."""
    found: Refused | None = None
    for command in asks(room, seat):
        try:
            decide(room, c.Act(by, "asks", command, seat, Via.PHONE), facts, role)
        except Refused as refusal:
            found = found or refusal
        else:
            return None
    return found or Refused(Code.NOT_YOURS)


def those(room: Room, by: str, role: Role, asks: Asks, facts: Facts) -> tuple[Seat, ...]:
    """Everybody in the room for whom one of these would be taken, by name; never the secretariat itself."""
    others = (s for s in room.present() if s.role is not Role.SECRETARIAT)
    fit = (s for s in others if why_not(room, by, role, s.id, asks, facts) is None)
    return tuple(sorted(fit, key=lambda s: (s.name, s.id)))


def _just(*commands: c.Command) -> Asks:
    return lambda room, seat: commands


def _agreements(make: Callable[[str], c.Command]) -> Asks:
    return lambda room, seat: [make(a.id) for a in room.agreements]


def _questions(make: Callable[[str], c.Command]) -> Asks:
    return lambda room, seat: [make(q.id) for q in room.questions.asked]


def _text(make: Callable[[Text], Iterable[c.Command]]) -> Asks:
    """Nothing to ask where no text is on the table."""

    def asks(room: Room, seat: str) -> Iterable[c.Command]:
        text = on_table(room)
        return make(text) if text else ()

    return asks


def _changes(room: Room, seat: str) -> Iterable[c.Command]:
    """Another vote than the one that stands; of whoever has not voted there is nothing to change."""
    before = room.vote.choice_of(seat) if room.vote else None
    return [c.CastVote(choice) for choice in Choice if before not in (None, choice)]


def _decisions(room: Room, seat: str) -> Iterable[c.Command]:
    ids = [*(a.id for a in room.agreements), *(v.id for v in room.votes)]
    return [c.MoveReconsider(one, SAID) for one in ids]


def _revises(text: Text) -> Iterable[c.Command]:
    bases = {p.id: p.version for p in text.paragraphs}
    return [c.ReviseAmendment(a.id, bases[a.paragraph], SAID) for a in text.amendments]


def _ends(text: Text) -> Iterable[c.Command]:
    return [c.ConsentToLift(b.id, how, n) for b in text.open_brackets() for how, n in (
        (Lift.KEEP, 0), (Lift.DELETE, 0), *((Lift.ALTERNATIVE, a.number) for a in b.standing)
    )]  # fmt: skip


def _divides(text: Text) -> Iterable[c.Command]:
    """The text by paragraphs; an amendment at any one place, its first word here."""
    words = [(a.id, a.words.split(maxsplit=1)) for a in text.amendments]
    whole = [c.MoveDivision(text.id, (p.id,)) for p in text.living()[:1]]
    return [*whole, *(c.MoveDivision(one, tuple(two)) for one, two in words if len(two) > 1)]


ASKS: Mapping[str, Asks] = {
    "cast_vote": _just(c.CastVote(Choice.FOR, first=True)),
    "change_vote": _changes,
    "show_temperature": _just(c.ShowTemperature(Stance.AGREE)),
    "explain_vote": lambda room, seat: [
        c.ExplainVote(v.id, SAID) for v in (*room.votes, *([room.vote] if room.vote else ()))
    ],
    "object": _just(c.Object(SAID)),
    "withdraw_objection": _just(c.WithdrawObjection()),
    "stand_aside": _just(c.StandAside()),
    "object_late": _agreements(lambda a: c.ObjectLate(a, SAID)),
    "enter_reservation": _agreements(lambda a: c.EnterReservation(a, SAID)),
    "explain_position": _agreements(lambda a: c.ExplainPosition(a, SAID)),
    "dissociate": _agreements(lambda a: c.Dissociate(a, SAID)),
    "hand_in_text": _agreements(lambda a: c.HandInText(a, SAID)),
    "leave": _just(c.Leave()),
    "ask_quorum": _just(c.AskQuorum()),
    "request_floor": _just(c.RequestFloor()),
    "request_floor_as": _just(c.RequestFloor()),
    "request_floor_for": _just(c.RequestFloor(Speaks.FOR)),
    "request_floor_against": _just(c.RequestFloor(Speaks.AGAINST)),
    "withdraw_request": _just(c.WithdrawRequest()),
    "raise_point": _just(c.RaisePointOfOrder(SAID)),
    "ask_reply": lambda room, seat: [c.AskReply(t.id, SAID) for t in room.turns],
    "withdraw_reply": _just(c.WithdrawReply()),
    "ask_expert": _just(c.AskExpert(SAID, SAID)),
    "appeal_ruling": _just(c.AppealRuling(SAID)),
    "move_procedural": _just(*(c.MoveProcedural(MotionKind(kind), SAID) for kind in PROCEDURAL)),
    "move_reconsider": _decisions,
    "oppose_motion": _just(c.SpeakOnMotion(Speaks.AGAINST)),
    "support_motion": _just(c.SpeakOnMotion(Speaks.FOR)),
    "withdraw_motion": _just(c.WithdrawMotion()),
    "request_recount": _just(c.RequestRecount(SAID)),
    "ask_question": _just(c.AskQuestion(SAID)),
    "support_question": _questions(c.SupportQuestion),
    "withdraw_support": _questions(c.WithdrawSupport),
    "answer_question": _questions(lambda q: c.AnswerQuestion(q, SAID)),
    "submit_statement": _just(c.SubmitStatement(SAID, SAID)),
    "declare_conflict": lambda room, seat: [c.DeclareConflict(i.plan.id, SAID) for i in room.items],
    "submit_amendment": _text(
        lambda text: [c.SubmitAmendment(p.id, p.version, AmendmentKind.ADD, SAID) for p in text.living()]
    ),
    "co_sponsor": _text(lambda text: [c.CoSponsor(a.id) for a in text.amendments]),
    "withdraw_sponsor": _text(lambda text: [c.WithdrawSponsor(a.id) for a in text.amendments]),
    "revise_amendment": _text(_revises),
    "consent_to_lift": _text(_ends),
    "move_division": _text(_divides),
}
