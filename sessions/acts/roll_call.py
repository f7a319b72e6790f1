"""A roll call in the hall as a sheet: one row for each person, entered by the secretariat and saved at once."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from incidencia.web.refusals import Refused
from sessions import desk
from sessions.acting import Asked, Part, Spec
from sessions.core import commands as c
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as RoomRefused
from sessions.forms.roll_call import RollCallForm
from sessions.wording import voting


def enter(asked: Asked) -> desk.Done:
    """Promise that each answer of the sheet that the room takes is recorded, all at once; the others are told.

    Raises Refused, with why beside each row, when some were not; of the core when the question is no longer open.
    """
    form = asked.form
    assert isinstance(form, RollCallForm)
    form.refuse_other_methods()
    answers = form.answers()
    acts = [
        c.Act(asked.seat.key, asked.key, c.CastVote(a.choice, form.asked(), first=True), a.seat, a.via)
        for a in answers
    ]  # fmt: skip
    sheet = desk.handle_sheet(asked.session.pk, acts)
    vote, refused = sheet.room.vote, dict(sheet.refused)
    if vote is None or vote.id != form.asked():
        return _over(form, sheet)
    for a in answers:
        if a.seat not in refused and vote.choice_of(a.seat) is not a.choice:
            refused[a.seat] = RoomRefused(Code.ALREADY_VOTED)  # this key did its work, and the vote was changed since
    if not refused:
        return desk.Done(sheet.room, sheet.entries, again=not sheet.entries)
    form.told(sheet.room, refused)
    if form.over:
        raise next(iter(refused.values()))
    some = _some(len(answers) - len(refused), len(refused))
    form.partly = str(some.message)
    raise some


def _over(form: RollCallForm, sheet: desk.Sheet) -> desk.Done:
    """The question is gone. Raises Refused, with what had been marked; a sheet that did its work before is done."""
    if not sheet.refused:
        return desk.Done(sheet.room, (), again=True)
    form.told(sheet.room, sheet.refused)
    raise next(iter(sheet.refused.values()))


def _some(done: int, left: int) -> Refused:
    """What became of a sheet of which a part was refused."""
    not_told = ngettext("%(n)d was not: why stands beside it.", "%(n)d were not: why stands beside each.", left)
    return Refused(
        "rows_refused",
        f"{voting.recorded(done)} {not_told % {'n': left}}",
        _("Each row is an entry of its own: one that can't be recorded does not hold back the others."),
        _("Correct what is left, or go back to the room."),
    )


ACTS = (
    Spec("roll_call", _("Enter the roll call"), Part.TEXT, None, "role-secretariat", "open voting roll-call to-call",
         form=RollCallForm, run=enter, warns=voting.question,
         lead=_("Mark what each person answers, in the order in which they are called, and save as often as you "
                "like: what is left on «No answer» stays to be called. Whatever can be recorded is recorded; beside "
                "each of the others stands why not."),
         final=True),
)  # fmt: skip
