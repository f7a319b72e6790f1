"""Proposing a conclusion, assenting, sealing without assent, closing for silence, dissenting."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.dialogue import queries, turning
from consultations.modes.dialogue.concluding import services
from consultations.modes.dialogue.concluding.forms import DissentForm, ProposeForm, SettleForm
from consultations.modes.dialogue.models import Thread
from consultations.modes.dialogue.standing import voices_in
from consultations.modes.dialogue.views import keyed, thread_for
from consultations.rules import is_official_of
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations.speaking import Voice
from incidencia.text import clean
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def conclusion_propose(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write the three parts."""
    thread = _found(request, reference)
    form, shown = ProposeForm(typed(request), voices=_voices(request, thread)), keyed(request)
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/concluding/conclusion_propose.html",
        done=_("The conclusion is proposed. The other side assents or replies."),
        act=lambda _data: services.conclusion_propose(
            thread=thread, parts=form.parts, by=request.user, speaking_as=form.choice, key=shown["key"]
        ),
        thread=thread, unanswered=len(queries.open_questions(thread)), **shown,
    )  # fmt: skip


@login_required
@get_and_post
def conclusion_assent(request: SignedInRequest, reference: str) -> HttpResponse:
    """Assent: it is sealed."""
    return _settled(
        request, reference, "consultations/modes/dialogue/concluding/conclusion_assent.html",
        services.conclusion_assent, _("The conclusion is sealed, with the assent of both sides."),
    )  # fmt: skip


@login_required
@get_and_post
def conclusion_seal(request: SignedInRequest, reference: str) -> HttpResponse:
    """Seal it after the silence of the other side; before its time the page says until when that has its term."""
    refusal = None
    if request.method != "POST":
        try:
            services.refuse_seal(_found(request, reference))
        except Refused as found:
            refusal = found
    return _settled(
        request, reference, "consultations/modes/dialogue/concluding/conclusion_seal.html", services.conclusion_seal,
        _("The conclusion is sealed, and it says that the other side let its term pass."), refusal=refusal,
    )  # fmt: skip


@login_required
@get_and_post
def thread_close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Close it for the silence of the side that owes the turn."""
    thread = thread_for(
        request, reference, "thread_close",
        _("Whoever opened the thread, or speaks for its organization, closes it; or an official of its process."),
    )  # fmt: skip
    form = SettleForm(typed(request), voices=_voices(request, thread))
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/concluding/thread_close.html",
        done=_("The thread is closed, and its page says who kept silent."),
        act=lambda _data: services.thread_close(thread=thread, by=request.user, speaking_as=form.choice),
        thread=thread, turn=turning.running(thread),
    )  # fmt: skip


@login_required
@get_and_post
def dissent_attach(request: SignedInRequest, reference: str) -> HttpResponse:
    """Attach a dissent to a sealed conclusion."""
    thread = thread_for(
        request, reference, "thread_write",
        _("Only the parties of this thread and the officials of its process write in it."),
    )  # fmt: skip
    form = DissentForm(typed(request), voices=_voices(request, thread))
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/concluding/dissent_attach.html",
        done=_("Your dissent is attached to the conclusion."),
        act=lambda data: services.dissent_attach(
            thread=thread, text=data["text"], language=data["language"], by=request.user, speaking_as=form.choice
        ),
        thread=thread,
    )  # fmt: skip


def _settled(
    request: SignedInRequest, reference: str, page: str, act: Callable[..., Any], done: str,
    refusal: Refused | None = None,
) -> HttpResponse:  # fmt: skip
    thread = _found(request, reference)
    standing = services.standing_of(thread)
    initial = {"number": standing.number if standing else 0}
    form = SettleForm(typed(request), voices=_voices(request, thread), initial=initial)
    parts = [(name, clean.render(getattr(standing, name))) for name in ("exchanged", "agreed", "pending") if standing]
    return act_on(
        request, thread.contribution, form, page, done=done,
        act=lambda data: act(
            thread=thread, by=request.user, number=data.get("number") or 0, speaking_as=form.choice
        ),
        thread=thread, standing=standing, parts=parts, unanswered=len(queries.open_questions(thread)),
        refusal=refusal,
    )  # fmt: skip


def _found(request: SignedInRequest, reference: str) -> Thread:
    return thread_for(
        request, reference, "thread_conclude",
        _("Whoever opened the thread, or speaks for its organization, concludes it; or an official of its process."),
    )  # fmt: skip


def _voices(request: SignedInRequest, thread: Thread) -> list[Voice]:
    if is_official_of(request.user, thread.contribution.consultation):
        return []
    return voices_in(thread, request.user)
