"""Pages of training: the record by topic, one training with its materials, and the acts of who convenes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.members.kinds import Side
from consultations.training import queries, services
from consultations.training.forms import CancelForm, RecordForm, TrainingForm
from consultations.training.models import Training
from consultations.training.topics import Direction
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.text import clean
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local

PER_PAGE = 30
get_and_post = require_http_methods(["GET", "POST"])


def training_for(request: HttpRequest, reference: str, place: int, act: str = "training_view") -> Training:
    """Promise the training if the reader may do `act`. 404 for none; 403 with the reason."""
    rows = Training.objects.select_related("consultation__agency", "consultation__coordinator__person")
    training = rows.filter(consultation__reference=reference.upper(), place=place).first()
    if training is None or not request.user.has_perm("consultations.training_view", training):
        raise Http404(_("There is no such training."))
    if not request.user.has_perm(f"consultations.{act}", training):
        raise PermissionDenied(
            _("Only whom it was open to can say so, once it was held.") if act == "training_attend"
            else _("Only the officer in charge of this process can do that.")
        )  # fmt: skip
    return training


@require_safe
@never_cache
def training_list(request: HttpRequest, reference: str) -> HttpResponse:
    """The seven topics with what was held on each, what is missing, and every training (G30, E13)."""
    consultation = consultation_for(request, reference, "consultation_view")
    page = Paginator(queries.trainings_of(consultation), PER_PAGE).get_page(request.GET.get("page"))
    topics, ways = queries.covered(consultation), queries.directions(consultation)
    context = {
        "consultation": consultation, "page": page, "topics": topics, "gaps": queries.gaps(topics),
        "ways": [(way.label, n) for way, n in ways.items()],
        "one_way": any(ways.values()) and not ways[Direction.TO_OFFICIALS],
        "plans": request.user.has_perm("consultations.training_plan", consultation),
    }  # fmt: skip
    return render(request, "consultations/training/training_list.html", context)


@require_safe
@never_cache
def training_page(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """One training: what, when, by whom, for whom, its materials; how many attended."""
    training = training_for(request, reference, place)
    user, sides = request.user, queries.sides_of(training)
    context = {
        "training": training, "consultation": training.consultation,
        "about": clean.render(local(training, "about")), "links": training.links.split(),
        "files": list(training.attachments.all()),
        "counted": [(side.label, sides.get(side, 0)) for side in (Side.CIVIL, Side.PUBLIC)],
        "others": sides.get("", 0) + sides.get(Side.GUEST, 0), "attended": sum(sides.values()),
        "joins": user.has_perm("consultations.training_join", training),
        "keeps": user.has_perm("consultations.training_keep", training),
        "attends": user.has_perm("consultations.training_attend", training),
        "own": user.is_authenticated and training.attendances.filter(person=user.pk).exists(),
    }  # fmt: skip
    return render(request, "consultations/training/training_page.html", context)


@login_required
@get_and_post
def training_plan(request: SignedInRequest, reference: str) -> HttpResponse:
    """Plan a training, or put one on record."""
    consultation = consultation_for(request, reference, "training_plan")
    form = TrainingForm(*_sent(request), zone=consultation.zone)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            files = values.pop("materials")
            made = services.training_plan(consultation=consultation, values=values, files=files, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("It is on the list. Whoever attends says so here, once it was held."))
            return seen_other("training_page", consultation.reference, made.place)
    context = {"consultation": consultation, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/training/training_plan.html", context, status=status)


@login_required
@get_and_post
def training_change(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Change a training, add materials."""
    training = training_for(request, reference, place, "training_keep")
    form = TrainingForm(*_sent(request), zone=training.consultation.zone, instance=training)

    def change(data: dict[str, Any]) -> None:
        values = dict(data)
        files = values.pop("materials")
        services.training_change(training=training, values=values, files=files, by=request.user)

    return _acted(request, training, form, "training_change", lambda: _("Saved."), change)


@login_required
@get_and_post
def training_cancel(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Cancel a training that has not been held."""
    training = training_for(request, reference, place, "training_keep")
    form = CancelForm(*_sent(request), label_suffix="")
    return _acted(
        request, training, form, "training_cancel", lambda: _("Cancelled; the page says why."),
        lambda data: services.training_cancel(training=training, reason=data["reason"], by=request.user),
    )  # fmt: skip


@login_required
@require_POST
def training_attend(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Say that one attended, or take it back."""
    training = training_for(request, reference, place, "training_attend")
    try:
        if request.POST.get("act") == "forget":
            services.training_forget(training=training, by=request.user)
        else:
            services.training_attend(training=training, by=request.user)
            messages.success(request, _("Noted. Attendance is counted in public, never named."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return seen_other("training_page", training.consultation.reference, training.place)


@login_required
@get_and_post
def training_record(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Record which members attended."""
    training = training_for(request, reference, place, "training_record")
    known = set(training.attendances.values_list("person", flat=True))
    form = RecordForm(
        request.POST if request.method == "POST" else None, members=list(queries.members_to_record(training)),
        known=known,
    )  # fmt: skip
    made: list[int] = []

    def said() -> str:
        n = made[0]
        return ngettext("%(n)s attendance was recorded.", "%(n)s attendances were recorded.", n) % {"n": n}

    return _acted(
        request, training, form, "training_record", said,
        lambda _data: made.append(
            services.training_record(training=training, people=form.chosen(), by=request.user)
        ),
        known=len(known),
    )  # fmt: skip


@require_safe
def training_file(request: HttpRequest, reference: str, place: int, pk: int) -> FileResponse:
    """A file of the training, as a download."""
    training = training_for(request, reference, place)
    return download(get_object_or_404(training.attachments, pk=pk))


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _acted(
    request: SignedInRequest, training: Training, form: forms.Form, name: str, done: Callable[[], str],
    act: Callable[[dict[str, Any]], Any], **shown: Any,
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done())
            return seen_other("training_page", training.consultation.reference, training.place)
    context = {"training": training, "consultation": training.consultation, "form": form, **shown}
    status = 422 if request.method == "POST" else 200
    return render(request, f"consultations/training/{name}.html", context, status=status)
