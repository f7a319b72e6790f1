"""Programmes: the list, the page, its data, and what who convenes does with them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Programme
from consultations.modes.comanagement.programmes import records, services
from consultations.modes.comanagement.programmes.counting import counted
from consultations.modes.comanagement.programmes.forms import NewProgrammeForm, ProgrammeForm, PublishForm, ReviewForm
from consultations.modes.comanagement.tabular import lines
from consultations.spine.acting import typed
from consultations.spine.rules import readable
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.keys import key_of
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


def programme_for(request: HttpRequest, reference: str, number: int, act: str = "") -> Programme:
    """Promise the programme if the reader may read it. 404 for none or a draft; 403 where they may not do `act`."""
    rows = Programme.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "copied_from", "put_by", "published_by"
    )
    programme = rows.filter(consultation__reference=reference.upper(), number=number).first()
    if programme is None or not request.user.has_perm("consultations.programme_view", programme):
        raise Http404(_("There is no such programme."))
    if act and not request.user.has_perm(f"consultations.{act}", programme):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    return programme


@require_safe
def programme_list(request: HttpRequest, reference: str) -> HttpResponse:
    """The programmes of a process: published; to members also what was put to them; to who convenes also drafts."""
    consultation = consultation_for(request, reference, "consultation_view")
    writes = request.user.has_perm("consultations.programme_write", consultation)
    rows = consultation.programmes.order_by("-starts_on", "-number")
    if not writes:
        sits = request.user.is_authenticated and seats.seat_of(request.user, consultation) is not None
        rows = rows.filter(**({"put_at__isnull": False} if sits else {"published_at__isnull": False}))
    context = {"consultation": consultation, "programmes": list(rows), "writes": writes}
    return render(request, "consultations/modes/comanagement/programmes/programme_list.html", context)


@require_safe
def programme_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Its tree with weights, tasks and progress, and its reviews."""
    programme = programme_for(request, reference, number)
    tree = counted(programme)
    tasks = [row.task for one in tree.objectives for line in one.lines for row in line.tasks]
    reviews = [(row, clean.render(row.text), int(row.done * 100)) for row in programme.reviews.select_related("by")]
    context = {
        "programme": programme, "consultation": programme.consultation, "tree": tree, "reviews": reviews,
        "readable": readable(request.user, (task.contribution for task in tasks)),
        "keeps": request.user.has_perm("consultations.programme_keep", programme),
    }  # fmt: skip
    return render(request, "consultations/modes/comanagement/programmes/programme_page.html", context)


@require_safe
def programme_data(request: HttpRequest, reference: str, number: int) -> StreamingHttpResponse:
    """The tree as CSV: a row for each line, and for each task that everybody may read."""
    programme = programme_for(request, reference, number)
    answer = StreamingHttpResponse(
        lines(records.COLUMNS, records.rows_of(programme)), content_type="text/csv; charset=utf-8"
    )
    name = f"{programme.consultation.reference}-programa-{programme.number}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_required
@get_and_post
def programme_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Draft a programme."""
    consultation = consultation_for(request, reference, "programme_write")
    form = NewProgrammeForm(typed(request))
    posted = request.method == "POST"
    if posted and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            made = services.programme_draft(
                consultation=consultation, kind=values.pop("kind"), values=values, by=request.user
            )
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The draft is open. Add its objectives and lines; nobody else sees it yet."))
            return seen_other("programme_page", consultation.reference, made.number)
    context = {"consultation": consultation, "form": form}
    return render(
        request,
        "consultations/modes/comanagement/programmes/programme_new.html",
        context,
        status=422 if posted else 200,
    )


@login_required
@get_and_post
def programme_edit(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change title and period."""
    programme = programme_for(request, reference, number, "programme_keep")
    initial = {name: getattr(programme, name) for name in services.WORDS}
    return acted(
        request,
        programme,
        ProgrammeForm(typed(request), initial=initial),
        "consultations/modes/comanagement/programmes/programme_edit.html",
        _("The draft is saved."),
        lambda data: services.programme_change(programme=programme, values=data),
    )


@login_required
@get_and_post
def programme_put(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put it to the members."""
    programme = programme_for(request, reference, number, "programme_keep")
    return acted(
        request, programme, Form(typed(request)), "consultations/modes/comanagement/programmes/programme_put.html",
        _("The members read it from now on."),
        lambda _data: services.programme_put(programme=programme, by=request.user),
    )  # fmt: skip


@login_required
@get_and_post
def programme_publish(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Publish it."""
    programme = programme_for(request, reference, number, "programme_keep")
    return acted(
        request,
        programme,
        PublishForm(typed(request)),
        "consultations/modes/comanagement/programmes/programme_publish.html",
        _("It is published. Tasks can be born from its lines."),
        lambda data: services.programme_publish(programme=programme, by=request.user, **data),
    )


@login_required
@get_and_post
def programme_review(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Publish a periodic analysis."""
    programme = programme_for(request, reference, number, "programme_keep")
    key = key_of(request)
    return acted(
        request,
        programme,
        ReviewForm(typed(request)),
        "consultations/modes/comanagement/programmes/programme_review.html",
        _("The review is published."),
        lambda data: services.review_add(programme=programme, by=request.user, key=key, **data),
        key=key,
        tree=counted(programme),
    )


@login_required
@require_POST
def programme_copy(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Draft the next one from this."""
    programme = programme_for(request, reference, number, "programme_keep")
    made = services.programme_copy(programme=programme, by=request.user)
    messages.success(request, _("The draft of the next one is open, with the same tree and weights."))
    return seen_other("programme_page", reference, made.number)


def acted(
    request: SignedInRequest, programme: Programme, form: Form, page: str, done: str, act: Callable[[Any], Any],
    **shown: Any,
) -> HttpResponse:  # fmt: skip
    """Promise the answer to one act on a programme: done, back to its page; refused, what was typed stays (422)."""
    consultation: Consultation = programme.consultation
    posted = request.method == "POST"
    if posted and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("programme_page", consultation.reference, programme.number)
    context = {"programme": programme, "consultation": consultation, "form": form, **shown}
    return render(request, page, context, status=422 if posted else 200)
