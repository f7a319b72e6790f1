"""Pages after a session: answering in writing what was owed, handing in a written statement."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions import desk
from sessions.after import owed, statements
from sessions.after.forms import AnswerForm, StatementForm
from sessions.after.shown import shown
from sessions.models import OwedAnswer
from sessions.papers import reader_of
from sessions.queries import seat_of
from sessions.veiled import seen
from sessions.views.plan import session_seen


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def answer_give(request: SignedInRequest, reference: str, question: str) -> HttpResponse:
    """Answer a question one owes an answer to. Refused: the same form with what was typed (422).

    404 where a reserve keeps the question from whoever asks for it (A9).
    """
    session = session_seen(request, reference)
    row = get_object_or_404(
        OwedAnswer.objects.select_related("session", "seat", "answered_by"), session=session, question=question
    )
    seat, whole = seat_of(session, request.user), desk.settle(session.pk)
    if seat is None or not owed.may_answer(row, seat, whole):
        raise PermissionDenied
    reader = reader_of(session, whole, seat)
    room = seen(session, whole, reader)
    if room.questions.get(row.question) is None:
        raise Http404
    form, failed = AnswerForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            owed.give(row, seat=seat, text=form.cleaned_data["text"], language=form.cleaned_data["language"])
        except Refused as refusal:
            failed = refusal
        else:
            messages.success(request, _("The answer is published under its question."))
            there = reverse("session_page", args=[session.reference])
            return HttpResponse(status=303, headers={"Location": f"{there}#answers-owed"})
    context = {"session": session, "one": shown(row, room, seat, reader), "form": form, "failed": failed}
    status = 422 if request.method == "POST" else 200
    return render(request, "sessions/after/answer_give.html", context, status=status)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def statement_send(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand in a written statement within the hours after closing. Refused: what was typed stays (422)."""
    session = session_seen(request, reference)
    seat, room = seat_of(session, request.user), desk.settle(session.pk)
    if seat is None or seat.key not in room.seats:
        raise PermissionDenied(_("You were not admitted to this session."))
    form, failed = StatementForm(request.POST or None, room=room), None
    if request.method == "POST" and form.is_valid():
        try:
            statements.send(session, seat=seat, **form.cleaned_data)
        except Refused as refusal:
            failed = refusal
        else:
            messages.success(request, _("Your statement was received. It is annexed to the minutes."))
            return HttpResponse(status=303, headers={"Location": reverse("session_page", args=[reference])})
    context = {
        "session": session, "form": form, "failed": failed, "window": statements.window(room, seat),
        "hours": room.rules.statement_hours,
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "sessions/after/statement_send.html", context, status=status)
