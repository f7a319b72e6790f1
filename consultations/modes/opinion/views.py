"""Writing, looking again, sending: a proposal on a question, or an issue that nobody asked about."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.activities.views import activity_for
from consultations.finding import consultation_for, seen_other
from consultations.modes.opinion.models import Position, Question
from consultations.modes.opinion.sending import drafts, submitting
from consultations.modes.opinion.sending.closing import refuse_closed
from consultations.modes.opinion.sending.forms import SubmissionForm
from consultations.modes.opinion.sending.where import Where
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.text import clean
from incidencia.web.keys import key_of
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import hour

get_and_post = require_http_methods(["GET", "POST"])
PAGES = "consultations/modes/opinion/sending"


def question_for(request: HttpRequest, reference: str, place: int, number: int) -> Where:
    """Promise the question if the reader may answer it. 404 for none; 403 with the reason."""
    activity = activity_for(request, reference, place)
    question = get_object_or_404(Question, activity=activity, place=number)
    if not request.user.has_perm("consultations.submission_send", activity):
        raise PermissionDenied(_("Officials of this process answer proposals; they don't send them."))
    return Where(activity.consultation, activity, question)


def process_for(request: HttpRequest, reference: str) -> Where:
    """Promise the process if the reader may raise an issue in it. 404 for none; 403 with the reason."""
    where = Where(consultation_for(request, reference, "consultation_view"))
    if where.stands_open and not request.user.has_perm("consultations.issue_raise", where.consultation):
        raise PermissionDenied(_("Officials of this process answer issues; they don't raise them."))
    return where


@login_required
@get_and_post
def submission_new(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Write a proposal; what was typed before is there again."""
    return _write(request, question_for(request, reference, place, number), "submission_new")


@login_required
@get_and_post
def issue_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write an issue that nobody asked about."""
    return _write(request, process_for(request, reference), "issue_new")


@login_required
@get_and_post
def submission_preview(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Look again at a proposal, and send it."""
    return _preview(request, question_for(request, reference, place, number), "submission_preview")


@login_required
@get_and_post
def issue_preview(request: SignedInRequest, reference: str) -> HttpResponse:
    """Look again at an issue, and raise it."""
    return _preview(request, process_for(request, reference), "issue_preview")


@login_required
@require_POST
def submission_draft(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Keep what is being typed, by itself."""
    return _keep(request, question_for(request, reference, place, number))


@login_required
@require_POST
def issue_draft(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keep what is being typed, by itself."""
    return _keep(request, process_for(request, reference))


def _write(request: SignedInRequest, where: Where, name: str) -> HttpResponse:
    draft = drafts.draft_of(where, request.user)
    form = _form(request, where, request.POST or None, initial=draft.fields if draft else None)
    if request.method == "POST":
        well = form.is_valid()
        files = form.cleaned_data.get("attachments", []) if hasattr(form, "cleaned_data") else []
        try:
            draft = drafts.draft_save(where=where, person=request.user, typed=request.POST.dict(), files=files)
            _leave_out(request, draft)
        except Refused as refusal:
            refusal.as_error(form, "attachments")
            well = False
        if request.POST.get("act") == "save" and not form.errors.get("attachments"):
            messages.success(request, _("The draft is saved. Only you see it."))
            return seen_other_at(where.address("new"))
        if well:
            return seen_other_at(where.address("preview"))
    context = {**_shown(where), "form": form, "draft": draft, "files": list(draft.attachments.all()) if draft else []}
    return render(request, f"{PAGES}/{name}.html", context, status=422 if request.method == "POST" else 200)


def _preview(request: SignedInRequest, where: Where, name: str) -> HttpResponse:
    draft = drafts.draft_of(where, request.user)
    key = key_of(request)
    if draft is None:
        sent = submitting.sent_with(key, request.user)
        if sent:
            return seen_other("contribution_page", sent.contribution.reference)
        return seen_other_at(where.address("new"))
    form = _form(request, where, {**draft.fields})
    if not form.is_valid():
        return seen_other_at(where.address("new"))
    refused = _closed(where)
    if request.method == "POST" and not refused:
        if request.POST.get("seen") != draft.saved_at.isoformat():
            advice = _("Read it again and send it.")
            refused = Refused("changed", _("The draft changed in another window."), advice=advice)
        else:
            try:
                made = submitting.submit(
                    where=where, draft=draft, words=_words(form), speaking_as=form.choice, key=key
                )
            except Refused as refusal:
                refused = refusal
            else:
                messages.success(request, _("It arrived. This page is its receipt, and a letter repeats it."))
                return seen_other("contribution_page", made.contribution.reference)
    voice = next((one for one in form.voices if one.choice == form.choice), form.voices[0])
    context = {
        **_shown(where), "form": form, "draft": draft, "files": list(draft.attachments.all()), "voice": voice,
        "words": _words(form), "seen": draft.saved_at.isoformat(), "text": clean.render(form.cleaned_data["text"]),
        "position": Position(_words(form).position).label, "key": key, "refused": refused,
    }  # fmt: skip
    return render(request, f"{PAGES}/{name}.html", context, status=422 if request.method == "POST" else 200)


def _keep(request: SignedInRequest, where: Where) -> HttpResponse:
    drafts.draft_save(where=where, person=request.user, typed=request.POST.dict())
    return JsonResponse({"saved": hour(now(), where.consultation.zone)})


def _form(request: SignedInRequest, where: Where, data: Any, **kwargs: Any) -> SubmissionForm:
    files = request.FILES if data is request.POST else None
    return SubmissionForm(data, files, speaker=request.user, asked=where.question is not None, **kwargs)


def _words(form: SubmissionForm) -> submitting.Words:
    data = form.cleaned_data
    return submitting.Words(data["title"], data.get("position", "none"), data["text"], data["language"])


def _leave_out(request: SignedInRequest, draft: Any) -> None:
    for pk in request.POST.getlist("leave"):
        if pk.isascii() and pk.isdecimal() and len(pk) < 19:
            drafts.file_leave(draft=draft, pk=int(pk))


def _closed(where: Where) -> Refused | None:
    try:
        refuse_closed(where)
    except Refused as refusal:
        return refusal
    return None


def _shown(where: Where) -> dict[str, Any]:
    return {
        "where": where, "consultation": where.consultation, "activity": where.activity, "question": where.question,
        "closed": _closed(where), "new_address": where.address("new"), "preview_address": where.address("preview"),
        "draft_address": where.address("draft"),
    }  # fmt: skip


def seen_other_at(address: str) -> HttpResponse:
    """Promise the answer to an act that was done: go and see that address (303)."""
    return HttpResponse(status=303, headers={"Location": address})
