"""The field form, made for a telephone on a bad line; corrections after notice; the files of a finding."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.modes.surveillance import queries, services
from consultations.modes.surveillance.acting import around, asked
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.finding.forms import CorrectionForm, FindingForm, initial_of
from consultations.modes.surveillance.finding.services import draft_keep
from consultations.modes.surveillance.models import CheckRound, FieldDraft, Finding, FrozenItem
from consultations.modes.surveillance.rounds import State
from consultations.modes.surveillance.views import round_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.web import times
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import hour

get_and_post = require_http_methods(["GET", "POST"])


def field_for(request: HttpRequest, reference: str, number: int) -> CheckRound:
    """Promise the round if the reader is of its team. 404 for none; 403 with the reason (officials too)."""
    why = _("Only the team of this checklist writes what was found. Officials reply in their own column (G11.VI).")
    return round_for(request, reference, number, "finding_write", why)


@login_required
@require_safe
def field_page(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """All the items of a round, what has a finding and what is still to be looked at."""
    row = field_for(request, reference, number)
    items = [one for one in queries.asked_in(row, findings=True) if not one.is_dropped]
    drafts = set(FieldDraft.objects.filter(frozen__round=row, person=request.user).values_list("frozen", flat=True))
    left = [one for one in items if not hasattr(one, "finding")]
    context = {
        **around(row.checklist), "round": row, "timed": timed_one(row), "items": items, "left": left,
        "drafts": drafts, "collecting": timed_one(row).state is State.COLLECTING,
        "confirmed": _confirmed(request, row), "keeps": request.user.has_perm("consultations.round_keep", row),
    }  # fmt: skip
    return render(request, "consultations/modes/surveillance/finding/field_page.html", context)


@login_required
@get_and_post
def finding_write(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    """One item on one screen; saved, the next one without a finding follows."""
    row = field_for(request, reference, number)
    items = [one for one in queries.asked_in(row, findings=True) if not one.is_dropped]
    frozen = next((one for one in items if one.number == item), None)
    if frozen is None:
        raise Http404(_("This round does not ask that item, or it was dropped."))
    finding, posted = getattr(frozen, "finding", None), request.method == "POST"
    draft = FieldDraft.objects.filter(frozen=frozen, person=request.user).first()
    today = now().astimezone(times.zone_of(row.checklist.contribution.consultation.zone)).date()
    initial = {"on": today, **initial_of(finding), **{k: v for k, v in (draft.fields if draft else {}).items() if v}}
    form = FindingForm(
        request.POST if posted else None, request.FILES if posted else None, finding=finding, initial=initial
    )
    if posted and form.is_valid():
        try:
            services.finding_write(
                row=row, number=item, values=form.values(), base=form.cleaned_data["base"], keep=form.kept(),
                files=form.cleaned_data["attachments"], by=request.user,
            )  # fmt: skip
        except Refused as refusal:
            form = _based_anew(form, row, frozen, refusal)
        else:
            messages.success(request, _("Saved: item %(n)s.") % {"n": item})
            return HttpResponseRedirect(_after(request, row, items, item), status=303)
    context = {
        **around(row.checklist), "round": row, "frozen": frozen, "form": form, "draft": draft, "finding": finding,
        "confirmed": _confirmed(request, row), "key": _key(row, item), "restore": not posted,
        "place_of": items.index(frozen) + 1, "of": len(items), "collecting": timed_one(row).state is State.COLLECTING,
        "before": _neighbour(items, frozen, -1), "after": _neighbour(items, frozen, 1),
    }  # fmt: skip
    return render(
        request, "consultations/modes/surveillance/finding/finding_write.html", context, status=422 if posted else 200
    )


@login_required
@require_POST
def finding_draft(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    """Keep what is being typed, by itself."""
    row = field_for(request, reference, number)
    try:
        draft_keep(row=row, number=item, typed=request.POST.dict(), by=request.user)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=422)
    return JsonResponse({"saved": hour(now(), row.checklist.contribution.consultation.zone)})


@login_required
@get_and_post
def finding_correct(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    """Correct what the authority was sent, with the reason; the old answer stays."""
    row = field_for(request, reference, number)
    frozen = next((one for one in queries.asked_in(row, findings=True) if one.number == item), None)
    finding = getattr(frozen, "finding", None)
    if row.sent_at is None or frozen is None or finding is None or frozen.is_dropped:
        raise Http404(_("There is no finding to correct."))
    if row.published_at is not None and request.method == "GET":
        raise Http404(_("The round is published: a finding of it is corrected in the next round."))
    files = request.FILES if request.method == "POST" else None
    form = CorrectionForm(typed(request), files, finding=finding, initial=initial_of(finding))
    return asked(
        request, row.checklist, form, "consultations/modes/surveillance/finding/finding_correct.html",
        done=_("Corrected; the old answer and the reason stand beside it."), round=row, frozen=frozen,
        finding=finding,
        to=lambda: reverse("round_page", args=[row.checklist.contribution.reference, row.number]),
        act=lambda data: services.finding_correct(
            row=row, number=item, values=form.values(), base=data["base"], reason=data["reason"],
            files=data["attachments"], by=request.user,
        ),
    )  # fmt: skip


@require_safe
def finding_file(request: HttpRequest, reference: str, number: int, pk: int) -> FileResponse:
    """A file of a finding, as a download, for who may read the findings."""
    row = round_for(
        request, reference, number, "findings_read", _("What was found is read once the round is published.")
    )
    within = Finding.attachments.through.objects.filter(finding__frozen__round=row).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))


def _based_anew(form: FindingForm, row: CheckRound, frozen: FrozenItem, refusal: Refused) -> FindingForm:
    """The form with what was typed; where somebody else wrote meanwhile, sent again it goes through."""
    if refusal.code != "overtaken":
        refusal.as_error(form)
        return form
    stands = Finding.objects.filter(frozen=frozen).prefetch_related("attachments").first()
    data = form.data.copy()  # type: ignore[attr-defined]
    data["base"] = str(stands.base if stands else 0)
    data.setlist("keep", [str(one.pk) for one in stands.attachments.all()] if stands else [])
    again = FindingForm(data, form.files, finding=stands)
    again.is_valid()
    refusal.as_error(again)
    return again


def _key(row: CheckRound, item: int) -> str:
    return f"field:{row.checklist.contribution.reference}:{row.number}:{item}"


def _confirmed(request: SignedInRequest, row: CheckRound) -> str:
    """Which item's words the telephone may forget: the one that this person saved just now."""
    typed_number = request.GET.get("guardado", "")
    if not (typed_number.isascii() and typed_number.isdecimal() and len(typed_number) < 6):
        return ""
    number = int(typed_number)
    stands = Finding.objects.filter(frozen__round=row, frozen__number=number, by=request.user).exists()
    return _key(row, number) if stands else ""


def _after(request: SignedInRequest, row: CheckRound, items: list[FrozenItem], item: int) -> str:
    here = [row.checklist.contribution.reference, row.number]
    open_ones = [one.number for one in items if one.number != item and not hasattr(one, "finding")]
    following = next((n for n in open_ones if n > item), open_ones[0] if open_ones else None)
    if following is None or request.POST.get("then") == "list":
        return reverse("field_page", args=here) + f"?guardado={item}"
    return reverse("finding_write", args=[*here, following]) + f"?guardado={item}"


def _neighbour(items: list[FrozenItem], frozen: FrozenItem, step: int) -> Any:
    at = items.index(frozen) + step
    return items[at].number if 0 <= at < len(items) else None
