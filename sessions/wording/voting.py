"""Sentences about votes: what is asked, under which rule, how many voted, what it came to."""

from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from sessions.core.events import Result, Votes
from sessions.core.questions import Vote
from sessions.core.rules.motions import is_appeal, kind_of
from sessions.core.rules.votes import hall_left, hall_total
from sessions.core.rules.who import on_line
from sessions.core.state import Room
from sessions.core.terms import Base, Majority, Method, MotionKind, Phase, Sought
from sessions.models import Session
from sessions.wording import aloud
from sessions.wording import text as wording
from sessions.wording.words import name_of, word

FEW = 15  # a secret ballot among fewer people than this may tell by itself who chose what


def rule(majority: Majority, base: Base) -> str:
    """What carries a question: "Two thirds of the voting members present"."""
    return _("%(majority)s of %(base)s") % {"majority": word(majority), "base": word(base)}


def sought(consensus: Sought, note: str) -> str:
    """Whether consensus was sought before, and why not or how; "" where the rules did not ask."""
    if consensus is Sought.UNTOLD:
        return ""
    return f"{word(consensus)}: {note}" if note else f"{word(consensus)}."


def rule_of(majority: Majority, base: Base, kind: MotionKind | None) -> str:
    """As `rule`; of a ruling that was appealed: that it stands unless a majority is against it."""
    if kind is MotionKind.APPEAL:
        return _("The ruling stands unless more than half of the votes for and against are against it")
    return rule(majority, base)


def counts(votes: Votes) -> str:
    """The count in one line."""
    return _("In favour: %(for)d; against: %(against)d; abstentions: %(abstain)d") % {
        "for": votes.in_favour, "against": votes.against, "abstain": votes.abstain,
    }  # fmt: skip


def needed(result: Result) -> str:
    """How many votes in favour were needed, of how many."""
    return ngettext("%(needed)d vote in favour was needed, of %(base)d",
                    "%(needed)d votes in favour were needed, of %(base)d", result.needed) % {
        "needed": result.needed, "base": result.base,
    }  # fmt: skip


def carried(declared: bool, kind: MotionKind | None = None) -> str:
    """The word for a result; of a ruling that was appealed: whether it stands."""
    if kind is MotionKind.APPEAL:
        return _("The ruling stands") if declared else _("The ruling is overturned")
    return _("Carried") if declared else _("Not carried")


def needed_of(result: Result, kind: MotionKind | None) -> str:
    """As `needed`; of a ruling that was appealed: how many votes against would have overturned it."""
    if kind is not MotionKind.APPEAL:
        return needed(result)
    n = result.base // 2 + 1
    return ngettext("%(n)d vote against overturns it, of %(base)d", "%(n)d votes against overturn it, of %(base)d",
                    n) % {"n": n, "base": result.base}  # fmt: skip


def turnout_of(vote: Vote) -> str:
    """How many of those who may vote have, in words."""
    return _("%(voted)d of %(electors)d have voted.") % {"voted": voted(vote), "electors": len(vote.electorate)}


def voted(vote: Vote) -> int:
    """How many have: one by one, and in the totals of the hall once two agree on them."""
    hall = hall_total(vote)
    return len(vote.voted) + (hall.total if hall else 0)


def recorded(votes: int) -> str:
    """How many votes were recorded at once."""
    return ngettext("%(n)d vote was recorded.", "%(n)d votes were recorded.", votes) % {"n": votes}


# --- To read aloud -------------------------------------------------------------------------------------
def script(room: Room) -> str:
    """What the chair reads aloud while a question is voted or asked, and once the result is known; or ""."""
    if room.temperature:
        return _("This is a temperature check: it is indicative and decides nothing. I read the question. Please "
                 "answer now; I give the counts when it closes.")  # fmt: skip
    if room.vote is None:
        told = room.told()
        if isinstance(told, Vote) and told.result and is_appeal(room, told):
            return f"{carried(told.result.carried, MotionKind.APPEAL)}."
        if isinstance(told, Vote) and room.phase is Phase.OPEN:
            return _("The result is declared. Whoever wants to explain their vote may do so now, in one's own words.")
        return ""
    if room.vote.votes is None or room.vote.result is None:
        how, about = str(_OPENING[room.vote.method]), wording.about(room, room.vote.about)
        if is_appeal(room, room.vote):
            return f"{ruling()} {how}"
        return aloud.put(about, how) if about else how
    result, told_counts = room.vote.result, counts(room.vote.votes)
    if is_appeal(room, room.vote):
        return appealed(told_counts, stands=result.carried)
    said = declared(told_counts, needed(result), carried(result.carried).lower())
    return f"{said} {aloud.declared(room.vote.about, carried=result.carried)}".strip() if room.vote.about else said


def ruling() -> str:
    """What a vote on a ruling means, said before it is taken."""
    return _("Whoever votes in favour wants the ruling of the chair to stand; whoever votes against overturns it.")


def appealed(told: str, *, stands: bool) -> str:
    """What to say when the room has voted on a ruling."""
    if stands:
        return _("The vote is closed: %(counts)s. No majority is against it: the ruling of the chair stands.") % {
            "counts": told,
        }  # fmt: skip
    return _("The vote is closed: %(counts)s. A majority is against it: the ruling of the chair is overturned.") % {
        "counts": told,
    }  # fmt: skip


def declared(told: str, needs: str, result: str) -> str:
    """What to say when a result is declared."""
    return _("The vote is closed: %(counts)s. %(needed)s. I declare the question: %(result)s.") % {
        "counts": told, "needed": needs, "result": result,
    }  # fmt: skip


def put(method: Method) -> str:
    """What to say when a question is put to the vote by this method, until its close."""
    return str(_OPENING[method])


_OPENING = {
    Method.SHOW: gettext_lazy(
        "I read the question and put it to the vote. Those in favour, raise your hand or vote on your device… Those "
        "against… Those who abstain… Has everybody voted? I close the vote."
    ),
    Method.ROLL_CALL: gettext_lazy(
        "I read the question and put it to a roll call: each vote is recorded by name. Those who are called answer "
        "in favour, against or abstention. Does anybody wish to change their vote? I close the vote."
    ),
    Method.SECRET: gettext_lazy(
        "I read the question and put it to a secret ballot. Please cast it on your own device; nobody sees what you "
        "choose. Has everybody voted? I close the vote."
    ),
}


# --- What to know before an act ------------------------------------------------------------------------
def question(session: Session, room: Room) -> list[str]:
    """What is asked, before one answers."""
    asked = room.vote or room.temperature
    return [f"«{asked.question}»"] if asked else []


def electorate(session: Session, room: Room) -> list[str]:
    """Who would vote now, who of them could cast no secret ballot, and that few of those hide little."""
    n = len(room.voters())
    told = [ngettext("%(n)d person may vote.", "%(n)d people may vote.", n) % {"n": n}]
    if n < FEW and Method.SECRET in room.rules.methods:
        told.append(gettext("With so few people a secret ballot may show by its result alone who chose what."))
    if Method.SECRET in room.rules.methods and (apart := sum(not on_line(s) for s in room.voters())):
        told.append(ngettext(
            "%(n)d of them has no device here and can't cast a secret ballot: vote on paper then, and enter the "
            "result.",
            "%(n)d of them have no device here and can't cast a secret ballot: vote on paper then, and enter the "
            "result.",
            apart,
        ) % {"n": apart})  # fmt: skip
    return told


def turnout(session: Session, room: Room) -> list[str]:
    """How many have voted, before closing; and how many would be left out, in a roll call who."""
    vote = room.vote
    return [turnout_of(vote), *missing(room, vote)] if vote else []


def missing(room: Room, vote: Vote) -> list[str]:
    """Who has not voted: by name in a roll call, else how many. Hands counted in the hall are not among them."""
    by_totals = hall_left(vote) if vote.hall_counts else ()
    left = [s for s in vote.electorate if s not in vote.voted and s not in by_totals]
    if not left:
        return []
    said = ngettext(
        "%(n)d person has not voted and could not do so afterwards.",
        "%(n)d people have not voted and could not do so afterwards.",
        len(left),
    ) % {"n": len(left)}
    if vote.method is not Method.ROLL_CALL:
        return [said]
    return [said, _("They are: %(names)s.") % {"names": ", ".join(sorted(name_of(room, s) for s in left))}]


def outcome(session: Session, room: Room) -> list[str]:
    """The question, the count and what it comes to, before declaring."""
    vote = room.vote
    if vote is None or vote.votes is None or vote.result is None:
        return []
    kind = kind_of(room, vote.motion)
    said = f"{counts(vote.votes)}. {needed_of(vote.result, kind)}: {carried(vote.result.carried, kind).lower()}."
    return [f"«{vote.question}»", said]


def hall(session: Session, room: Room) -> list[str]:
    """How many hands there can be."""
    vote = room.vote
    if vote is None or vote.method is not Method.SHOW:
        return []
    n = len(hall_left(vote))
    told = ngettext("%(n)d person in the hall has not voted.", "%(n)d people in the hall have not voted.", n)
    return [told % {"n": n}]
