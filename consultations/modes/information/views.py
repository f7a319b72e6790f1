"""Reading an item: its page, its versions, its files; marking it as read."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consultations.finding import seen_other
from consultations.modes.information import queries, services
from consultations.modes.information.models import Item, ItemVersion
from consultations.modes.information.ready import lacking
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.text import clean
from incidencia.web.templatetags.ui import local


def item_for(request: HttpRequest, reference: str, act: str = "item_view") -> Item:
    """Promise the item if the reader may do `act`. 404 for none and for drafts; 403 with the reason."""
    item = queries.whole(reference)
    if item is None or not request.user.has_perm("consultations.item_view", item):
        raise Http404(_("There is no item %(reference)s.") % {"reference": reference})
    if not request.user.has_perm(f"consultations.{act}", item):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    return item


@require_safe
def item_page(request: HttpRequest, reference: str) -> HttpResponse:
    """The summary in plain words, the text, the files, what it replaces; of a reserved one that it exists and why."""
    item = item_for(request, reference)
    version = item.versions.prefetch_related("attachments").select_related("by").get(number=item.current)
    whole = request.user.has_perm("consultations.item_read_whole", item)
    keeps = request.user.has_perm("consultations.item_keep", item)
    marks = whole and request.user.has_perm("consultations.item_mark", item)
    mark = item.reads.filter(person=request.user.pk).first() if marks else None
    context = {
        **_about(item), "version": version, "whole": whole, "keeps": keeps, "marks": marks, "mark": mark,
        "text": clean.render(local(version, "body")) if whole else "",
        "files": list(version.attachments.all()) if whole else [],
        "missing": lacking(item, version) if keeps else [],
        "readers": queries.readers(item) if keeps and item.state == "published" else None,
    }  # fmt: skip
    return render(request, "consultations/modes/information/item_page.html", context)


@require_safe
def item_versions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every version with its reason, the latest first; of what was reserved then, that it was."""
    item = item_for(request, reference)
    bound = request.user.has_perm("consultations.item_read_whole", item)
    official = request.user.has_perm("consultations.item_read_reserved", item)
    rows = item.versions.prefetch_related("attachments").select_related("by").order_by("-number")
    shown = []
    for one in rows:
        opened = bound and (official or not one.reserved)
        shown.append((one, opened, clean.render(local(one, "body")) if opened else "", list(one.attachments.all())))
    context = {**_about(item), "versions": shown}
    return render(request, "consultations/modes/information/item_versions.html", context)


@require_safe
def item_file(request: HttpRequest, reference: str, pk: int) -> FileResponse:
    """A file of any version the reader may read whole, as a download."""
    item = item_for(request, reference)
    if not request.user.has_perm("consultations.item_read_whole", item):
        raise Http404(_("There is no such file."))
    versions = ItemVersion.objects.filter(item=item)
    if not request.user.has_perm("consultations.item_read_reserved", item):
        versions = versions.filter(reserved=False)
    within = ItemVersion.attachments.through.objects.filter(itemversion__in=versions).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))


@login_required
@require_POST
def item_mark(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that one read it, or take it back."""
    item = item_for(request, reference, "item_mark")
    if request.POST.get("act") == "forget":
        services.read_unmark(item=item, person=request.user)
    else:
        services.read_mark(item=item, person=request.user)
    return seen_other("item_page", item.reference)


def _about(item: Item) -> dict[str, Any]:
    after = getattr(item, "superseded_by", None)
    out = after is not None and after.publish_at is not None and after.publish_at <= now()
    before = item.supersedes if item.supersedes_id else None
    return {
        "item": item, "activity": item.activity, "consultation": item.activity.consultation,
        "zone": item.activity.consultation.zone,
        "after": after if out else None, "before_it": before,
    }  # fmt: skip
