"""The text on the table: what the journal says. Amendments and brackets by their numbers alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.rules.table import text_of
from sessions.core.state import Room
from sessions.core.terms import AmendmentKind
from sessions.wording import text as words
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of, word

Told = tuple[str, str] | str


def _label(room: Room, paragraph: str) -> str:
    """The number people say; that of the id where the text itself was taken back."""
    text = text_of(room, paragraph)
    return text.label(paragraph) if text and text.paragraph(paragraph) else words.number(paragraph)


def _presented(ev: e.TextPresented, x: e.Entry, room: Room) -> Told:
    n = len(ev.paragraphs)
    return ngettext(
        "On the table (%(kind)s, %(n)d paragraph):", "On the table (%(kind)s, %(n)d paragraphs):", n
    ) % {"kind": word(ev.kind), "n": n}, ev.title  # fmt: skip


def _submitted(ev: e.AmendmentSubmitted, x: e.Entry, room: Room) -> Told:
    facts = {"n": words.number(ev.amendment), "name": name_of(room, ev.seat), "p": _label(room, ev.paragraph)}
    said = {
        AmendmentKind.ADD: _("Amendment %(n)s, by %(name)s: add a paragraph after paragraph %(p)s."),
        AmendmentKind.DELETE: _("Amendment %(n)s, by %(name)s: delete paragraph %(p)s."),
        AmendmentKind.REPLACE: _("Amendment %(n)s, by %(name)s: other words for paragraph %(p)s."),
    }[ev.kind] % facts
    if ev.asked:
        said = f"{said} {_('It waits for %(name)s to sponsor it.') % {'name': name_of(room, ev.asked)}}"
    return said, ev.words


def _revised(ev: e.AmendmentRevised, x: e.Entry, room: Room) -> Told:
    return _("%(name)s revises amendment %(n)s:") % _by(ev, room), ev.words


def _by(ev: e.AmendmentRevised | e.SponsorAdded | e.SponsorWithdrawn, room: Room) -> dict[str, str]:
    return {"name": name_of(room, ev.seat), "n": words.number(ev.amendment)}


def _sponsored(ev: e.SponsorAdded, x: e.Entry, room: Room) -> Told:
    return _("%(name)s sponsors amendment %(n)s.") % _by(ev, room)


def _unsponsored(ev: e.SponsorWithdrawn, x: e.Entry, room: Room) -> Told:
    return _("%(name)s no longer sponsors amendment %(n)s.") % _by(ev, room)


def _withdrawn(ev: e.AmendmentWithdrawn, x: e.Entry, room: Room) -> Told:
    return _("Amendment %(n)s is withdrawn: nobody sponsors it.") % {"n": words.number(ev.amendment)}


def _admitted(ev: e.AmendmentAdmitted, x: e.Entry, room: Room) -> Told:
    return _("The chair rules amendment %(n)s admissible.") % {"n": words.number(ev.amendment)}


def _ruled_out(ev: e.AmendmentRuledOut, x: e.Entry, room: Room) -> Told:
    return _("The chair rules amendment %(n)s out of order:") % {"n": words.number(ev.amendment)}, ev.reason


def _order(ev: e.VotingOrderSet, x: e.Entry, room: Room) -> Told:
    facts = {"numbers": ", ".join(words.number(a) for a in ev.order)}
    if ev.computed:
        return _("Order of deciding on amendments, furthest from the text first: %(numbers)s.") % facts
    return _("The chair sets another order of deciding on amendments (%(numbers)s):") % facts, ev.reason


def _carried(ev: e.AmendmentCarried, x: e.Entry, room: Room) -> Told:
    facts = {"n": words.number(ev.amendment), "p": _label(room, ev.paragraph)}
    if not ev.words:
        return _("Amendment %(n)s is carried: paragraph %(p)s is deleted.") % facts
    return _("Amendment %(n)s is carried. Paragraph %(p)s now reads:") % facts, ev.words


def _lost(ev: e.AmendmentLost, x: e.Entry, room: Room) -> Told:
    return _("Amendment %(n)s is not carried.") % {"n": words.number(ev.amendment)}


def _moved(ev: e.DivisionMoved, x: e.Entry, room: Room) -> Told:
    name = name_of(room, ev.seat)
    if "." not in ev.target:
        numbers = ", ".join(_label(room, p) for p in ev.portions)
        facts = {"name": name, "numbers": numbers}
        return _("%(name)s moves that these paragraphs be put separately: %(numbers)s.") % facts
    facts = {"name": name, "n": words.number(ev.target)}
    return _("%(name)s moves that amendment %(n)s be put in parts:") % facts, " / ".join(ev.portions)


def _division_ruled(ev: e.DivisionRuled, x: e.Entry, room: Room) -> Told:
    if ev.granted:
        return _("The chair grants the division: the parts are put one after another."), ev.reason
    return _("The chair does not grant the division:"), ev.reason


def _portion(ev: e.PortionDecided, x: e.Entry, room: Room) -> Told:
    facts = {"k": ev.number, "n": words.number(ev.division)}
    return (_("Part %(k)s of division %(n)s is carried.") if ev.carried
            else _("Part %(k)s of division %(n)s is not carried.")) % facts  # fmt: skip


def _edited(ev: e.ParagraphEdited, x: e.Entry, room: Room) -> Told:
    return _("Paragraph %(p)s is edited. It now reads:") % {"p": _label(room, ev.paragraph)}, ev.words


def _placed(ev: e.BracketPlaced, x: e.Entry, room: Room) -> Told:
    names = ", ".join(name_of(room, s) for s in ev.placers) or _("unattributed by rule")
    facts = {"n": words.number(ev.bracket), "p": _label(room, ev.paragraph), "names": names}
    if not ev.quote:
        return _("Brackets %(n)s, around the whole of paragraph %(p)s (%(names)s).") % facts
    return _("Brackets %(n)s, in paragraph %(p)s (%(names)s):") % facts, f"[{ev.quote}]"


def _alternative(ev: e.AlternativeAdded, x: e.Entry, room: Room) -> Told:
    facts = {"k": ev.number, "n": words.number(ev.bracket)}
    return _("Brackets %(n)s have an alternative %(k)s:") % facts, ev.words


def _merged(ev: e.AlternativesMerged, x: e.Entry, room: Room) -> Told:
    facts = {"a": ev.first, "b": ev.second, "k": ev.number, "n": words.number(ev.bracket)}
    return _("Brackets %(n)s: alternatives %(a)s and %(b)s become alternative %(k)s:") % facts, ev.words


def _consented(ev: e.LiftConsented, x: e.Entry, room: Room) -> Told:
    way = words.brackets(words.number(ev.bracket), ev.how, ev.alternative)
    return _("%(name)s consents. %(what)s.") % {"name": name_of(room, ev.seat), "what": way}


def _lifted(ev: e.BracketLifted, x: e.Entry, room: Room) -> Told:
    by = _("by decision of the room") if ev.decision else _("with the consent of those who placed them")
    way = words.brackets(words.number(ev.bracket), ev.how, ev.alternative)
    return _("%(what)s, %(by)s.") % {"by": by, "what": way}


def _agreed(ev: e.ParagraphAgreed, x: e.Entry, room: Room) -> Told:
    return _("Paragraph %(p)s is provisionally agreed.") % {"p": _label(room, ev.paragraph)}


def _reopened(ev: e.ParagraphReopened, x: e.Entry, room: Room) -> Told:
    return _("Paragraph %(p)s is reopened:") % {"p": _label(room, ev.paragraph)}, ev.reason


def _adopted(ev: e.TextAdopted, x: e.Entry, room: Room) -> Told:
    return _("The text is adopted as a whole; its words are agreement %(agreement)s.") % {"agreement": ev.agreement}


LINES: dict[type, Say] = {
    e.TextPresented: _presented,
    e.AmendmentSubmitted: _submitted,
    e.AmendmentRevised: _revised,
    e.SponsorAdded: _sponsored,
    e.SponsorWithdrawn: _unsponsored,
    e.AmendmentWithdrawn: _withdrawn,
    e.AmendmentAdmitted: _admitted,
    e.AmendmentRuledOut: _ruled_out,
    e.VotingOrderSet: _order,
    e.AmendmentCarried: _carried,
    e.AmendmentLost: _lost,
    e.DivisionMoved: _moved,
    e.DivisionRuled: _division_ruled,
    e.PortionDecided: _portion,
    e.ParagraphEdited: _edited,
    e.BracketPlaced: _placed,
    e.AlternativeAdded: _alternative,
    e.AlternativesMerged: _merged,
    e.LiftConsented: _consented,
    e.BracketLifted: _lifted,
    e.ParagraphAgreed: _agreed,
    e.ParagraphReopened: _reopened,
    e.TextAdopted: _adopted,
}
