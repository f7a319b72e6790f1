"""Pages of the secretariat for personal links and codes: made, printed or sent, renewed, ended."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.mail.links import absolute
from incidencia.web.refusals import Refused
from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.terms import Role
from sessions.hall import emails, links
from sessions.hall.finding import means
from sessions.hall.holding import LEADS, expires
from sessions.hall.views import at_desk
from sessions.models import Seat, SeatLink, Session

PER_SHEET = 6


class Only(StrEnum):
    """Which seats the page shows."""

    NO_ACCOUNT = "no_account"
    NO_LINK = "no_link"
    UNOPENED = "unopened"


ONLY = {
    Only.NO_ACCOUNT: gettext_lazy("without an account"),
    Only.NO_LINK: gettext_lazy("without a link"),
    Only.UNOPENED: gettext_lazy("with a link nobody opened yet"),
}


class LinksForm(forms.Form):
    """Whose links, and whether they are printed or sent. `email` is for somebody without an account."""

    what = forms.ChoiceField(choices=[("print", ""), ("send", "")])
    email = forms.EmailField(
        label=gettext_lazy("E-mail, for one person without an account"), required=False, max_length=254,
        help_text=gettext_lazy("It is used for this letter and kept nowhere else."),
    )  # fmt: skip

    def marked(self) -> list[str]:
        """The badges that were marked."""
        return list(dict.fromkeys(self.data.getlist("seat"))) if hasattr(self.data, "getlist") else []


def secretariat(request: SignedInRequest, reference: str) -> tuple[Session, Room, Seat]:
    """As `at_desk`, for the secretariat alone."""
    session, room, seat = at_desk(request, reference)
    if seat.role != Role.SECRETARIAT or not at_the_desk(room, seat.key):
        raise PermissionDenied(_("Personal links are made by the secretariat."))
    return session, room, seat


@never_cache
@login_required
@sensitive_variables()
@require_http_methods(["GET", "POST"])
def seat_links(request: SignedInRequest, reference: str) -> HttpResponse:
    """Every seat that may have a link, with how its link stands; make new ones, to print or to send."""
    session, room, _seat = secretariat(request, reference)
    form, failed = LinksForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        chosen = list(_linkable(session).filter(key__in=form.marked()[:1000]).select_related("person"))
        try:
            if form.cleaned_data["what"] == "send":
                return _sent(request, session, room, chosen, form.cleaned_data["email"])
            return _printed(request, session, room, _made(request, session, chosen))
        except Refused as refusal:
            failed = refusal
    asked, only = request.GET.get("q", "")[:100], request.GET.get("only", "")
    standing = {x.seat_id: x for x in SeatLink.objects.filter(session=session, ended_at=None)}
    everybody = [(s, standing.get(s.pk)) for s in _linkable(session).select_related("person").order_by("name", "id")]
    shown = [(s, link) for s, link in everybody if means(asked, s.key, s.name, s.organization) and _is(only, s, link)]
    context = {
        "session": session, "form": form, "failed": failed, "ends": expires(room), "opens": links.codes_open(room),
        "rows": shown, "total": len(everybody), "asked": asked, "only": only,
        "choices": [(one.value, ONLY[one], sum(_is(one, s, link) for s, link in everybody)) for one in Only],
        "marked": _marked(request, form, [s.key for s, _link in shown]),
    }  # fmt: skip
    return _private(
        render(request, "sessions/hall/seat_links.html", context, status=422 if failed or form.errors else 200)
    )


@login_required
@require_POST
def seat_link_end(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """End the link of a seat: whoever holds the seat by it is told and is out."""
    session, _room, _seat = secretariat(request, reference)
    seat = get_object_or_404(session.seats, pk=pk)
    if links.link_end(session, seat, by=request.user):
        messages.success(request, _("The link of %(name)s opens nothing any more.") % {"name": seat.name})
    return HttpResponseRedirect(reverse("seat_links", args=[reference]), status=303)


def _marked(request: SignedInRequest, form: LinksForm, shown: Sequence[str]) -> set[str]:
    """What was marked comes back with the form; `?mark` marks everybody that is shown."""
    if request.method == "POST":
        return set(form.marked())
    return set(shown) if "mark" in request.GET else set()


def _is(only: str, seat: Seat, link: SeatLink | None) -> bool:
    """Whether the seat is one of those asked for; all are when nothing known is asked for."""
    fits = {
        Only.NO_ACCOUNT: seat.person_id is None, Only.NO_LINK: link is None,
        Only.UNOPENED: link is not None and link.opened_at is None,
    }  # fmt: skip
    return fits[Only(only)] if only in set(Only) else True


def _linkable(session: Session) -> Any:
    return session.seats.exclude(role__in=LEADS)


def _made(request: SignedInRequest, session: Session, seats: Sequence[Seat]) -> list[links.Made]:
    if not seats:
        raise Refused("nobody_marked", _("Nobody is marked."), advice=_("Mark whom the links are for."))
    return [links.link_make(session, seat, by=request.user) for seat in seats]


def _printed(request: SignedInRequest, session: Session, room: Room, made: list[links.Made]) -> HttpResponse:
    cards = [(m, address(session, m)) for m in made]
    sheets = [cards[n : n + PER_SHEET] for n in range(0, len(cards), PER_SHEET)]
    context = {
        "session": session, "room": room, "sheets": sheets, "printed": now(), "ends": expires(room),
        "entrance": absolute(reverse("seat_code", args=[session.reference])),
    }  # fmt: skip
    return _private(render(request, "sessions/hall/seat_links_printed.html", context))


@transaction.atomic
def _send(request: SignedInRequest, session: Session, room: Room, seats: Sequence[Seat], email: str) -> int:
    for seat, made in zip(seats, _made(request, session, seats), strict=True):
        emails.seat_link(session, seat, made, email=email, ends=expires(room))
        SeatLink.objects.filter(pk=made.link.pk).update(sent_at=now())
    return len(seats)


def _sent(
    request: SignedInRequest, session: Session, room: Room, seats: Sequence[Seat], email: str
) -> HttpResponse:  # fmt: skip
    if email and len(seats) != 1:
        raise Refused(
            "one_email", _("That e-mail is for one person."), advice=_("Mark one person, or leave it empty.")
        )
    if silent := [s.name for s in seats if not (email or (s.person and s.person.is_active))]:
        raise Refused(
            "no_email", _("No e-mail is known of: %(names)s.") % {"names": ", ".join(silent[:8])},
            advice=_("Print their codes and read them on the telephone, or write an e-mail for one person."),
        )  # fmt: skip
    n = _send(request, session, room, seats, email)
    messages.success(
        request, ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", n) % {"n": n}
    )
    return HttpResponseRedirect(reverse("seat_links", args=[session.reference]), status=303)


def address(session: Session, made: links.Made) -> str:
    """The whole address of the link."""
    return absolute(reverse("seat_link", args=[session.reference, made.token]))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Referrer-Policy"] = "strict-origin"  # no path, ever; with no-referrer the form has no Origin
    return answer
