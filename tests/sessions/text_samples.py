"""Acts upon the text on the table that would be taken, where there are any; and a meeting that works on a text."""

from collections.abc import Callable, Iterator

from sessions.core import commands as c
from sessions.core.rules.carrying import is_ready, ready
from sessions.core.rules.table import on_table
from sessions.core.rules.text import agreeable
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Text
from sessions.core.terms import AmendmentKind, AmendmentState, Effect, Lift, Method, TextKind
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage

WORDS = ("The country takes note of the figures.", "They are published every year.", "Members review them.")


def upon(make: Callable[[Room, Text, str], c.Command | None]) -> Callable[[Room, str], c.Command | None]:
    """Nothing to try where there is no text."""

    def sample(room: Room, seat: str) -> c.Command | None:
        text = on_table(room)
        return make(room, text, seat) if text else None

    return sample


def _first(found: list[str], make: Callable[[str], c.Command]) -> c.Command | None:
    return make(found[0]) if found else None


def _of(text: Text, fits: Callable[[Amendment], bool]) -> list[str]:
    """Amendments that fit, else any that are undecided."""
    undecided = text.undecided()
    return [*(a.id for a in undecided if fits(a)), *(a.id for a in undecided)]


def _amend(room: Room, text: Text, seat: str) -> c.Command | None:
    sponsor = next((s.id for s in room.voters()), "")
    return _first([p.id for p in text.living()], lambda p: c.SubmitAmendment(
        p, version(text, p), AmendmentKind.ADD, "More.", "", sponsor
    ))  # fmt: skip


def version(text: Text, paragraph: str) -> int:
    found = text.paragraph(paragraph)
    assert found is not None
    return found.version


def _revise(room: Room, text: Text, seat: str) -> c.Command | None:
    divided = {d.target for d in text.divisions if d.granted is not False}
    closed = {p.id for p in text.paragraphs if p.deleted}
    agreed = {p.id for p in text.paragraphs if p.agreed}
    mine = _of(text, lambda a: seat in (a.sponsors or (a.by,)) and a.id not in divided and a.paragraph not in closed
               and not (a.paragraph in agreed and a.kind is not AmendmentKind.ADD)
               and (a.kind is not AmendmentKind.DELETE or text.outdated(a)))  # fmt: skip
    return _first(mine, lambda a: c.ReviseAmendment(a, _base(text, a), f"Anew {room.seq}."))


def _base(text: Text, amendment: str) -> int:
    found = text.amendment(amendment)
    assert found is not None
    return version(text, found.paragraph)


def _lift(room: Room, text: Text, seat: str) -> c.Command | None:
    return _first([b.id for b in text.open_brackets()], lambda b: c.LiftBracket(b, Lift.KEEP))


def _consent(room: Room, text: Text, seat: str) -> c.Command | None:
    open_ = text.open_brackets()
    mine = [*(b.id for b in open_ if seat in b.placers), *(b.id for b in open_)]
    return _first(mine, lambda b: c.ConsentToLift(b, Lift.DELETE))


def _divide(room: Room, text: Text, seat: str) -> c.Command | None:
    if text.living() and text.dividing(text.id) is None:
        return c.MoveDivision(text.id, (text.living()[0].id,))
    whole = [a for a in text.undecided() if len(a.words.split()) > 1 and text.dividing(a.id) is None]
    if not whole:
        return None
    head, _space, tail = whole[0].words.partition(" ")
    return c.MoveDivision(whole[0].id, (head, tail))


def _merge(room: Room, text: Text, seat: str) -> c.Command | None:
    found = [b for b in text.open_brackets() if len(b.standing) > 1]
    return c.MergeAlternatives(found[0].id, *(a.number for a in found[0].standing[:2]), "both") if found else None


def _unagreed(text: Text) -> list[str]:
    return [p.id for p in text.living() if not p.agreed]


def _edited(text: Text, paragraph: str, seq: int) -> str:
    """Words that keep what stands in brackets."""
    found = text.paragraph(paragraph)
    assert found is not None
    return f"{found.words} And {seq}."


TEXT_SAMPLES: dict[str, Callable[[Room, str], c.Command | None]] = {
    "present_text": lambda r, s: c.PresentText(TextKind.CHAIR, "Text", WORDS),
    "submit_amendment": upon(_amend),
    "revise_amendment": upon(_revise),
    "co_sponsor": upon(lambda r, t, s: _first(_of(t, lambda a: s not in a.sponsors), c.CoSponsor)),
    "withdraw_sponsor": upon(lambda r, t, s: _first(
        _of(t, lambda a: s in (a.sponsors or (a.by,)) and a.id not in _now(r, t)), c.WithdrawSponsor
    )),
    "place_bracket": upon(lambda r, t, s: _first(
        [p for p in _unagreed(t) if all(b.quote for b in t.open_brackets(p))],
        lambda p: c.PlaceBracket(p, version(t, p), "", (), (BRUNO,) if s in (ALBA, r.presiding) else ()),
    )),
    "add_alternative": upon(lambda r, t, s: _first(
        [b.id for b in t.open_brackets()], lambda b: c.AddAlternative(b, f"other {r.seq}")
    )),
    "consent_to_lift": upon(_consent),
    "lift_bracket": upon(_lift),
    "move_division": upon(_divide),
    "edit_paragraph": upon(lambda r, t, s: _first(
        _unagreed(t), lambda p: c.EditParagraph(p, version(t, p), _edited(t, p, r.seq))
    )),
    "agree_paragraph": upon(lambda r, t, s: _first(
        [*(p.id for p in t.living() if agreeable(t, p)), *_unagreed(t)], c.AgreeParagraph
    )),
    "reopen_paragraph": upon(lambda r, t, s: _first(
        [p.id for p in t.living() if p.agreed], lambda p: c.ReopenParagraph(p, "A word")
    )),
    "merge_alternatives": upon(_merge),
    "rule_admissible": upon(lambda r, t, s: _first(
        _of(t, lambda a: a.state is AmendmentState.SUBMITTED), c.RuleAdmissible
    )),
    "rule_out_of_order": upon(lambda r, t, s: _first(
        _of(t, lambda a: a.state is not AmendmentState.ADMITTED or t.outdated(a)),
        lambda a: c.RuleOutOfOrder(a, "Elsewhere"),
    )),
    "order_amendments": upon(lambda r, t, s: c.OrderAmendments()),
    "rule_division": upon(lambda r, t, s: _first(
        [d.id for d in t.divisions if d.granted is None and t.unfinished(d)], lambda d: c.RuleDivision(d, True, "")
    )),
    "decide_amendment": upon(lambda r, t, s: _first(
        list(ready(r)), lambda a: c.ProposeAdoption("", Effect.BINDS, about=a)
    )),
    "decide_bracket": upon(lambda r, t, s: _first(
        [b.id for b in t.open_brackets()], lambda b: c.PutToVote("", Method.SHOW, about=f"{b}.keep")
    )),
    "adopt_text": upon(lambda r, t, s: c.ProposeAdoption("", Effect.BINDS, about=t.id) if _adoptable(r, t) else None),
}  # fmt: skip


def _now(room: Room, text: Text) -> str:
    asked = room.proposal or room.vote
    about = asked.about if asked else ""
    division = text.division(about.rpartition(".")[0])
    return division.target if division else about


def _adoptable(room: Room, text: Text) -> bool:
    return is_ready(room, text.id) or not room.decides or bool(text.agreement)


def text_meeting(stage: Stage) -> Iterator[Stage]:
    """A text that passes through every state an act depends on."""
    for by, command in (
        (DORA, c.PresentText(TextKind.CHAIR, "Text", WORDS)),
        (BRUNO, c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "They are published every month.")),
        (FATIMA, c.SubmitAmendment("x1.3", 1, AmendmentKind.ADD, "In their languages. For free.", "", GAEL)),
        (GAEL, c.CoSponsor("x1.a2")), (GAEL, c.SubmitAmendment("x1.2", 1, AmendmentKind.DELETE)),
        (DORA, c.RuleAdmissible("x1.a1")), (DORA, c.RuleAdmissible("x1.a3")), (DORA, c.OrderAmendments()),
        (BRUNO, c.PlaceBracket("x1.1", 1, "takes note of", ("promotes",))),
        (ELIAS, c.AddAlternative("x1.b1", "knows")), (BRUNO, c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 1)),
        (ALBA, c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 1)), (DORA, c.AgreeParagraph("x1.1")),
        (DORA, c.PutToVote("", Method.SHOW, about="x1.a3")), (DORA, c.CloseVote()), (DORA, c.DeclareResult(False)),
        (GAEL, c.MoveDivision("x1.a2", ("In their languages.", "For free."))), (DORA, c.RuleAdmissible("x1.a2")),
        (DORA, c.RuleDivision("x1.d1", True, "")), (DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.d1.1")),
        (BRUNO, c.Object("No")), (DORA, c.WithdrawProposal("By vote")),
        (DORA, c.PutToVote("", Method.SHOW, about="x1.d1.1")), (DORA, c.CloseVote()), (DORA, c.DeclareResult(False)),
        (DORA, c.PutToVote("", Method.SHOW, about="x1.d1.2")), (DORA, c.CloseVote()), (DORA, c.DeclareResult(False)),
        (ALBA, c.EditParagraph("x1.2", 1, "They are published each year.")),
        (DORA, c.RuleOutOfOrder("x1.a1", "Moot")), (DORA, c.ReopenParagraph("x1.1", "A word")),
        (ALBA, c.PlaceBracket("x1.3", 1, unattributed=True)),
        (DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.b2.keep")),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage
    yield stage.wait(31)
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about="x1"))
    yield stage
    yield stage.wait(31)
