"""Of the script to print: a text with its amendments, motions and appeals, and the time off the record."""

from django.utils.translation import gettext as _

from sessions.core.ruleset import Rules
from sessions.core.terms import Method, MotionKind
from sessions.screen import script
from sessions.screen.said import BLANK, SHORT, Said
from sessions.wording import aloud, motions, voting
from sessions.wording.words import word


def on_text() -> list[Said]:
    """From the rulings on amendments to the text as a whole, in the order of deciding."""
    one = _("Amendment %(n)s to paragraph %(p)s") % {"n": SHORT, "p": SHORT}
    brackets = _("Brackets %(n)s, paragraph %(p)s") % {"n": SHORT, "p": SHORT}
    counts = _("In favour: %(n)s; against: %(n)s; abstentions: %(n)s") % {"n": SHORT}
    needed = _("%(n)s votes in favour were needed, of %(n)s") % {"n": SHORT}
    results = [
        f"{voting.declared(counts, needed, voting.carried(c).lower())} {aloud.declared('x1.a1', carried=c)}"
        for c in (True, False)
    ]
    return [
        Said(_("An amendment is in order"), aloud.to_rule(one, BLANK)),
        Said(_("An amendment is out of order"), f"{aloud.ruled_out(one)} {BLANK}"),
        Said(_("Parts put separately"), f"{aloud.division(BLANK)} {BLANK}"),
        Said(_("Several amendments to one paragraph"), str(aloud.FORMULAS["order"])),
        Said(_("Reading an amendment aloud"), aloud.taken_up(one, furthest=True)),
        Said(_("Putting an amendment without a vote"), aloud.proposed(one)),
        Said(_("Nobody objects"), aloud.carried_silently(one)),
        Said(_("Putting an amendment to the vote"), aloud.put(one, voting.put(Method.SHOW))),
        Said(_("The amendment is carried"), results[0]),
        Said(_("The amendment is not carried"), results[1]),
        Said(_("Brackets are left"), aloud.bracketed(brackets)),
        Said(_("Those who placed them consent"), aloud.lifted(brackets)),
        Said(_("The text as a whole"), aloud.whole(BLANK)),
        Said(_("It is adopted: reservations and explanations"), str(script.FORMULAS["positions"])),
    ]


def on_motions(rules: Rules) -> list[Said]:
    """Procedural motions and appeals: who speaks on them, and how their result is told."""
    kind, counts = SHORT, _("In favour: %(n)s; against: %(n)s; abstentions: %(n)s") % {"n": SHORT}
    speakers = _("%(for)d in favour and %(against)d against may speak on the motion, %(length)s each.") % {
        "for": rules.motion_for, "against": rules.motion_against, "length": script.length(rules.motion_seconds),
    }  # fmt: skip
    questions = [
        Said(_("The question: %(motion)s") % {"motion": word(k)}, motions.question_of(k))
        for k in MotionKind if k not in (MotionKind.APPEAL, MotionKind.RECONSIDERATION)
    ]  # fmt: skip
    return [
        Said(_("Who speaks on a motion"), speakers),
        Said(_("Somebody asked to speak on it"), motions.heard(BLANK, kind)),
        Said(_("Nobody is against it"), motions.unopposed(BLANK, kind)),
        Said(_("Putting it to the vote"), motions.to_vote(BLANK, kind, BLANK)),
        *questions,
        Said(_("Somebody appeals against a ruling"),
             motions.appealed(BLANK, motions.question_of(MotionKind.APPEAL))),
        Said(_("The vote on a ruling"), voting.ruling()),
        Said(_("The ruling stands"), voting.appealed(counts, stands=True)),
        Said(_("The ruling is overturned"), voting.appealed(counts, stands=False)),
    ]  # fmt: skip


def off_record(rules: Rules) -> list[Said]:
    """Going off the record and coming back; nothing where the rules don't let the chair."""
    if not rules.off_record:
        return []
    going = _("We go off the record, because %(reason)s. Until we are back nothing is decided and nothing is noted.")
    return [
        Said(_("Going off the record"), going % {"reason": BLANK}),
        Said(_("Whoever speaks meanwhile"), str(script.FORMULAS["off_record"])),
        Said(_("Coming back"), str(script.FORMULAS["back_on_record"])),
    ]
