"""The page that prepares a session, part by part; and convening, moving and cancelling it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from incidencia.accounts.models import Person
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions import log, queries, services
from sessions.before.holding import is_before
from sessions.before.late import late_ones, term_of
from sessions.before.queries import answers_of, forecast_of
from sessions.beside import beside
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.terms import Role, Side
from sessions.forms import calling
from sessions.forms import plan as forms
from sessions.models import Session
from sessions.papers import shown_to
from sessions.queries import rules_of
from sessions.views.plan import session_seen
from sessions.wording.refusals import worded
from sessions.wording.ruleset import stated

Post = Callable[[SignedInRequest, Session, Any], str]


def _is_number(text: str) -> bool:
    """Whether it can be the number of a row."""
    return text.isdecimal() and len(text) < 19


def _facts(request: SignedInRequest, session: Session, form: forms.FactsForm) -> str:
    services.plan_change(session, rules=rules_of(session), by=request.user, **form.cleaned_data)
    return _("Title, hour and host are saved.")


def _rules(request: SignedInRequest, session: Session, form: forms.RulesForm) -> str:
    if rules_of(session).edition:
        raise Refused(
            "rules-published", _("The sessions of this process follow its published rules."), "G25",
            _("Publish a new version of them, with the reason; then every session to come follows it."),
        )  # fmt: skip
    services.plan_change(
        session, title_es=session.title_es, title_en=session.title_en, starts_at=session.starts_at,
        zone=session.zone, host_es=session.host_es, host_en=session.host_en, rules=form.rules(), by=request.user,
        ends_at=session.ends_at,
    )  # fmt: skip
    return _("The rules are saved.")


def _contact(request: SignedInRequest, session: Session, form: forms.ContactForm) -> str:
    services.contact_change(session, by=request.user, **form.cleaned_data)
    return _("How to reach the session is saved.")


def _item(request: SignedInRequest, session: Session, form: forms.ItemForm) -> str:
    which = request.POST.get("item", "")
    if _is_number(which):
        item = get_object_or_404(session.draft_items, pk=which)
        services.item_change(item, by=request.user, **form.cleaned_data)
        return _("The item is changed.")
    services.item_add(session, by=request.user, **form.cleaned_data)
    return _("The item is on the agenda.")


def _paper(request: SignedInRequest, session: Session, form: forms.PaperForm) -> str:
    services.paper_add(session, by=request.user, **form.cleaned_data)
    if session.convened_at:
        return _("The paper is circulated.")
    return _("The paper is kept; it circulates when you convene.")


def _seat(request: SignedInRequest, session: Session, form: forms.SeatForm) -> str:
    data = {k: v for k, v in form.cleaned_data.items() if k != "email"}
    data["role"], data["side"] = Role(data["role"]), Side(data["side"])
    seat = services.accredit(session, by=request.user, **data)
    return _("%(name)s is accredited.") % {"name": seat.name}


SECTIONS: dict[str, tuple[type[forms.Section], Post]] = {
    "facts": (forms.FactsForm, _facts),
    "rules": (forms.RulesForm, _rules),
    "contact": (forms.ContactForm, _contact),
    "item": (forms.ItemForm, _item),
    "paper": (forms.PaperForm, _paper),
    "seat": (forms.SeatForm, _seat),
}


def _move(request: SignedInRequest, session: Session, pk: int) -> str:
    item = get_object_or_404(session.draft_items, pk=pk)
    services.item_move(item, up=request.POST.get("up") == "1", by=request.user)
    return _("The agenda is in the new order.")


def _drop_item(request: SignedInRequest, session: Session, pk: int) -> str:
    services.item_remove(get_object_or_404(session.draft_items, pk=pk), by=request.user)
    return _("The item is off the agenda.")


def _drop_paper(request: SignedInRequest, session: Session, pk: int) -> str:
    services.paper_remove(get_object_or_404(session.papers, pk=pk), by=request.user)
    return _("The paper is taken back.")


def _drop_seat(request: SignedInRequest, session: Session, pk: int) -> str:
    services.seat_withdraw(get_object_or_404(session.seats, pk=pk), by=request.user)
    return _("The accreditation is taken back.")


BUTTONS: dict[str, Callable[[SignedInRequest, Session, int], str]] = {
    "item_move": _move, "item_remove": _drop_item, "paper_remove": _drop_paper, "seat_withdraw": _drop_seat,
}  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def session_prepare(request: SignedInRequest, reference: str) -> HttpResponse:
    """Prepare a session, one part at a time; each part is saved by itself."""
    session = session_seen(request, reference, "sessions.session_prepare")
    sent, failed = request.POST.get("section", ""), None
    form: forms.Section | None = None
    if request.method == "POST":
        try:
            form, said = _sent(request, session, sent)
            if said:
                messages.success(request, said)
                return redirect(f"{request.path}#{sent.split('_')[0]}")
        except Refused as refusal:
            failed = refusal
            if sent in SECTIONS:
                form = SECTIONS[sent][0](request.POST, request.FILES, session=session, prefix=sent)
    status = 422 if request.method == "POST" else 200
    context = _context(session, request.user, sent, form, failed)
    return render(request, "sessions/session_prepare.html", context, status=status)


def _sent(request: SignedInRequest, session: Session, section: str) -> tuple[forms.Section | None, str]:
    """Do what was asked; answer the form to show again, or what to say. Raises Refused."""
    if section in BUTTONS and _is_number(request.POST.get("pk", "")):
        return None, BUTTONS[section](request, session, int(request.POST["pk"]))
    if section not in SECTIONS:
        return None, ""
    kind, post = SECTIONS[section]
    form = kind(request.POST, request.FILES, session=session, prefix=section)
    return (form, post(request, session, form)) if form.is_valid() else (form, "")


def _context(
    session: Session, person: Person, sent: str, form: forms.Section | None, failed: Refused | None
) -> dict[str, Any]:
    rules = rules_of(session)
    initial: dict[str, dict[str, Any]] = {
        "facts": {n: getattr(session, n) for n in (*forms.FactsForm.base_fields, "starts_at", "ends_at")},
        "rules": {n: getattr(rules, n) for n in forms.RulesForm.base_fields},
        "contact": {n: getattr(session, n) for n in forms.ContactForm.base_fields},
    }
    shown: dict[str, Any] = {
        name: kind(session=session, prefix=name, initial=initial.get(name))
        for name, (kind, _post) in SECTIONS.items()
    }
    if form is not None and sent in shown:
        shown[sent] = form
    return {
        "session": session, "forms": shown, "failed": failed, "sent": sent, "items": session.draft_items.all(),
        "papers": shown_to(session, log.load(session), queries.seat_of(session, person), session.papers.all()),
        "seats": session.seats.select_related("person").order_by("id"),
        "missing": [] if session.convened_at else services.missing_to_convene(session),
        "rules": rules, "stated": stated(rules),
        "term": term_of(session), "late": late_ones(session, session.papers.all()),
        "beside": beside(session, person, preparing=True),
        "may_announce": person.has_perm("sessions.session_announce", session),
        "reads_answers": person.has_perm("sessions.attendance_list", session),
        "forecast": forecast_of(session, answers_of(session)) if is_before(session) else None,
    }  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def session_convene(request: SignedInRequest, reference: str) -> HttpResponse:
    """Convene, after a last look at what everybody will get."""
    session = session_seen(request, reference, "sessions.session_convene")
    form = calling.ConveneForm(request.POST or None, session=session)
    failed = None
    if request.method == "POST" and form.is_valid():
        try:
            services.convene(session, by=request.user, **form.cleaned_data)
            messages.success(request, _("The session is convened. Everybody accredited gets a letter."))
            return redirect("session_page", reference)
        except Refused as refusal:
            failed = refusal
    context = {
        "session": session, "form": form, "failed": failed, "items": session.draft_items.all(),
        "seats": session.seats.all(), "papers": session.papers.all(),
        "missing": [] if session.convened_at else services.missing_to_convene(session), "term": term_of(session),
    }  # fmt: skip
    return render(request, "sessions/session_convene.html", context, status=422 if failed else 200)


@login_required
@require_http_methods(["GET", "POST"])
def session_reschedule(request: SignedInRequest, reference: str) -> HttpResponse:
    """Move the session to another hour, with the reason."""
    return _asked(request, reference, "session_reschedule", calling.RescheduleForm, services.reschedule)


@login_required
@require_http_methods(["GET", "POST"])
def session_cancel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Cancel the session, with the reason."""
    return _asked(request, reference, "session_cancel", calling.CancelForm, services.cancel)


def _asked(
    request: SignedInRequest, reference: str, name: str, kind: type[calling.KeyedForm], do: Callable[..., Session]
) -> HttpResponse:
    session = session_seen(request, reference, "sessions.session_convene")
    form = kind(request.POST or None, session=session)
    failed = None
    if request.method == "POST" and form.is_valid():
        try:
            do(session, by=request.user, **form.cleaned_data)
            messages.success(request, _("Done. Everybody accredited gets a letter."))
            return redirect("session_page", reference)
        except Refused as refusal:
            failed = refusal
        except RoomRefused as refusal:
            failed = worded(refusal)
    context = {"session": session, "form": form, "failed": failed}
    status = 422 if request.method == "POST" else 200
    return render(request, f"sessions/{name}.html", context, status=status)
