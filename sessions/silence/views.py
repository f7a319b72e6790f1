"""Pages of the silence procedure: putting a text under silence, the text, breaking it, withdrawing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import desk
from sessions.core import silence as core
from sessions.core.terms import Effect, Role
from sessions.models import Session, Silence
from sessions.queries import seat_of
from sessions.silence import services
from sessions.silence.forms import BreakForm, SilenceForm, WithdrawForm
from sessions.silence.queries import breakable_by, is_over, is_read_by, running
from sessions.silence.settling import settle_due
from sessions.views.plan import session_seen
from sessions.wording.words import word


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def silence_start(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put a text under silence. Refused: what was typed stays (422)."""
    session = session_seen(request, reference)
    seat, room = seat_of(session, request.user), desk.settle(session.pk)
    if seat is None or not services.may_lead(room, seat):
        raise PermissionDenied(_("The chair of the session puts a text under silence, or the secretariat for them."))
    session.refresh_from_db()
    form = SilenceForm(
        request.POST if request.method == "POST" else None, room=room, zone=session.zone,
        instructed=seat.role == Role.SECRETARIAT,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        typed = {name: value for name, value in form.cleaned_data.items() if name != "instructed"}
        try:
            made = services.silence_start(session, seat=seat, **typed)
        except Refused as refusal:
            refusal.as_error(form, "until" if refusal.code == "hour" else None)
        else:
            messages.success(request, _("The text is under silence. Those entitled get a letter."))
            return _to_page(made)
    context = {
        "session": session, "form": form, "entitled": core.entitled(room), "zone": session.zone,
        "earliest": core.earliest(now(), room.rules), "latest": core.latest(now()), "over": is_over(session),
        "reserved": core.keeps(room, now()), "ad_referendum": core.ad_referendum(room),
        "runs": running().filter(session=session).first(),
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "sessions/silence/silence_start.html", context, status=status)


@never_cache
@require_safe
def silence_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The text, who is entitled, until when, and how it ended. Nobody is named as silent."""
    session, silence = _found(request, reference, number)
    seat = seat_of(session, request.user)
    may = breakable_by(silence, seat)
    stands = silence.facts.standing(now())
    leads = stands is core.Stands.RUNNING and services.may_lead(desk.settle(session.pk), seat)
    item = desk.settle(session.pk).item(silence.item)
    context = {
        "session": session, "silence": silence, "stands": stands, "entitled": list(silence.entitled.order_by("pk")),
        "may_break": may, "leads": leads, "item": item, "effect": word(Effect(silence.effect)),
    }  # fmt: skip
    return render(request, "sessions/silence/silence_page.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def silence_break(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Break the silence, with a reason. Refused: what was typed stays (422)."""
    session, silence = _found(request, reference, number)
    seat = seat_of(session, request.user)
    if seat is None or not (silence.entitled.filter(pk=seat.pk).exists() or seat.role == Role.SECRETARIAT):
        raise PermissionDenied(_("Those break the silence who had a vote in the session."))
    may = breakable_by(silence, seat)
    form = BreakForm(request.POST if request.method == "POST" else None, seats=may or [seat])
    if request.method == "POST" and form.is_valid():
        who = form.who()
        try:
            services.silence_break(silence, seat=seat, reason=form.cleaned_data["reason"], for_seat=who)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The silence is broken: the text is not agreed. A letter tells why."))
            return _to_page(silence)
    context = {"session": session, "silence": silence, "form": form, "may": may}
    status = 422 if request.method == "POST" else 200
    return render(request, "sessions/silence/silence_break.html", context, status=status)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def silence_withdraw(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Take the text back before its hour, with a reason. Refused: what was typed stays (422)."""
    session, silence = _found(request, reference, number)
    seat = seat_of(session, request.user)
    if seat is None or not services.may_lead(desk.settle(session.pk), seat):
        raise PermissionDenied(_("The chair of the session withdraws a text, or the secretariat for them."))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.silence_withdraw(silence, seat=seat, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The text is withdrawn. Those entitled get a letter."))
            return _to_page(silence)
    context = {"session": session, "silence": silence, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "sessions/silence/silence_withdraw.html", context, status=status)


def _found(request: HttpRequest, reference: str, number: int) -> tuple[Session, Silence]:
    """The text of that number, settled, if this person may read it: 404 or 403 otherwise."""
    session = session_seen(request, reference)
    settle_due()
    named = Silence.objects.select_related(
        "session__minutes", "agreement", "broken_by", "entered_by", "withdrawn_by", "started_by", "instructed_by"
    )
    silence = get_object_or_404(named, session=session, number=min(number, 2**31 - 1))
    if not is_read_by(silence, seat_of(session, request.user)):
        raise PermissionDenied(_("The text circulates among those with a seat in the session until its hour."))
    return session, silence


def _to_page(silence: Silence) -> HttpResponse:
    there = reverse("silence_page", args=[silence.session.reference, silence.number])
    return HttpResponse(status=303, headers={"Location": there})
