"""Small pages on which one act is done to minutes. GET shows it, POST does it; a refusal keeps what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from incidencia.web import errors
from sessions.minutes import services
from sessions.minutes import work as w
from sessions.minutes.forms import ActForm, ContestForm, ReplyForm, SeenForm, WordingForm, spoken
from sessions.minutes.queries import Record, record_again
from sessions.minutes.rules import record_for, seat_and_role
from sessions.minutes.show import reader_of
from sessions.minutes.views.reading import readable
from sessions.minutes.wording import told

FORBIDDEN = (w.Code.NOT_YOURS, w.Code.NOT_ADMITTED)

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@never_cache
@get_and_post
def minutes_edit(request: HttpRequest, reference: str, passage: str) -> HttpResponse:
    """Edit the words of a statement, an outcome or an item's summary, with a reason."""
    record = readable(request, reference)
    if (no := _not_now(request, record, w.EditWording)) is not None:
        return no
    now = _passage_or_404(record, passage)
    first = {"text": now.text, "language": now.language or spoken(get_language()), "base": now.base}
    form = WordingForm(_sent(request), initial=first)

    def asked(d: dict[str, Any]) -> w.Command:
        if not now.base and record.document.item(passage) is not None:
            return w.AddNarrative(passage, d["text"], d["reason"], d["language"])
        return w.EditWording(passage, d["text"], d["reason"], d["language"], d["base"])

    context = {"now": now, "turn": record.document.turn(passage), "item": _item(record, passage)}
    return _page(request, record, form, asked, "minutes_edit", context, _("The words were changed."), passage)


@login_required
@never_cache
@get_and_post
def statement_confirm(request: HttpRequest, reference: str, turn: str) -> HttpResponse:
    """The speaker's second tap: these are my words."""
    record = readable(request, reference)
    if (no := _not_yours(request, record, turn)) is not None:
        return no
    now = _passage_or_404(record, turn)
    form = SeenForm(_sent(request), initial={"base": now.base})
    context = {"now": now, "turn": record.document.turn(turn)}
    return _page(
        request, record, form, lambda d: w.ConfirmStatement(turn, d["base"]), "statement_confirm", context,
        _("You confirmed your statement."), turn,
    )  # fmt: skip


@login_required
@never_cache
@get_and_post
def statement_contest(request: HttpRequest, reference: str, turn: str) -> HttpResponse:
    """The speaker says what they said instead."""
    record = readable(request, reference)
    if (no := _not_yours(request, record, turn)) is not None:
        return no
    now, standing = _passage_or_404(record, turn), record.work.standing(turn)
    first = {"words": standing.words, "language": standing.language or now.language, "base": now.base}
    form = ContestForm(_sent(request), initial=first)
    context = {"now": now, "turn": record.document.turn(turn)}
    return _page(
        request, record, form, lambda d: w.ContestStatement(turn, d["words"], d["language"], d["base"]),
        "statement_contest", context, _("Your objection stands beside the statement."), turn,
    )  # fmt: skip


@login_required
@never_cache
@get_and_post
def minutes_reply(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer for the minutes as a whole: approve, or object with words."""
    record = readable(request, reference)
    if (no := _not_now(request, record, w.AcceptMinutes)) is not None:
        return no
    reply = reader_of(request.user, record).reply
    first = {"language": spoken(get_language())}
    if reply is not None:
        given = ReplyForm.ACCEPT if reply.answer is w.Answer.ACCEPTED else ReplyForm.DISPUTE
        first |= {"answer": given, "words": reply.words}
    form = ReplyForm(_sent(request), initial=first)

    def asked(d: dict[str, Any]) -> w.Command:
        if d["answer"] == ReplyForm.ACCEPT:
            return w.AcceptMinutes()
        return w.DisputeMinutes(d["words"], d["language"])

    return _page(request, record, form, asked, "minutes_reply", {}, _("Your answer is in the record."))


@login_required
@never_cache
@get_and_post
def minutes_circulate(request: HttpRequest, reference: str) -> HttpResponse:
    """Send the draft to everybody who was admitted."""
    record = readable(request, reference)
    if (no := _not_now(request, record, w.Circulate)) is not None:
        return no
    context = {"days": record.document.identity.rules.review_days, "final": record.session.phase in services.FINAL}
    return _page(
        request, record, ActForm(_sent(request)), lambda d: w.Circulate(), "minutes_circulate", context,
        _("The draft minutes circulate; everybody admitted gets a letter."),
    )  # fmt: skip


@login_required
@never_cache
@get_and_post
def minutes_approve(request: HttpRequest, reference: str) -> HttpResponse:
    """The chair approves, or the secretariat on the chair's instruction."""
    record = readable(request, reference)
    if (no := _not_now(request, record, w.ApproveMinutes)) is not None:
        return no
    context = {"answers": answers(record), "instructed": reader_of(request.user, record).instructed}
    return _page(
        request, record, ActForm(_sent(request)), lambda d: w.ApproveMinutes(), "minutes_approve", context,
        _("The minutes are approved. Publish them so that everybody can read them."),
    )  # fmt: skip


@login_required
@never_cache
@get_and_post
def minutes_publish(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the approved minutes into the archive."""
    record = readable(request, reference)
    if (no := _not_now(request, record, w.PublishMinutes)) is not None:
        return no
    return _page(
        request, record, ActForm(_sent(request)), lambda d: w.PublishMinutes(), "minutes_publish", {},
        _("The minutes are published."),
    )  # fmt: skip


def answers(record: Record) -> list[tuple[str, str, w.Reply | None]]:
    """Everybody with a vote, and whoever else answered: seat, name, answer or None."""
    work, asked = record.work, [a for a in record.document.attendance if a.votes or a.who.seat in record.work.replies]
    return [(a.who.seat, a.who.name, work.replies.get(a.who.seat)) for a in asked]


def _page(
    request: HttpRequest, record: Record, form: ActForm, asked: Callable[[dict[str, Any]], w.Command], name: str,
    context: dict[str, Any], done: str, anchor: str = "",
) -> HttpResponse:  # fmt: skip
    """Show the form, or do the act and lead back to the minutes."""
    if form.is_valid():
        seat, _role = seat_and_role(request.user, record)
        try:
            services.handle_work(record.row.pk, w.Act(seat, form.cleaned_data["key"], asked(form.cleaned_data)))
        except w.Refused as refused:
            told(refused, record.session.zone).as_error(form)
            context |= _present(request, record, form, refused, anchor)
        else:
            messages.success(request, done)
            place = f"#{anchor.partition('.')[0]}" if anchor else ""
            return HttpResponseRedirect(reverse("minutes_page", args=[record.session.reference]) + place, status=303)
    context = {"record": record, "session": record.session, "form": form, **context}
    status = 422 if form.is_bound else 200
    return render(request, f"sessions/minutes/{name}.html", context, status=status)


def _sent(request: HttpRequest) -> QueryDict | None:
    """What the form sent; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def _present(
    request: HttpRequest, record: Record, form: ActForm, refused: w.Refused, anchor: str
) -> dict[str, Any]:
    """After a change by somebody else: the present words, and a form that has seen them."""
    if refused.code not in (w.Code.STALE, w.Code.NARRATIVE_THERE) or not isinstance(form, SeenForm):
        return {}
    fresh = record_for(request.user, record_again(record.row))
    now = w.passage(fresh.document, fresh.work, anchor)
    if now is None:
        return {}
    form.seen(now.base)
    return {"now": now, "stale": True}


def _passage_or_404(record: Record, passage: str) -> w.Passage:
    found = w.passage(record.document, record.work, passage)
    if found is None:
        raise Http404(_("The minutes have no such passage."))
    return found


def _item(record: Record, passage: str) -> Any:
    """The item a passage belongs to."""
    name = passage.partition(".")[0]
    holds = (i for i in record.document.items if any(t.id == name for t in i.turns))
    return record.document.item(name) or next(holds, None)


def _not_yours(request: HttpRequest, record: Record, turn: str) -> HttpResponse | None:
    known, (seat, _role) = record.document.turn(turn), seat_and_role(request.user, record)
    if known is None:
        raise Http404(_("The minutes have no such passage."))
    if known.who.seat != seat:
        raise PermissionDenied(told(w.Refused(w.Code.NOT_YOUR_STATEMENT), record.session.zone).message)
    return _not_now(request, record, w.ConfirmStatement)


def _not_now(request: HttpRequest, record: Record, kind: type) -> HttpResponse | None:
    """A page that says why not: 403 where it never belongs to this seat, 409 where it is not the time."""
    seat, role = seat_and_role(request.user, record)
    code = w.refusal(kind, record.document, record.work, seat, role)
    if code is None:
        return None
    refusal = told(w.Refused(code), record.session.zone)
    if code in FORBIDDEN:
        raise PermissionDenied(refusal.message)
    return errors.refused(request, refusal)
