"""The acts of who leads: planning a round, announcing it, sending it for reply, publishing it; its data."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.modes.surveillance import queries, records, services
from consultations.modes.surveillance.acting import Nothing, asked
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.following import scored, worse_in
from consultations.modes.surveillance.holding.forms import PlanForm
from consultations.modes.surveillance.holding.frozen import frozen_of
from consultations.modes.surveillance.models import CheckRound
from consultations.modes.surveillance.tabular import as_csv, as_json
from consultations.modes.surveillance.views import checklist_for, round_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])
PAGES = "consultations/modes/surveillance/holding"


@login_required
@get_and_post
def round_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Plan the next round."""
    checklist = checklist_for(request, reference, "checklist_keep")
    number = checklist.rounds.count() + 1
    return asked(
        request,
        checklist,
        PlanForm(typed(request), label_suffix=""),
        "consultations/modes/surveillance/holding/round_new.html",
        done=_("The round is planned. Look at its items, then announce it."),
        number=number,
        to=lambda: reverse("round_page", args=[checklist.contribution.reference, number]),
        act=lambda data: services.round_plan(checklist=checklist, by=request.user, **data),
    )


@login_required
@get_and_post
def round_announce(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Announce it, after a last look at what is frozen."""
    row = round_for(request, reference, number, "round_keep")
    items = queries.standing_items(row.checklist)
    done = _("Announced. The officials have a letter, and the notice runs.")
    return _act(request, row, "round_announce", done, services.round_announce, items=items)


@login_required
@get_and_post
def round_send(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Send what was found for reply."""
    row = round_for(request, reference, number, "round_keep")
    items = queries.asked_in(row, findings=True)
    missing = [one for one in items if not one.is_dropped and not hasattr(one, "finding")]
    done = _("Sent. The officials have a letter, and the term of their reply runs.")
    return _act(request, row, "round_send", done, services.round_send, items=items, missing=missing)


@login_required
@get_and_post
def round_publish(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Publish it, after a last look at the score and at what turned worse."""
    row = round_for(request, reference, number, "round_keep")
    items = queries.asked_in(row, findings=True)
    done = _("Published. Whoever follows it has a letter.")
    return _act(
        request, row, "round_publish", done, services.round_publish, score=scored(items), worse=worse_in(row, items)
    )


@require_safe
def round_frozen(request: HttpRequest, reference: str, number: int) -> JsonResponse:
    """What the hash of a round is made of, to recount it."""
    row = round_for(request, reference, number)
    if row.announced_at is None:
        raise Http404(_("It was not announced yet: nothing is frozen."))
    whole = frozen_of(row, queries.asked_in(row, findings=False))
    name = f"{row.checklist.contribution.reference}-{row.number}"
    return as_json(name, whole, sort_keys=True, separators=(",", ":"))


@require_safe
def round_data(request: HttpRequest, reference: str, number: int) -> StreamingHttpResponse:
    """The raw answers as CSV, for who may read the findings."""
    row = _read(request, reference, number)
    return as_csv(f"{row.checklist.contribution.reference}-{row.number}", records.RAW, records.of_round(row))


@require_safe
def round_json(request: HttpRequest, reference: str, number: int) -> JsonResponse:
    """The same as JSON, with the hash of what was asked and the score."""
    row = _read(request, reference, number)
    items = queries.asked_in(row, findings=True)
    figures = scored(items)
    whole: dict[str, Any] = {
        "checklist": row.checklist.contribution.reference, "round": row.number, "hash": row.hash,
        "announced_at": row.announced_at, "sent_at": row.sent_at, "published_at": row.published_at,
        "no_reply_in_time": row.sent_at is not None and timed_one(row).instants.was_silent,
        "score": {"points": figures.shown, "items": figures.items, "counted": figures.counted,
                  "not_verifiable": figures.not_verifiable, "not_due": figures.not_due},
        "rows": list(records.of_round(row)),
    }  # fmt: skip
    return as_json(f"{row.checklist.contribution.reference}-{row.number}", whole)


def _read(request: HttpRequest, reference: str, number: int) -> CheckRound:
    row = round_for(request, reference, number)
    if not request.user.has_perm("consultations.findings_read", row):
        raise PermissionDenied(_("What was found is read once the round is published."))
    return row


def _act(
    request: SignedInRequest, row: CheckRound, name: str, done: str, act: Callable[..., Any], **shown: Any
) -> HttpResponse:
    return asked(
        request, row.checklist, Nothing(typed(request)), f"{PAGES}/{name}.html", done=done,
        to=lambda: reverse("round_page", args=[row.checklist.contribution.reference, row.number]),
        act=lambda _data: act(row=row, by=request.user), round=row, timed=timed_one(row), **shown,
    )  # fmt: skip
