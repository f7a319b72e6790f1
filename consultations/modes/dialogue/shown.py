"""What the page of a contribution shows of a thread."""

from typing import Any

from consultations.mode import Panel
from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue import clock, queries
from consultations.modes.dialogue.models import Conclusion, Dissent, Post, Thread, Turn
from consultations.modes.dialogue.standing import is_civil_member, is_opener, is_party, voices_in
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from consultations.spine.models import Contribution
from consultations.spine.rules import left_it
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text import clean


def thread(viewer: Person | None, contribution: Contribution) -> Panel:
    """Promise whose turn it is, the questions, the newest fifty posts, opinions and conclusion. Constant queries."""
    turn = queries.last_turn(contribution)
    row = turn.thread
    row.activity.consultation = contribution.consultation
    official = viewer is not None and is_official_of(viewer, contribution.consultation)
    own = viewer is not None and viewer.pk == contribution.author_id
    left = own and not official and left_it(viewer, contribution)
    words = not left and (contribution.hidden_at is None or official or own)
    asked = queries.asked_in(row) if words else []
    unanswered = sum(not hasattr(one, "answer") for one in asked)
    context: dict[str, Any] = {
        "thread": row, "words": words, "left": left, **_turn(viewer, row, turn, official, words, unanswered),
    }  # fmt: skip
    if words:
        posts = queries.posts_until(row, row.last)
        hidden = hidden_parts(contribution) if turn.hiding else {}  # type: ignore[attr-defined]
        context |= {
            "said": queries.said_in(posts, asked, hidden, viewer, official=official),
            "correctable": _correctable(posts, context),
            "older": posts[0].number - 1 if posts else 0,
            "questions": queries.questions_of(asked, hidden, viewer, official=official),
            "parties": list(row.parties.select_related("person", "organization")),
            "opinions": _opinions(row, context["closed"]) if turn.asking else [],  # type: ignore[attr-defined]
        }  # fmt: skip
    return Panel("consultations/modes/dialogue/_thread.html", context)


def _turn(
    viewer: Person | None, row: Thread, last: Turn, official: bool, words: bool, unanswered: int
) -> dict[str, Any]:
    consultation, at = row.contribution.consultation, now()
    closed, zone = clock.closed_of(consultation), consultation.zone
    turn = last if last.ended_at is None else None
    hid = clock.hidden_in(row) if last.hid else ()  # type: ignore[attr-defined]
    deadline = clock.of_turn(turn, closed, zone, hid) if turn else None
    conclusions = _conclusions(row) if last.concluding else []  # type: ignore[attr-defined]
    standing = next((one for one in conclusions if one.fell_at is None), None)
    party = viewer is not None and not official and is_party(viewer, row)
    side = Side.PUBLIC if official else Side.CIVIL if party else None
    late = bool(deadline and deadline.is_late(at))
    mine = turn is not None and side is not None and turn.side == side.value
    writes = side is not None and words and not row.end
    concludes = writes and (official or (viewer is not None and is_opener(viewer, row)))
    proposed = clock.of_proposal(standing, closed, zone, hid) if standing and standing.sealed_at is None else None
    ours = bool(standing and side and standing.side == side.value)
    sealed_at = standing.sealed_at if standing else None
    dissent = clock.of_dissent(sealed_at, closed, zone, hid) if sealed_at else None
    may = viewer.has_perm if viewer else lambda _perm, _on: False
    stands_hidden = row.contribution.hidden_at is not None
    dissents = _dissents(standing)
    owes = official and unanswered > 0  # an answer: it settles nothing for the silence of the others
    return {
        "turn": turn, "unanswered": unanswered, "deadline": deadline, "late": late, "side": side, "mine": mine,
        "official": official,
        "closed": closed, "standing": standing, "fallen": [one for one in conclusions if one.fell_at is not None],
        "parts": _parts(standing), "proposal_deadline": proposed, "dissent_deadline": dissent,
        "dissents": dissents,
        "may_write": writes and (owes or not (proposed and ours)),
        "may_propose": concludes and standing is None,
        "may_assent": concludes and proposed is not None and not ours,
        "may_seal": concludes and proposed is not None and ours and proposed.is_late(at) and not stands_hidden
        and not owes,
        "may_close": concludes and late and not mine and standing is None and not stands_hidden and not owes,
        "may_dissent": words and dissent is not None and not dissent.is_late(at)
        and _may_dissent(viewer, row, side, dissents),
        "may_join": viewer is not None and side is None and not row.end and may("consultations.thread_join", row),
        "may_name": official and not row.end and may("consultations.responsible_name", row),
        "may_decide": official and may("consultations.responsible_name", row),
        "may_ask_opinion": words and not row.end
        and (side is not None or (viewer is not None and is_civil_member(viewer, consultation))),
    }  # fmt: skip


def _correctable(posts: list[Post], told: dict[str, Any]) -> set[int]:
    """The numbers of the posts that the other side did not reply to, where the viewer writes."""
    side: Side | None = told["side"]
    if side is None or not told["may_write"]:
        return set()
    other = side.other.value
    last = max((one.number for one in posts if one.side == other), default=0)
    last = max([last, *(one.after for one in told["fallen"] if one.side == other)])
    if told["standing"] is not None:
        return set()  # a conclusion waits: what is assented to is what was read
    return {one.number for one in posts if one.number > last}


def _parts(standing: Conclusion | None) -> list[tuple[str, Any]]:
    if standing is None:
        return []
    return [(name, clean.render(getattr(standing, name))) for name in ("exchanged", "agreed", "pending")]


def _conclusions(row: Thread) -> list[Conclusion]:
    return list(Conclusion.objects.filter(thread=row).select_related("proposed_by", "sealed_by", "organization"))


def _dissents(standing: Conclusion | None) -> list[tuple[Dissent, Any]]:
    if standing is None or standing.sealed_at is None:
        return []
    rows = standing.dissents.select_related("person", "organization")
    return [(one, clean.render(one.text)) for one in rows]


def _may_dissent(viewer: Person | None, row: Thread, side: Side | None, known: list[tuple[Dissent, Any]]) -> bool:
    """Whether some voice of theirs attached none yet. Three queries at most."""
    if viewer is None or side is None:
        return False
    if side is Side.PUBLIC:
        return all(one.side != side.value for one, _text in known)
    done = {one.organization_id for one, _text in known if one.organization_id or one.person_id == viewer.pk}
    return any((one.organization.pk if one.organization else None) not in done for one in voices_in(row, viewer))


def _opinions(row: Thread, closed: Any) -> list[tuple[Any, Any, Any]]:
    zone = row.contribution.consultation.zone
    rows = row.opinions.select_related("asked_by", "decided_by", "recorded_by").prefetch_related("attachments")
    return [(one, clock.of_opinion(one, closed, zone), clean.render(one.text)) for one in rows]
