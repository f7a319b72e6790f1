"""Writing, publishing and correcting items, for who convenes."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.activities.views import activity_for
from consultations.finding import seen_other
from consultations.modes.information import services
from consultations.modes.information.forms import BASE, CorrectionForm, ItemForm, PublishForm
from consultations.modes.information.models import Item
from consultations.modes.information.ready import lacking
from consultations.modes.information.states import State
from consultations.modes.information.views import item_for
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def item_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Draft an item."""
    activity = activity_for(request, reference, place, "item_write")
    posted = request.method == "POST"
    form = ItemForm(request.POST if posted else None, request.FILES if posted else None, activity=activity)
    if posted and form.is_valid():
        try:
            made = services.item_draft(
                activity=activity, values=form.values(), files=form.cleaned_data["attachments"], by=request.user
            )
        except Refused as refusal:
            refusal.as_error(form)
        else:
            done = _("The item is drafted: nobody else sees it. Read it as they will, then publish it.")
            messages.success(request, done)
            return seen_other("item_page", made.reference)
    context = {"activity": activity, "consultation": activity.consultation, "form": form}
    page = "consultations/modes/information/item_new.html"
    return render(request, page, context, status=422 if posted else 200)


@login_required
@get_and_post
def item_edit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Change what is not published."""
    item = item_for(request, reference, "item_keep")
    if item.state is State.PUBLISHED:
        return seen_other("item_correct", item.reference)
    form = _form(request, item, ItemForm)
    return _written(
        request, item, form, "consultations/modes/information/item_edit.html", _("The draft is saved."),
        lambda: services.item_change(
            item=item, base=form.cleaned_data[BASE], values=form.values(), keep=form.kept(),
            files=form.cleaned_data["attachments"], by=request.user,
        ),
    )  # fmt: skip


@login_required
@get_and_post
def item_correct(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write the next version of what is published, with its reason."""
    item = item_for(request, reference, "item_keep")
    if item.state is not State.PUBLISHED:
        return seen_other("item_edit", item.reference)
    form = _form(request, item, CorrectionForm)
    return _written(
        request, item, form, "consultations/modes/information/item_correct.html",
        _("The new version stands, with its reason; the earlier one stays readable."),
        lambda: services.item_correct(
            item=item, base=form.cleaned_data[BASE], values=form.values(), reason=form.cleaned_data["reason"],
            keep=form.kept(), files=form.cleaned_data["attachments"], by=request.user,
        ),
    )  # fmt: skip


@login_required
@get_and_post
def item_publish(request: SignedInRequest, reference: str) -> HttpResponse:
    """Publish now or later, after a last look."""
    item = item_for(request, reference, "item_keep")
    zone = item.activity.consultation.zone
    posted = request.method == "POST"
    form = PublishForm(request.POST if posted else None, zone=zone)
    if posted and form.is_valid():
        try:
            made = services.item_publish(item=item, at=form.cleaned_data["at"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            done = _("It is published.")
            if made.state is State.SCHEDULED:
                done = _("It will be published then; until then you can change it.")
            messages.success(request, done)
            return seen_other("item_page", item.reference)
    context = {
        "item": item, "activity": item.activity, "consultation": item.activity.consultation, "form": form,
        "missing": lacking(item, item.versions.get(number=item.current)),
    }  # fmt: skip
    page = "consultations/modes/information/item_publish.html"
    return render(request, page, context, status=422 if posted else 200)


@login_required
@require_POST
def item_discard(request: SignedInRequest, reference: str) -> HttpResponse:
    """Throw a draft away, or take a scheduled item back to a draft."""
    item = item_for(request, reference, "item_keep")
    at = item.activity.consultation.reference, item.activity.place
    try:
        if item.state is State.SCHEDULED:
            services.item_hold_back(item=item)
            messages.success(request, _("It is a draft again: nothing will be published."))
            return seen_other("item_page", item.reference)
        services.item_discard(item=item)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other("item_page", item.reference)
    messages.success(request, _("The draft is thrown away."))
    return seen_other("activity_page", *at)


def _form(request: SignedInRequest, item: Item, of: type[Any]) -> Any:
    posted = request.method == "POST"
    version = item.versions.get(number=item.current)
    version.item = item
    if not request.user.has_perm("consultations.item_read_whole", item):
        raise PermissionDenied(_("Only officials of this process read what is reserved (A9)."))
    return of(
        request.POST if posted else None, request.FILES if posted else None, activity=item.activity, version=version
    )


def _written(
    request: SignedInRequest, item: Item, form: Any, page: str, done: str, act: Callable[[], Any]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refusal:
            refusal.as_error(form)
            if refusal.code == "overtaken":
                form.data = form.data.copy()
                form.data[BASE] = _stands_at(item)
        else:
            messages.success(request, done)
            return seen_other("item_page", item.reference)
    context = {"item": item, "activity": item.activity, "consultation": item.activity.consultation, "form": form}
    return render(request, page, context, status=422 if request.method == "POST" else 200)


def _stands_at(item: Item) -> str:
    item.refresh_from_db(fields=["current"])
    return item.versions.get(number=item.current).at.isoformat()
