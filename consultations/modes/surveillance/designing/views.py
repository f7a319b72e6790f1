"""The items of a checklist: written, changed, dropped, taken in from a file, taken away as data."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import seen_other
from consultations.modes.surveillance import queries, records, services
from consultations.modes.surveillance.acting import around, asked
from consultations.modes.surveillance.designing.forms import COLUMNS, DropForm, ImportForm, ItemForm
from consultations.modes.surveillance.designing.importing import items_read
from consultations.modes.surveillance.designing.reading import MOST_BYTES, BadFile
from consultations.modes.surveillance.models import Checklist, ChecklistItem
from consultations.modes.surveillance.tabular import as_csv, as_json
from consultations.modes.surveillance.views import checklist_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


def _item(checklist: Checklist, number: int) -> ChecklistItem:
    item = ChecklistItem.objects.filter(checklist=checklist, number=number).first()
    if item is None:
        raise Http404(_("There is no such item."))
    item.checklist = checklist
    return item


@login_required
@get_and_post
def check_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Add an item, and then the next."""
    checklist = checklist_for(request, reference, "checklist_keep")
    form = ItemForm(typed(request))
    again = request.POST.get("then") == "another"
    name = "check_new" if again else "contribution_page"
    return asked(
        request,
        checklist,
        form,
        "consultations/modes/surveillance/designing/check_new.html",
        done=_("The item is added."),
        to=lambda: reverse(name, args=[checklist.contribution.reference]),
        act=lambda _data: services.item_add(checklist=checklist, values=form.values(), by=request.user),
    )


@login_required
@get_and_post
def check_edit(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change an item for the rounds to come."""
    checklist = checklist_for(request, reference, "checklist_keep")
    item = _item(checklist, number)
    form = ItemForm(typed(request), initial={name: getattr(item, name) for name in COLUMNS})
    return asked(
        request, checklist, form, "consultations/modes/surveillance/designing/check_edit.html",
        done=_("The item is changed for the rounds to come; those announced keep what they froze."), to=_to(item),
        act=lambda _data: services.item_change(item=item, values=form.values(), by=request.user), item=item,
    )  # fmt: skip


@login_required
@get_and_post
def check_drop(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Drop an item, with the reason everybody reads."""
    checklist = checklist_for(request, reference, "checklist_keep")
    item = _item(checklist, number)
    return asked(
        request,
        checklist,
        DropForm(typed(request), label_suffix=""),
        "consultations/modes/surveillance/designing/check_drop.html",
        done=_("The item is dropped; it stays listed with the reason."),
        to=_to(item),
        act=lambda data: services.item_drop(item=item, reason=data["reason"], by=request.user),
        item=item,
    )


@login_required
@get_and_post
def checklist_import(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take items in from a file: all of them, or none with every mistake and its lines."""
    checklist = checklist_for(request, reference, "checklist_keep")
    posted, mistakes = request.method == "POST", list[Refused]()
    form = ImportForm(request.POST if posted else None, request.FILES if posted else None, label_suffix="")
    if posted and form.is_valid():
        try:
            items = items_read(form.cleaned_data["file"].read(MOST_BYTES + 1))
            made = services.items_import(checklist=checklist, items=items, by=request.user)
        except BadFile as bad:
            mistakes = list(bad.mistakes)
        except Refused as refusal:
            mistakes = [refusal]
        else:
            said = ngettext("%(n)s item is added.", "%(n)s items are added.", len(made)) % {"n": len(made)}
            messages.success(request, said)
            return seen_other("contribution_page", checklist.contribution.reference)
    context = {**around(checklist), "form": form, "mistakes": mistakes, "columns": COLUMNS}
    return render(
        request,
        "consultations/modes/surveillance/designing/checklist_import.html",
        context,
        status=422 if posted else 200,
    )


@require_safe
def checklist_data(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The items that stand, as CSV with the columns an import takes in."""
    checklist = checklist_for(request, reference)
    name = checklist.contribution.reference
    return as_csv(name, COLUMNS, records.items(queries.standing_items(checklist)))


@require_safe
def checklist_json(request: HttpRequest, reference: str) -> JsonResponse:
    """The same as JSON."""
    checklist = checklist_for(request, reference)
    contribution = checklist.contribution
    whole: dict[str, Any] = {
        "checklist": contribution.reference, "title": contribution.title, "about": checklist.about,
        "items": list(records.items(queries.standing_items(checklist))),
    }  # fmt: skip
    return as_json(contribution.reference, whole)


def _to(item: ChecklistItem) -> Any:
    return lambda: reverse("check_page", args=[item.checklist.contribution.reference, item.number])
