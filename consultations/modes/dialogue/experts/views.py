"""Asking for the opinion of officials or experts, deciding on the request, recording what they say."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.modes.dialogue.experts import services
from consultations.modes.dialogue.experts.forms import AskForm, DeclineForm, ForwardForm, RecordForm
from consultations.modes.dialogue.models import ExpertOpinion
from consultations.modes.dialogue.views import keyed, thread_for
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.files.models import Attachment

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def expert_ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask for an opinion."""
    thread = thread_for(
        request,
        reference,
        "expert_ask",
        _("The parties of this thread and the members of its process ask for opinions."),
    )
    form, shown = AskForm(typed(request)), keyed(request)
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/experts/expert_ask.html",
        done=_("Asked. The officer in charge forwards it, or says why not."),
        act=lambda data: services.expert_ask(thread=thread, by=request.user, key=shown["key"], **data),
        thread=thread, **shown,
    )  # fmt: skip


@login_required
@get_and_post
def expert_forward(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Forward it to whoever is asked."""
    opinion = _found(
        request, reference, pk, "expert_decide", _("Only the officer in charge of this process can do that.")
    )
    form = ForwardForm(typed(request), label_suffix="")
    return act_on(
        request, opinion.thread.contribution, form, "consultations/modes/dialogue/experts/expert_forward.html",
        done=_("Forwarded: its own clock runs, in public."),
        act=lambda data: services.expert_forward(opinion=opinion, email=data["email"], by=request.user),
        opinion=opinion,
    )  # fmt: skip


@login_required
@get_and_post
def expert_decline(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Decline it, with a reason."""
    opinion = _found(
        request, reference, pk, "expert_decide", _("Only the officer in charge of this process can do that.")
    )
    form = DeclineForm(typed(request), label_suffix="")
    return act_on(
        request, opinion.thread.contribution, form, "consultations/modes/dialogue/experts/expert_decline.html",
        done=_("Declined: the thread says why, and who asked has a letter."),
        act=lambda data: services.expert_decline(opinion=opinion, reason=data["reason"], by=request.user),
        opinion=opinion,
    )  # fmt: skip


@login_required
@get_and_post
def expert_record(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Record the opinion with its files."""
    opinion = _found(
        request,
        reference,
        pk,
        "expert_record",
        _("Whoever was asked records it; an official of this process, for somebody without an account."),
    )
    files = request.FILES if request.method == "POST" else None
    form = RecordForm(typed(request), files, initial={"given_by": opinion.of_whom})
    return act_on(
        request, opinion.thread.contribution, form, "consultations/modes/dialogue/experts/expert_record.html",
        done=_("The opinion stands in the thread."),
        act=lambda data: services.expert_record(
            opinion=opinion, text=data["text"], given_by=data["given_by"], files=data["attachments"], by=request.user
        ),
        opinion=opinion,
    )  # fmt: skip


@require_safe
def expert_file(request: HttpRequest, reference: str, pk: int) -> FileResponse:
    """A file of an opinion, as a download."""
    thread = thread_for(request, reference)
    if not request.user.has_perm("consultations.contribution_words", thread.contribution):
        raise Http404(_("It is hidden by moderation; its page says under which rule."))
    within = ExpertOpinion.attachments.through.objects.filter(expertopinion__thread=thread).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))


def _found(request: SignedInRequest, reference: str, pk: int, act: str, why: str) -> ExpertOpinion:
    rows = ExpertOpinion.objects.select_related("asked_by", "invited").filter(
        thread__contribution__reference=reference.upper()
    )
    opinion = rows.filter(pk=pk).first()
    if opinion is None:
        raise Http404(_("No such opinion is asked here."))
    opinion.thread = thread_for(request, reference)
    if not request.user.has_perm(f"consultations.{act}", opinion):
        raise PermissionDenied(why)
    return opinion
