"""The public library of templates."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.modes.surveillance import queries, records, services
from consultations.modes.surveillance.acting import asked
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.library.forms import TemplateForm
from consultations.modes.surveillance.models import ChecklistTemplate
from consultations.modes.surveillance.tabular import as_csv, as_json
from consultations.modes.surveillance.views import checklist_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest

PER_PAGE = 30


def template_for(pk: int) -> ChecklistTemplate:
    """Promise a template of the library. 404 for none, and while moderation hides the checklist it came from."""
    found = queries.templates().filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such template."))
    return found


@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    """Every template, the latest first."""
    rows = queries.templates().annotate(size=Count("items"))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "consultations/modes/surveillance/library/template_list.html", {"page": page})


@require_safe
def template_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a template asks, and its data."""
    template = template_for(pk)
    return render(
        request,
        "consultations/modes/surveillance/library/template_page.html",
        {"template": template, "items": list(template.items.all())},
    )


@require_safe
def template_data(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """A template as CSV, with the columns an import takes in."""
    return as_csv(f"plantilla-{pk}", COLUMNS, records.items(template_for(pk).items.all()))


@require_safe
def template_json(request: HttpRequest, pk: int) -> JsonResponse:
    """The same as JSON."""
    template = template_for(pk)
    whole = {"name": template.name, "about": template.about, "items": list(records.items(template.items.all()))}
    return as_json(f"plantilla-{pk}", whole)


@login_required
@require_http_methods(["GET", "POST"])
def template_save(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keep a checklist as a template."""
    checklist = checklist_for(request, reference, "checklist_keep")
    form = TemplateForm(
        typed(request), initial={"name": checklist.contribution.title, "about": checklist.about}, label_suffix=""
    )
    return asked(
        request, checklist, form, "consultations/modes/surveillance/library/template_save.html",
        done=_("It is in the library, for everybody to start from."),
        to=lambda: reverse("template_list"),
        act=lambda data: services.template_save(checklist=checklist, by=request.user, **data),
    )  # fmt: skip
