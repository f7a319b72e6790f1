"""How the acts of level VI are asked and done by pages: refused, what was typed stays."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from consultations.modes.surveillance.models import Checklist
from incidencia.web.refusals import Refused


def asked(
    request: HttpRequest, checklist: Checklist, form: forms.Form, page: str, *, done: str, to: Callable[[], str],
    act: Callable[[dict[str, Any]], Any], **shown: Any,
) -> HttpResponse:  # fmt: skip
    """Promise the answer to a form: `act` on what was typed, then the address `to()`, saying `done`.

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
            return HttpResponseRedirect(to(), status=303)
    return render(request, page, {**around(checklist), "form": form, **shown}, status=422 if posted else 200)


def around(checklist: Checklist) -> dict[str, Any]:
    """Promise what every page of a checklist names."""
    contribution = checklist.contribution
    return {"checklist": checklist, "contribution": contribution, "consultation": contribution.consultation}


class Nothing(forms.Form):
    """An act that asks nothing: only whether to do it."""
