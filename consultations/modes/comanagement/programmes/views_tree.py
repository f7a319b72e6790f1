"""The tree of a draft: objectives and lines, added, changed, taken out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.finding import seen_other
from consultations.modes.comanagement.models import ProgrammeLine
from consultations.modes.comanagement.programmes import services
from consultations.modes.comanagement.programmes.forms import PartForm
from consultations.modes.comanagement.programmes.views import acted, programme_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])
PARTS = ("text_es", "text_en", "weight")


@login_required
@get_and_post
def objective_new(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Add an objective."""
    programme = programme_for(request, reference, number, "programme_keep")
    return acted(
        request,
        programme,
        PartForm(typed(request)),
        "consultations/modes/comanagement/programmes/objective_new.html",
        _("The draft is saved."),
        lambda data: services.objective_add(programme=programme, **data),
    )


@login_required
@get_and_post
def objective_edit(request: SignedInRequest, reference: str, number: int, place: int) -> HttpResponse:
    """Change an objective."""
    programme = programme_for(request, reference, number, "programme_keep")
    part = get_object_or_404(programme.objectives, place=place)
    form = PartForm(typed(request), initial={name: getattr(part, name) for name in PARTS})
    return acted(
        request,
        programme,
        form,
        "consultations/modes/comanagement/programmes/objective_edit.html",
        _("The draft is saved."),
        lambda data: services.part_change(part=part, **data),
        part=part,
    )


@login_required
@get_and_post
def line_new(request: SignedInRequest, reference: str, number: int, place: int) -> HttpResponse:
    """Add a line of action to an objective."""
    programme = programme_for(request, reference, number, "programme_keep")
    objective = get_object_or_404(programme.objectives, place=place)
    return acted(
        request,
        programme,
        PartForm(typed(request)),
        "consultations/modes/comanagement/programmes/line_new.html",
        _("The draft is saved."),
        lambda data: services.line_add(objective=objective, **data),
        objective=objective,
    )


@login_required
@get_and_post
def line_edit(request: SignedInRequest, reference: str, number: int, place: int, line: int) -> HttpResponse:
    """Change a line of action."""
    programme = programme_for(request, reference, number, "programme_keep")
    rows = ProgrammeLine.objects.select_related("objective__programme")
    part = get_object_or_404(rows, objective__programme=programme, objective__place=place, place=line)
    form = PartForm(typed(request), initial={name: getattr(part, name) for name in PARTS})
    return acted(
        request,
        programme,
        form,
        "consultations/modes/comanagement/programmes/line_edit.html",
        _("The draft is saved."),
        lambda data: services.part_change(part=part, **data),
        part=part,
    )


@login_required
@require_POST
def objective_remove(request: SignedInRequest, reference: str, number: int, place: int) -> HttpResponse:
    """Take an objective with its lines out of a draft."""
    programme = programme_for(request, reference, number, "programme_keep")
    part = get_object_or_404(programme.objectives, place=place)
    return _removed(request, reference, number, part)


@login_required
@require_POST
def line_remove(request: SignedInRequest, reference: str, number: int, place: int, line: int) -> HttpResponse:
    """Take a line out of a draft."""
    programme = programme_for(request, reference, number, "programme_keep")
    rows = ProgrammeLine.objects.select_related("objective__programme")
    part = get_object_or_404(rows, objective__programme=programme, objective__place=place, place=line)
    return _removed(request, reference, number, part)


def _removed(request: SignedInRequest, reference: str, number: int, part: services.Part) -> HttpResponse:
    try:
        services.part_remove(part=part)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is out of the draft."))
    return seen_other("programme_page", reference, number)
