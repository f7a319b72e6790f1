"""What was sent: corrected, signed on, read in its versions, downloaded; lists and data."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
    QueryDict,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.activities.views import activity_for
from consultations.finding import consultation_for, seen_other
from consultations.modes.opinion import queries, records
from consultations.modes.opinion.listing import listed
from consultations.modes.opinion.models import SignOn, Submission, Version
from consultations.modes.opinion.sending import signing, submitting
from consultations.modes.opinion.sending.forms import CorrectForm
from consultations.modes.opinion.sending.receipts import sent_again
from consultations.modes.opinion.tabular import lines
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.text import clean
from incidencia.text.difference import by_paragraph
from incidencia.web.refusals import Refused


def submission_for(request: HttpRequest, reference: str, act: str = "") -> Submission:
    """Promise the submission if the reader may read it. 404 for none; 403 where they may not do `act`."""
    submission = queries.whole(reference)
    if submission is None or not request.user.has_perm("consultations.contribution_view", submission.contribution):
        raise Http404(_("There is no contribution %(reference)s.") % {"reference": reference})
    if act and not request.user.has_perm(f"consultations.{act}", submission):
        raise PermissionDenied(_("Only its author can do that."))
    return submission


def _refuse_hidden(request: HttpRequest, submission: Submission) -> None:
    if not request.user.has_perm("consultations.contribution_words", submission.contribution):
        raise Http404(_("It is hidden by moderation; its page says under which rule."))


@login_required
@require_http_methods(["GET", "POST"])
def submission_correct(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write the next version."""
    submission = submission_for(request, reference, "submission_correct")
    contribution = submission.contribution
    last = submission.versions.get(number=submission.current)
    kept = list(last.attachments.order_by("pk"))
    initial = {
        "title": last.title, "position": last.position, "text": last.text, "language": contribution.language,
        "base": submission.current, "keep": [file.pk for file in kept],
    }  # fmt: skip
    posted = request.method == "POST"
    form = CorrectForm(
        request.POST if posted else None, request.FILES if posted else None, initial=initial,
        asked=submission.question_id is not None,
    )  # fmt: skip
    form.fields["keep"].choices = [(file.pk, file.name) for file in kept]  # type: ignore[attr-defined]
    if posted and form.is_valid():
        data = form.cleaned_data
        words = submitting.Words(data["title"], data.get("position", "none"), data["text"], contribution.language)
        try:
            submitting.correct(
                submission=submission, base=data["base"], words=words, keep={int(pk) for pk in data["keep"]},
                files=data["attachments"], by=request.user,
            )  # fmt: skip
        except Refused as refusal:
            form = _typed_again(form, submission)
            refusal.as_error(form)
        else:
            messages.success(request, _("The new version stands; the earlier one stays readable."))
            return seen_other("contribution_page", contribution.reference)
    context = {"submission": submission, "contribution": contribution, "consultation": contribution.consultation,
               "form": form, "kept": kept}  # fmt: skip
    page = "consultations/modes/opinion/sending/submission_correct.html"
    return render(request, page, context, status=422 if posted else 200)


def _typed_again(form: CorrectForm, submission: Submission) -> CorrectForm:
    """The form with what was typed, based on the version that stands now: sent again, it goes through."""
    submission.refresh_from_db(fields=["current"])
    typed = QueryDict(mutable=True)
    typed.update(form.data)
    typed["base"] = str(submission.current)
    again = CorrectForm(typed, form.files, asked="position" in form.fields)
    again.fields["keep"].choices = form.fields["keep"].choices  # type: ignore[attr-defined]
    again.is_valid()
    return again


@login_required
@require_POST
def submission_sign(request: SignedInRequest, reference: str) -> HttpResponse:
    """Join it by name."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.submission_sign", submission):
        raise PermissionDenied(_("Its author and the officials of this process can't sign on."))
    try:
        signing.sign_on(submission=submission, by=request.user, speaking_as=request.POST.get("speaking_as", ""))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You signed on. You hear what becomes of it."))
    return seen_other("contribution_page", submission.contribution.reference)


@login_required
@require_POST
def submission_unsign(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Withdraw one's own sign-on."""
    submission = submission_for(request, reference)
    row = get_object_or_404(SignOn, pk=pk, submission=submission, person=request.user)
    signing.sign_off(sign_on=row)
    messages.success(request, _("Your sign-on is withdrawn."))
    return seen_other("contribution_page", submission.contribution.reference)


@require_safe
def submission_versions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every version, the latest first, each with what changed since the one before."""
    submission = submission_for(request, reference)
    _refuse_hidden(request, submission)
    versions = list(submission.versions.prefetch_related("attachments").order_by("-number"))
    before: list[Version | None] = [*versions[1:], None]
    context = {"submission": submission, "contribution": submission.contribution,
               "consultation": submission.contribution.consultation,
               "versions": [
                   (one, clean.render(one.text), by_paragraph(was.text, one.text) if was else [])
                   for one, was in zip(versions, before, strict=True)
               ]}  # fmt: skip
    return render(request, "consultations/modes/opinion/sending/submission_versions.html", context)


@require_safe
def submission_file(request: HttpRequest, reference: str, pk: int) -> FileResponse:
    """A file of any of its versions, as a download."""
    submission = submission_for(request, reference)
    _refuse_hidden(request, submission)
    within = Version.attachments.through.objects.filter(version__submission=submission).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))


@login_required
@require_safe
def submission_proof(request: SignedInRequest, reference: str) -> JsonResponse:
    """What the hash of the receipt was made of, to recount it."""
    submission = submission_for(request, reference, "submission_receipt")
    first = Version.objects.select_related(
        "submission__contribution__consultation", "submission__contribution__activity", "submission__question"
    ).get(submission=submission, number=1)
    plain = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    answer = JsonResponse(sent_again(first), json_dumps_params=plain)
    answer["Content-Disposition"] = f'attachment; filename="{submission.contribution.reference}.json"'
    return answer


@require_safe
def issue_list(request: HttpRequest, reference: str) -> HttpResponse:
    """The issues that nobody asked about, each owed a reasoned answer."""
    consultation = consultation_for(request, reference, "consultation_view")
    rows = queries.raised_in(consultation)
    context = {
        **listed(rows, request.GET.dict(), consultation),
        "consultation": consultation,
        "may_raise": request.user.has_perm("consultations.issue_raise", consultation),
    }
    return render(request, "consultations/modes/opinion/sending/issue_list.html", context)


@require_safe
def submission_data(request: HttpRequest, reference: str, place: int) -> StreamingHttpResponse:
    """What was sent to an activity and its answers, as CSV, in constant memory."""
    activity = activity_for(request, reference, place, "activity_read_sent")
    answer = StreamingHttpResponse(lines(records.of_activity(activity)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{activity.consultation.reference}-{activity.place}.csv"'
    return answer
