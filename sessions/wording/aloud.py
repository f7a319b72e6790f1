"""What the chair reads aloud about the text on the table: amendments, brackets, parts, the whole, results."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.core.rules.carrying import agrees
from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.core.state.text import Text
from sessions.core.steps import Next, Why
from sessions.core.terms import Lift
from sessions.wording import text as wording
from sessions.wording.words import name_of

FORMULAS = {
    "order": gettext_lazy("Several amendments are to one paragraph. The one furthest from the text goes first."),
    "furthest": gettext_lazy("Of those to this paragraph it is the furthest from the text and is decided first."),
    "read": gettext_lazy("I read the words."),
    "changed": gettext_lazy("The text changes so at once; it is agreed only as a whole."),
    "stays": gettext_lazy("The text stays as it was."),
    "no_text": gettext_lazy("The text is not adopted."),
}


def taken_up(what: str, *, furthest: bool = False) -> str:
    """What to say before an amendment, or a part of one, is put to the room."""
    said = [_("We take up: %(what)s.") % {"what": what}, str(FORMULAS["furthest"]) if furthest else "",
            str(FORMULAS["read"])]  # fmt: skip
    return " ".join(s for s in said if s)


def to_rule(what: str, name: str) -> str:
    """What to say when an amendment is ruled in order."""
    return _("%(what)s, proposed by %(name)s. The chair rules that it is in order.") % {"what": what, "name": name}


def ruled_out(what: str) -> str:
    """What to say when an amendment is not decided."""
    return _("%(what)s: it can't be decided as it stands. The chair rules as follows:") % {"what": what}


def division(name: str) -> str:
    """What to say when somebody asks that parts be put separately, before ruling."""
    return _("%(name)s asks that parts be put separately. The chair rules as follows:") % {"name": name}


def lifted(what: str) -> str:
    """What to say when brackets end with the consent of those who placed them."""
    return _("%(what)s. Those who placed them consent: the brackets are lifted.") % {"what": what}


def bracketed(what: str) -> str:
    """What to say before brackets are put to the room."""
    return _("These words are not agreed: %(what)s. I read them, and how they may end.") % {"what": what}


def whole(title: str) -> str:
    """What to say before the text is put as a whole."""
    return _("Nothing of the text is left open. I put the text as a whole: %(title)s.") % {"title": title}


def proposed(what: str) -> str:
    """What to say when a question on the text is put without a vote."""
    return _("%(what)s. Are there any objections in the hall, or on line?… There being none when the window ends, it "
             "is carried.") % {"what": what}  # fmt: skip


def put(what: str, how: str) -> str:
    """What to say when a question on the text is voted."""
    return _("We vote on this: %(what)s.") % {"what": what} + f" {how}"


def carried_silently(what: str) -> str:
    """What to say when nobody objected to a question on the text."""
    return _("No objections, so it is carried: %(what)s.") % {"what": what}


def declared(about: str, *, carried: bool) -> str:
    """What a declared vote does to the text."""
    if agrees(about):
        return "" if carried else str(FORMULAS["no_text"])
    return str(FORMULAS["changed"] if carried else FORMULAS["stays"])


def _last(room: Room, text: Text) -> str:
    """What the last proposal carried without objection, if nothing was voted since."""
    decision = f"p{room.made.get('p', 0)}"
    one = next((a for a in text.amendments if a.decision == decision), None)
    square = next((b for b in text.brackets if b.decision == decision and b.lifted is not Lift.FELL), None)
    found = one or square
    if found is None:
        return ""
    at = max((v.at for p in text.paragraphs for v in p.history if v.ref == found.id), default=None)
    if any(at is None or v.put_at >= at for v in room.votes if v.item == text.item):
        return ""
    if square and square.lifted is Lift.ALTERNATIVE:
        now = next(p for p in text.paragraphs if p.id == square.paragraph)
        told = _("Brackets %(n)d, paragraph %(p)s, with an alternative. It now reads: “%(words)s”")
        return told % {"n": square.number, "p": text.label(now.id), "words": now.words}
    return wording.amendment(text, one) if one else wording.bracket(text, square, square.lifted) if square else ""


def sentence(room: Room, step: Next) -> str:
    """The sentence of a step on the text; first what became of the question before it."""
    text = on_table(room)
    if text is None:
        return ""
    done = _last(room, text)
    said = _of_step(room, text, step)
    return f"{carried_silently(done)} {said}" if done else said


def _of_step(room: Room, text: Text, step: Next) -> str:
    what, one = wording.about(room, step.target), text.amendment(step.target)
    if step.why is Why.DIVISION:
        moved = text.division(step.target)
        return division(name_of(room, moved.seat)) if moved else ""
    if step.why is Why.TO_ADMIT:
        return to_rule(what, name_of(room, one.by)) if one else ""
    if step.why in (Why.UNSPONSORED, Why.OUTDATED):
        return ruled_out(what)
    if step.why is Why.UNORDERED:
        return str(FORMULAS["order"])
    if step.why is Why.CONSENTED:
        return lifted(what)
    if step.why is Why.BRACKET:
        square = text.bracket(step.target)
        return bracketed(wording.bracket(text, square)) if square else ""
    if step.why is Why.WHOLE_TEXT:
        return whole(text.title)
    rivals = [a for a in text.undecided(one.paragraph) if a.id != one.id] if one else []
    return taken_up(what, furthest=bool(rivals) and text.order_computed and text.order[:1] == (step.target,))
