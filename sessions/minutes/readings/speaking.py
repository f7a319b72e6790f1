"""Reads replies, experts, the time of the sides, the language of turns, and which captions there are of each."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.terms import ReplyState
from sessions.minutes.document import Budget, Expert, Reply
from sessions.minutes.document.speaking import SpeakingTime
from sessions.minutes.readings.draft import Draft, Reader


def _budget(draft: Draft, ev: e.BudgetSet, x: e.Entry) -> None:
    draft.budgets.setdefault(ev.item, []).append(Budget(x.at, ev.side, ev.minutes, (x.seq,)))


def _speaking_time(draft: Draft, ev: e.SpeakingTimeSet, x: e.Entry) -> None:
    draft.speaking_times.setdefault(ev.item, []).append(SpeakingTime(x.at, ev.seconds, (x.seq,)))


def _reply_asked(draft: Draft, ev: e.ReplyAsked, x: e.Entry) -> None:
    draft.place[ev.reply] = ev.item
    draft.replies[ev.reply] = Reply(
        ev.reply, draft.who(ev.seat), x.at, ev.to, ev.reason, ReplyState.ASKED, None, "", "", (x.seq,)
    )


def _reply(draft: Draft, reply: str, outcome: ReplyState, x: e.Entry, refused: str = "", turn: str = "") -> None:
    known = draft.replies[reply]
    draft.replies[reply] = replace(
        known, outcome=outcome, ended=x.at, refused=refused, turn=turn, rests=(*known.rests, x.seq)
    )


def _reply_withdrawn(draft: Draft, ev: e.ReplyWithdrawn, x: e.Entry) -> None:
    _reply(draft, ev.reply, ReplyState.WITHDRAWN, x)


def _reply_granted(draft: Draft, ev: e.ReplyGranted, x: e.Entry) -> None:
    _reply(draft, ev.reply, ReplyState.GRANTED, x)


def _reply_refused(draft: Draft, ev: e.ReplyRefused, x: e.Entry) -> None:
    _reply(draft, ev.reply, ReplyState.REFUSED, x, refused=ev.reason)


def _reply_given(draft: Draft, ev: e.ReplyGiven, x: e.Entry) -> None:
    _reply(draft, ev.reply, ReplyState.GIVEN, x, turn=ev.turn)


def _expert_asked(draft: Draft, ev: e.ExpertAsked, x: e.Entry) -> None:
    draft.place[ev.wish] = ev.item
    draft.experts[ev.wish] = Expert(
        ev.wish, x.at, draft.who(ev.seat), ev.name, ev.topic, None, None, (x.seq,)
    )


def _expert_invited(draft: Draft, ev: e.ExpertInvited, x: e.Entry) -> None:
    """The request and the invitation are one fact; an invitation nobody had asked for stands alone."""
    who, known = draft.who(ev.seat), draft.experts.get(ev.wish)
    if known is not None:
        draft.experts[ev.wish] = replace(known, invited=who, invited_at=x.at, rests=(*known.rests, x.seq))
        return
    one = f"e{x.seq}"
    draft.place[one] = ev.item
    draft.experts[one] = Expert(one, x.at, None, who.name, ev.topic, who, x.at, (x.seq,))


def _language(draft: Draft, ev: e.LanguageMarked, x: e.Entry) -> None:
    known = draft.turns[ev.turn]
    draft.turns[ev.turn] = replace(known, spoken=ev.language, rests=(*known.rests, x.seq))


def _caption(draft: Draft, ev: e.CaptionAppended, x: e.Entry) -> None:
    """Its words are no part of the minutes; where they stand in the log is."""
    known = draft.turns[ev.turn]
    draft.turns[ev.turn] = replace(known, captions=(*known.captions, x.seq))


READERS: dict[type, Reader] = {
    e.BudgetSet: _budget, e.ReplyAsked: _reply_asked, e.ReplyWithdrawn: _reply_withdrawn,
    e.ReplyGranted: _reply_granted, e.ReplyRefused: _reply_refused, e.ReplyGiven: _reply_given,
    e.ExpertAsked: _expert_asked, e.ExpertInvited: _expert_invited, e.LanguageMarked: _language,
    e.CaptionAppended: _caption, e.SpeakingTimeSet: _speaking_time,
}  # fmt: skip
