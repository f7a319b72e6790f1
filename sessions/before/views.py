"""Pages before a session opens: announcing it, answering whether one comes, who comes instead, late papers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions.before import alternates, announcing, attending, late, objecting, queries
from sessions.before.forms import AlternateForm, AttendanceForm, DecideForm, ObjectionForm
from sessions.before.holding import is_before
from sessions.before.proposable import proposals_until
from sessions.core.forecast import Answer
from sessions.core.terms import Side
from sessions.models import Alternate, Paper, PaperObjection, Seat, Session
from sessions.queries import rules_of, seat_of
from sessions.views.plan import session_seen

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def session_announce(request: SignedInRequest, reference: str) -> HttpResponse:
    """Tell those accredited the date, after a last look at what they get."""
    session = session_seen(request, reference, "sessions.session_announce")
    return _asked(
        request, session, forms.Form(_typed(request)), "session_announce",
        _("Everybody accredited knows the date. They propose items and answer whether they come."),
        lambda data: announcing.session_announce(session, by=request.user),
        then="session_prepare", until=proposals_until(session),
    )  # fmt: skip


@login_required
@get_and_post
def attendance_answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say whether one comes, and how."""
    session = session_seen(request, reference, "sessions.attendance_answer")
    seat = _seat(request, session)
    known = getattr(seat, "attendance", None)
    form = AttendanceForm(_typed(request), initial={"answer": known.answer if known else None})
    return _asked(
        request, session, form, "attendance_answer", _("Your answer is kept. You can change it until it opens."),
        lambda data: attending.attendance_answer(
            session, seat=seat, answer=Answer(data["answer"]), by=request.user
        ),
    )  # fmt: skip


@login_required
@require_safe
def attendance_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who answered what, what it says of the quorum, and who comes instead of whom."""
    session = session_seen(request, reference, "sessions.attendance_list")
    answers = queries.answers_of(session)
    context = {
        "session": session, "answers": answers, "forecast": queries.forecast_of(session, answers),
        "alternates": queries.alternates_of(session), "reminders": list(session.attendance_reminders.all()[:5]),
        "keeps": request.user.has_perm("sessions.attendance_remind", session),
        "silent": sum(a.attendance is None and a.seat.person_id is not None for a in answers),
        "is_before": is_before(session),
    }  # fmt: skip
    return render(request, "sessions/before/attendance_list.html", context)


@login_required
@require_POST
def attendance_remind(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write to those who have not answered."""
    session = session_seen(request, reference, "sessions.attendance_remind")
    try:
        done = attending.attendance_remind(session, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        many = done.letters
        said = ngettext("%(n)d letter was written.", "%(n)d letters were written.", many) % {"n": many}
        messages.success(request, said)
    return _seen_other("attendance_list", session.reference)


@login_required
@get_and_post
def alternate_name(request: SignedInRequest, reference: str) -> HttpResponse:
    """Name who comes instead."""
    session = session_seen(request, reference, "sessions.alternate_name")
    seat = _seat(request, session)
    return _asked(
        request, session, AlternateForm(_typed(request)), "alternate_name",
        _("The secretariat decides on your alternate; you get a letter."),
        lambda data: alternates.alternate_name(
            session, seat=seat, person=data["person"], name=data["name"], capacity=data["capacity"], by=request.user
        ),
        rules=rules_of(session),
    )  # fmt: skip


@login_required
@require_POST
def alternate_withdraw(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Come oneself after all."""
    session, alternate = _alternate(request, reference, pk, "alternate_withdraw")
    return _done(
        request, session, _("You come yourself; the alternate is taken back."),
        lambda: alternates.alternate_withdraw(alternate, by=request.user),
    )  # fmt: skip


@login_required
@get_and_post
def alternate_decide(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Accredit the alternate, or decline with the reason."""
    session, alternate = _alternate(request, reference, pk, "alternate_decide")

    def decide(data: dict[str, Any]) -> object:
        if data["decision"] == "accept":
            return alternates.alternate_accept(alternate, powers=data.get("powers", ""), by=request.user)
        return alternates.alternate_decline(alternate, reason=data["reason"], by=request.user)

    form = DecideForm(_typed(request))
    if alternate.seat.side != Side.PUBLIC:
        del form.fields["powers"]
    return _asked(
        request, session, form, "alternate_decide", _("Decided. Who named them gets a letter."), decide,
        then="attendance_list", alternate=alternate, rules=rules_of(session),
    )  # fmt: skip


@login_required
@get_and_post
def paper_object(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Object to a paper that came late."""
    session = session_seen(request, reference)
    paper = get_object_or_404(Paper.objects.select_related("session"), pk=pk, session=session)
    if not request.user.has_perm("sessions.paper_object", paper):
        raise PermissionDenied(_("Only members with a vote object to a late paper."))
    seat = _seat(request, session)
    return _asked(
        request, session, ObjectionForm(_typed(request)), "paper_object",
        _("Your objection is recorded. The chair is told before the item is opened."),
        lambda data: objecting.paper_object(paper, seat=seat, reason=data["reason"], by=request.user),
        paper=paper, short=late.late_ones(session, [paper]).get(paper.pk, 0),
    )  # fmt: skip


@login_required
@require_POST
def paper_objection_withdraw(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take one's objection back."""
    session = session_seen(request, reference)
    rows = PaperObjection.objects.select_related("paper", "seat")
    objection = get_object_or_404(rows, pk=pk, paper__session=session)
    if not request.user.has_perm("sessions.paper_objection_withdraw", objection):
        raise PermissionDenied
    return _done(
        request, session, _("Your objection is taken back."),
        lambda: objecting.paper_objection_withdraw(objection, by=request.user),
    )  # fmt: skip


def _alternate(request: SignedInRequest, reference: str, pk: int, act: str) -> tuple[Session, Alternate]:
    session = session_seen(request, reference)
    alternate = get_object_or_404(Alternate.objects.select_related("seat", "session"), pk=pk, session=session)
    if not request.user.has_perm(f"sessions.{act}", alternate):
        raise PermissionDenied
    return session, alternate


def _asked(
    request: SignedInRequest, session: Session, form: forms.Form, name: str, said: str, do: Callable[[Any], object],
    then: str = "session_page", **shown: Any,
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, said)
            return _seen_other(then, session.reference)
    status = 422 if request.method == "POST" else 200
    context = {"session": session, "form": form, **shown}
    return render(request, f"sessions/before/{name}.html", context, status=status)


def _done(request: SignedInRequest, session: Session, said: str, do: Callable[[], object]) -> HttpResponse:
    try:
        do()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return _seen_other("session_page", session.reference)


def _seat(request: SignedInRequest, session: Session) -> Seat:
    seat = seat_of(session, request.user)
    if seat is None:
        raise PermissionDenied(_("You have no seat in this session. Ask the secretariat to accredit you."))
    return seat


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _seen_other(name: str, reference: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[reference]), status=303)
