"""The chat: a page with the last messages and a form, which the room shows in a card."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions import chat
from sessions.audiences import Audience
from sessions.core.rules.chat import is_open
from sessions.core.state import Room
from sessions.core.terms import Role
from sessions.forms.chat import ChatForm, HideForm
from sessions.models import ChatMessage, Seat, Session
from sessions.views.room import entered


def _inside(request: SignedInRequest, reference: str) -> tuple[Session, Room, Seat]:
    session, room, seat, audience = entered(request, reference)
    if seat is None or audience in (None, Audience.PUBLIC):
        raise PermissionDenied(_("The chat is for those who are in the room."))
    return session, room, seat


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def room_chat(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read the last messages and write one. With the header of a script: the messages alone."""
    session, room, seat = _inside(request, reference)
    failed: Refused | None = None
    form = ChatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            chat.post(session, seat, form.cleaned_data["text"])
        except Refused as refusal:
            failed = refusal
        else:
            if not request.htmx:
                return HttpResponse(status=303, headers={"Location": reverse("room_chat", args=[reference])})
    context: dict[str, Any] = {
        "session": session, "room": room, "messages_of_chat": chat.last(session, room), "chat_open": is_open(room),
        "hides": seat.role == Role.SECRETARIAT, "failed": failed,
        "silent": chat.why_silent() if chat.silent(room) else "",
        "over": chat.is_over(room), "key": seat.key, "form": form,
    }  # fmt: skip
    page = "sessions/_chat.html" if request.htmx else "sessions/room_chat.html"
    return render(request, page, context, status=422 if failed or form.errors else 200)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def chat_hide(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Hide a message, with the reason."""
    session, room, seat = _inside(request, reference)
    if seat.role != Role.SECRETARIAT:
        raise PermissionDenied
    if chat.silent(room):
        raise PermissionDenied(chat.why_silent())
    message = get_object_or_404(ChatMessage.objects.select_related("seat"), session=session, pk=pk)
    failed: Refused | None = None
    form = HideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            chat.hide(message, by=seat, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            failed = refusal
        else:
            return HttpResponse(status=303, headers={"Location": reverse("room_chat", args=[reference])})
    context = {"session": session, "message": message, "failed": failed, "form": form}
    return render(request, "sessions/chat_hide.html", context, status=422 if request.method == "POST" else 200)
