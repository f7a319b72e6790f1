"""One act on a contribution by a form of its own: done, it leads back to the page; refused, what was typed stays."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consultations.finding import seen_other
from consultations.spine.models import Contribution
from incidencia.web.refusals import Refused


def act_on(
    request: HttpRequest, contribution: Contribution, form: forms.Form, page: str, *, done: str,
    act: Callable[[dict[str, Any]], Any], **shown: Any,
) -> HttpResponse:  # fmt: skip
    """Promise the answer to a form about `contribution`: `act` on what was typed, then its page, saying `done`.

    Before that, and where a rule refuses, `page` with the form and what is `shown` (422 for a refusal).
    """
    posted = request.method == "POST"
    if posted and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("contribution_page", contribution.reference)
    context = {"contribution": contribution, "consultation": contribution.consultation, "form": form, **shown}
    return render(request, page, context, status=422 if posted else 200)


def typed(request: HttpRequest) -> Any:
    """Promise what a form is bound to: what was posted, or nothing."""
    return request.POST if request.method == "POST" else None
