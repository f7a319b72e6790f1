"""One's own questions in a session, and what became of each."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.accounts.requests import SignedInRequest
from sessions import flags
from sessions.acts import ACTS
from sessions.after import owed
from sessions.audiences import hides
from sessions.core.terms import Role
from sessions.papers import reader_of
from sessions.screen.questions import mine
from sessions.views.room import entered
from sessions.wording.words import titled


@never_cache
@login_required
@require_safe
def room_questions(request: SignedInRequest, reference: str) -> HttpResponse:
    """What this person asked, with the desk's reason where a question was declined. For whoever has a seat."""
    session, room, seat, _audience = entered(request, reference)
    if seat is None:
        raise PermissionDenied(_("You have no seat in this session. Ask the secretariat to accredit you."))
    words = flags.own(room, seat.key, Role(seat.role))
    reader = reader_of(session, room, seat)
    given = {row.question: row for row in owed.of_session(session) if row.answered_at}
    context = {
        "session": session, "room": room, "host": titled(room, "host"),
        "mine": [(q, None if hides(reader, q.q.item, room) else given.get(q.q.id)) for q in mine(room, seat.key)],
        "may_ask": flags.fits(words, ACTS["ask_question"].fits), "most": room.rules.questions_waiting,
    }  # fmt: skip
    return render(request, "sessions/room_questions.html", context)
