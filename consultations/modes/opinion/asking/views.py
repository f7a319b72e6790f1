"""The questions of a draft, for who convenes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.activities.views import activity_for
from consultations.finding import seen_other
from consultations.modes.opinion.asking import services
from consultations.modes.opinion.asking.forms import QuestionForm
from consultations.modes.opinion.models import Question
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused


@login_required
@require_http_methods(["GET", "POST"])
def question_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Show the questions written so far and add one."""
    activity = activity_for(request, reference, place, "activity_edit")
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.question_add(activity=activity, values=form.cleaned_data, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The question is written. Add another one, or publish the activity."))
            return seen_other("question_new", activity.consultation.reference, activity.place)
    context = {
        "activity": activity, "consultation": activity.consultation, "form": form,
        "questions": list(activity.questions.all()),
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/modes/opinion/asking/question_new.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def question_edit(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Change a question."""
    activity = activity_for(request, reference, place, "activity_edit")
    rows = Question.objects.select_related("activity__consultation")
    question = get_object_or_404(rows, activity=activity, place=number)
    form = QuestionForm(request.POST or None, instance=question)
    if request.method == "POST" and form.is_valid():
        try:
            services.question_change(question=question, values=form.cleaned_data, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The question is changed."))
            return seen_other("question_new", activity.consultation.reference, activity.place)
    context = {"activity": activity, "consultation": activity.consultation, "form": form, "question": question}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/modes/opinion/asking/question_edit.html", context, status=status)


@login_required
@require_POST
def question_remove(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Take a question out of the draft."""
    activity = activity_for(request, reference, place, "activity_edit")
    rows = Question.objects.select_related("activity__consultation")
    question = get_object_or_404(rows, activity=activity, place=number)
    try:
        services.question_remove(question=question)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The question is out of the draft."))
    return seen_other("question_new", activity.consultation.reference, activity.place)
