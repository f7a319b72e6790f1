"""Reads written statements."""

from sessions.core import events as e
from sessions.minutes.document import WrittenStatement
from sessions.minutes.readings.draft import Draft, Reader


def _received(draft: Draft, ev: e.WrittenStatementReceived, x: e.Entry) -> None:
    draft.statements.append(
        WrittenStatement(
            ev.statement, x.at, draft.who(ev.seat), draft.via(x, ev.seat), bool(x.on_behalf_of), ev.item, ev.title,
            ev.text, ev.language, ev.sha256, (x.seq,),
        )
    )  # fmt: skip


READERS: dict[type, Reader] = {e.WrittenStatementReceived: _received}
