"""Acting on the operating rules: drafting, submitting, considering, commenting, approving, publishing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.bylaws import approving, considering, queries, services
from consultations.bylaws import forms as asked
from consultations.bylaws.models import BylawsVersion, PartComment
from consultations.bylaws.parts import Part
from consultations.bylaws.views import version_for
from consultations.finding import consultation_for, seen_other
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@require_POST
def bylaws_draft(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin the next version."""
    consultation = consultation_for(request, reference, "bylaws_draft")
    try:
        version = services.bylaws_draft(consultation=consultation, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other("bylaws_page", consultation.reference)
    return seen_other("bylaws_version", consultation.reference, version.number)


@login_required
@get_and_post
def bylaws_write(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write the nine parts of a draft."""
    version = version_for(request, reference, number, "bylaws_keep")
    texts = dict(queries.texts_of(version))
    form = asked.WriteForm(typed(request), texts=texts, initial={"language": version.language})
    return _acted(
        request, version, form, "bylaws_write", _("The draft is saved."),
        lambda data: services.bylaws_write(
            version=version, language=data["language"], texts=form.texts(), before=form.before(), by=request.user
        ),
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_submit(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Submit a draft to the members."""
    version = version_for(request, reference, number, "bylaws_keep")
    form = asked.SubmitForm(typed(request), zone=version.consultation.zone)
    return _acted(
        request, version, form, "bylaws_submit", _("It is before the members: each with a vote has a letter."),
        lambda data: services.bylaws_submit(version=version, by=request.user, **data),
        empty=queries.empty_parts(version),
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_consider(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Agree or object."""
    version = version_for(request, reference, number, "bylaws_consider")
    form = asked.ConsiderForm(typed(request), label_suffix="")
    return _acted(
        request, version, form, "bylaws_consider",
        _("Noted. Until the term ends you can say something else; the last word counts."),
        lambda data: considering.bylaws_consider(
            version=version, agrees=data["agrees"] == "yes", reason=data["reason"], by=request.user
        ),
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_comment(request: SignedInRequest, reference: str, number: int, part: str) -> HttpResponse:
    """Comment one part."""
    version = version_for(request, reference, number, "bylaws_comment")
    if part not in Part.values:
        raise Http404(_("The rules have no such part."))
    form = asked.CommentForm(typed(request), label_suffix="", initial={"language": get_language()})
    return _acted(
        request, version, form, "bylaws_comment", _("Your comment is in. You get a letter with its answer."),
        lambda data: considering.bylaws_comment(version=version, part=part, by=request.user, **data),
        part=Part(part), text=queries.texts_of(version)[Part(part)],
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_answer(request: SignedInRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Answer a comment."""
    version = version_for(request, reference, number)
    comment = version.comments.select_related("by").filter(pk=pk).first()
    if comment is None or not request.user.has_perm("consultations.bylaws_comments_view", version):
        raise Http404(_("There is no such comment."))
    comment.version = version
    _refuse(request, comment)
    form = asked.AnswerForm(typed(request), label_suffix="")
    return _acted(
        request, version, form, "bylaws_answer", _("Answered: its author has a letter."),
        lambda data: considering.comment_answer(comment=comment, answer=data["answer"], by=request.user),
        comment=comment, part=Part(comment.part),
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_withdraw(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Give a version up."""
    version = version_for(request, reference, number, "bylaws_keep")
    form = asked.WithdrawForm(typed(request), label_suffix="")
    return _acted(
        request, version, form, "bylaws_withdraw", _("Withdrawn. Its words and what was said of them stay."),
        lambda data: services.bylaws_withdraw(version=version, reason=data["reason"], by=request.user),
    )  # fmt: skip


@login_required
@get_and_post
def bylaws_approve(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Record how the version was approved."""
    version = version_for(request, reference, number, "bylaws_keep")
    since = list(queries.agreements_since(version)[:100]) if version.submitted_at else []
    naming = [row for row in since if queries.names_it(row.text, version)]
    form = asked.ApproveForm(typed(request), agreements=naming)

    def approve(data: dict[str, Any]) -> BylawsVersion:
        if data["way"] == "session":
            return approving.approve_by_session(version=version, agreement=data["agreement"], by=request.user)
        return approving.approve_by_assents(version=version, by=request.user)

    return _acted(
        request, version, form, "bylaws_approve", _("Approved. Publish it, so that it is in force."), approve,
        waiting=queries.unanswered(version),
        others=len(since) - len(naming),
    )  # fmt: skip


@login_required
@require_POST
def bylaws_publish(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put an approved version in force."""
    version = version_for(request, reference, number, "bylaws_keep")
    try:
        services.bylaws_publish(version=version, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other("bylaws_version", version.consultation.reference, version.number)
    messages.success(request, _("These rules are in force. Each member has a letter."))
    return seen_other("bylaws_page", version.consultation.reference)


def _refuse(request: SignedInRequest, comment: PartComment) -> None:
    if not request.user.has_perm("consultations.bylaws_answer", comment):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))


def _acted(
    request: SignedInRequest, version: BylawsVersion, form: forms.Form, name: str, done: str,
    act: Callable[[dict[str, Any]], Any], **shown: Any,
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("bylaws_version", version.consultation.reference, version.number)
    context = {"version": version, "consultation": version.consultation, "form": form, **shown}
    status = 422 if request.method == "POST" else 200
    return render(request, f"consultations/bylaws/{name}.html", context, status=status)
