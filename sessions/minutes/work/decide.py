"""Command → event, or a refusal. A table of rules, as in `sessions/core/decide.py`; each leads to one event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sessions.core.rules import statements
from sessions.core.rules.limits import REASON, STATEMENT, TITLE
from sessions.core.terms import Role
from sessions.minutes.document import Minutes, Turn
from sessions.minutes.work import commands as c
from sessions.minutes.work import events as e
from sessions.minutes.work.refusals import Code, Refused, refuse_if
from sessions.minutes.work.state import Answer, Passage, Status, Work, passage
from sessions.minutes.work.who import presided_last, refusal


@dataclass(frozen=True, slots=True)
class Known:
    """What the stream does not hold: the instant, the role of the asker's seat, whether the room's log is final,
    and the end of the term of `days` business days if it began now."""

    now: datetime
    role: Role | None
    final: bool
    until: datetime
    days: int


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the document, the work on it, who asks, and what is known besides."""

    document: Minutes
    work: Work
    by: str
    known: Known


def decide(document: Minutes, work: Work, act: c.Act, known: Known) -> e.Event:
    """Judge an act; answer the event to append. Raises Refused."""
    code = refusal(type(act.command), document, work, act.by, known.role)
    if code is not None:
        raise Refused(code)
    return RULES[type(act.command)](Case(document, work, act.by, known), act.command)


def _edit(case: Case, ask: c.EditWording) -> e.Event:
    now = _passage(case, ask.passage)
    refuse_if(now.base != ask.base, Code.STALE, text=now.text)
    text, reason = _words(ask.text, STATEMENT), _reason(ask.reason)
    refuse_if(text == now.text, Code.UNCHANGED)
    return e.WordingEdited(ask.passage, now.text, text, now.language or ask.language, reason)


def _narrate(case: Case, ask: c.AddNarrative) -> e.Event:
    refuse_if(case.document.item(ask.item) is None, Code.UNKNOWN_PASSAGE)
    refuse_if(ask.item in case.work.texts, Code.NARRATIVE_THERE)
    return e.NarrativeAdded(ask.item, _words(ask.text, STATEMENT), ask.language, _reason(ask.reason))


def _circulate(case: Case, ask: c.Circulate) -> e.Event:
    """Only a log that is sealed: until then the room may be opened again and its facts may change."""
    refuse_if(not case.known.final, Code.LOG_OPEN)
    return e.Circulated(case.known.until, case.known.days)


def _confirm(case: Case, ask: c.ConfirmStatement) -> e.Event:
    _own(case, ask.turn, ask.base)
    refuse_if(case.work.standing(ask.turn).status is Status.CONFIRMED, Code.ALREADY_CONFIRMED)
    return e.StatementConfirmed(ask.turn)


def _contest(case: Case, ask: c.ContestStatement) -> e.Event:
    now = _own(case, ask.turn, ask.base)
    words = _words(ask.words, STATEMENT)
    refuse_if(words in (now.text, case.work.standing(ask.turn).words), Code.UNCHANGED)
    return e.StatementContested(ask.turn, words, ask.language)


def _accept(case: Case, ask: c.AcceptMinutes) -> e.Event:
    reply = case.work.replies.get(case.by)
    refuse_if(reply is not None and reply.answer is Answer.ACCEPTED, Code.ALREADY_ANSWERED)
    return e.MinutesAccepted()


def _dispute(case: Case, ask: c.DisputeMinutes) -> e.Event:
    words, reply = _words(ask.words, REASON), case.work.replies.get(case.by)
    refuse_if(reply is not None and reply.words == words, Code.ALREADY_ANSWERED)
    return e.MinutesDisputed(words, ask.language)


def _approve(case: Case, ask: c.ApproveMinutes) -> e.Event:
    """Silence approves nothing: the record names who answered what, and who did not answer."""
    chair = presided_last(case.document)
    instructed_by = chair if case.known.role is Role.SECRETARIAT and case.by != chair else ""
    approving = instructed_by or case.by
    replies = {seat: reply.answer for seat, reply in case.work.replies.items()} | {approving: Answer.ACCEPTED}
    disputed = [s for s, answer in replies.items() if answer is Answer.DISPUTED]
    accepted = [s for s, answer in replies.items() if answer is Answer.ACCEPTED]
    silent = [a.who.seat for a in case.document.attendance if a.votes and a.who.seat not in replies]
    running = case.work.until is not None and case.known.now < case.work.until
    refuse_if(running and bool(silent), Code.TERM_RUNNING, until=case.work.until, silent=len(silent))
    return e.MinutesApproved(tuple(accepted), tuple(disputed), tuple(silent), instructed_by)


def _publish(case: Case, ask: c.PublishMinutes) -> e.Event:
    return e.MinutesPublished()


def _receive(case: Case, ask: c.SendStatement) -> e.Event:
    """Within the hours of the rules after closing, whatever became of the log and of the minutes meanwhile."""
    document, rules = case.document, case.document.identity.rules
    closed = document.times.closed
    refuse_if(closed is None or not document.identity.held, Code.TERM_OVER, hours=rules.statement_hours)
    assert closed is not None
    refuse_if(case.known.now > statements.until(closed, rules), Code.TERM_OVER, hours=rules.statement_hours)
    role = next(a.role for a in document.attendance if a.who.seat == case.by)
    refuse_if(not statements.may_submit(role, rules), Code.STATEMENT_NOT_YOURS)
    items = {i.id for i in document.items} | {i.id for i in document.not_reached}
    refuse_if(bool(ask.item) and ask.item not in items, Code.UNKNOWN_ITEM)
    title, text = _words(ask.title, TITLE), _words(ask.text, STATEMENT)
    sha = statements.digest(title, text)
    mine = [s.sha256 for s in document.statements if s.who.seat == case.by]
    mine += [s.sha256 for s in case.work.received if s.by == case.by]
    refuse_if(sha in mine, Code.STATEMENT_THERE)
    refuse_if(len(mine) >= statements.MOST, Code.TOO_MANY_STATEMENTS, most=statements.MOST)
    return e.StatementReceived(ask.item, title, text, ask.language, sha)


def _passage(case: Case, passage_id: str) -> Passage:
    found = passage(case.document, case.work, passage_id)
    if found is not None:
        return found
    # What stands in the minutes but is no passage is a fact.
    a_fact = case.document.agreement(passage_id) or case.document.item(passage_id.partition(".")[0])
    raise Refused(Code.FACTS_LOCKED if a_fact else Code.UNKNOWN_PASSAGE)


def _own(case: Case, turn_id: str, base: int) -> Passage:
    """The statement as it is now, if the asker made it and saw it as it is."""
    turn: Turn | None = case.document.turn(turn_id)
    if turn is None:
        raise Refused(Code.UNKNOWN_PASSAGE)
    refuse_if(turn.who.seat != case.by, Code.NOT_YOUR_STATEMENT)
    now = _passage(case, turn_id)
    refuse_if(not now.text, Code.NOTHING_SAID)
    refuse_if(now.base != base, Code.STALE, text=now.text)
    return now


def _words(text: str, longest: int) -> str:
    text = text.strip()
    refuse_if(not text, Code.TEXT_NEEDED)
    refuse_if(len(text) > longest, Code.TOO_LONG, length=len(text), longest=longest)
    return text


def _reason(text: str) -> str:
    refuse_if(not text.strip(), Code.REASON_NEEDED)
    return _words(text, REASON)


RULES: dict[type, Callable[[Case, Any], e.Event]] = {
    c.EditWording: _edit, c.AddNarrative: _narrate, c.Circulate: _circulate, c.ConfirmStatement: _confirm,
    c.ContestStatement: _contest, c.AcceptMinutes: _accept, c.DisputeMinutes: _dispute,
    c.ApproveMinutes: _approve, c.PublishMinutes: _publish, c.SendStatement: _receive,
}  # fmt: skip
