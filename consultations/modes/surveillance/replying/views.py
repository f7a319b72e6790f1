"""The reply desk of the authority: one page for a round, one form for each item, and the end of the reply."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import seen_other
from consultations.modes.surveillance import queries, services
from consultations.modes.surveillance.acting import Nothing, around, asked
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.holding.shown import rows_shown
from consultations.modes.surveillance.models import AgencyClaim, CheckRound
from consultations.modes.surveillance.replying.forms import ClaimForm
from consultations.modes.surveillance.views import round_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


def reply_for(request: HttpRequest, reference: str, number: int) -> CheckRound:
    """Promise the round if the reader replies to it. 404 for none; 403 with the reason."""
    why = _("The officials of this process reply, once what was found is sent to them.")
    return round_for(request, reference, number, "claim_write", why)


@login_required
@require_safe
def reply_desk(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Each item with what was found and what the authority says of it; until when it replies."""
    row = reply_for(request, reference, number)
    times = timed_one(row)
    rows = rows_shown(times, queries.asked_in(row, findings=True))
    open_to_reply = row.published_at is None and row.completed_at is None
    asked_of = [one for one in rows if not one.item.is_dropped]
    context = {**around(row.checklist), "round": row, "timed": times, "rows": asked_of, "open": open_to_reply,
               "missing": sum(one.claim is None for one in asked_of)}  # fmt: skip
    return render(request, "consultations/modes/surveillance/replying/reply_desk.html", context)


@login_required
@get_and_post
def claim_write(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    """Reply to one item."""
    row = reply_for(request, reference, number)
    times = timed_one(row)
    one = next((x for x in rows_shown(times, queries.asked_in(row, findings=True)) if x.item.number == item), None)
    if one is None or one.item.is_dropped:
        raise Http404(_("This round does not ask that item, or it was dropped."))
    posted = request.method == "POST"
    form = ClaimForm(request.POST if posted else None, request.FILES if posted else None, claim=one.claim)
    if posted and form.is_valid():
        data = form.cleaned_data
        try:
            services.claim_write(
                row=row, number=item, status=data["status"], text=data["text"], base=data["base"], keep=form.kept(),
                files=data["attachments"], by=request.user,
            )  # fmt: skip
        except Refused as refusal:
            form = _based_anew(form, one.item.pk, refusal)
        else:
            messages.success(request, _("Your reply to item %(n)s is saved.") % {"n": item})
            return seen_other("reply_desk", row.checklist.contribution.reference, row.number)
    context = {**around(row.checklist), "round": row, "timed": times, "one": one, "form": form}
    return render(
        request, "consultations/modes/surveillance/replying/claim_write.html", context, status=422 if posted else 200
    )


@login_required
@get_and_post
def reply_complete(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say that the reply is complete."""
    row = reply_for(request, reference, number)
    items = [one for one in queries.asked_in(row, findings=True) if not one.is_dropped]
    missing = [one for one in items if not hasattr(one, "claim")]
    return asked(
        request,
        row.checklist,
        Nothing(typed(request)),
        "consultations/modes/surveillance/replying/reply_complete.html",
        round=row,
        missing=missing,
        done=_("Your reply is complete. The team may publish the round from now on."),
        to=lambda: reverse("reply_desk", args=[row.checklist.contribution.reference, row.number]),
        act=lambda _data: services.reply_complete(row=row, by=request.user),
    )


@require_safe
def claim_file(request: HttpRequest, reference: str, number: int, pk: int) -> FileResponse:
    """A file of the reply, as a download, for who may read the findings."""
    row = round_for(
        request, reference, number, "findings_read", _("What was found is read once the round is published.")
    )
    within = AgencyClaim.attachments.through.objects.filter(agencyclaim__frozen__round=row).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))


def _based_anew(form: ClaimForm, frozen: int, refusal: Refused) -> ClaimForm:
    """The form with what was typed; where a colleague wrote meanwhile, sent again it goes through."""
    if refusal.code != "overtaken":
        refusal.as_error(form)
        return form
    stands = AgencyClaim.objects.filter(frozen=frozen).prefetch_related("attachments").first()
    data: Any = form.data.copy()  # type: ignore[attr-defined]
    data["base"] = str(stands.base if stands else 0)
    data.setlist("keep", [str(one.pk) for one in stands.attachments.all()] if stands else [])
    again = ClaimForm(data, form.files, claim=stands)
    again.is_valid()
    refusal.as_error(again)
    return again
