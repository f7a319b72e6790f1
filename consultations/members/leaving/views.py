"""Pages of leaving: who left, resigning, concluding; a notice with its reply and its decision."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.members.finding import membership_for
from consultations.members.leaving import ending, noticing, queries
from consultations.members.leaving.clock import deadline_of, may_be_decided
from consultations.members.leaving.forms import ConcludeForm, NoticeForm, ReplyForm, ResignForm, SeparationForm
from consultations.members.leaving.seats import Freed
from consultations.members.models import SeparationNotice
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

PER_PAGE = 30
get_and_post = require_http_methods(["GET", "POST"])


@require_safe
@never_cache
def separation_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Who left: the cause, the day and the decision; to who convenes, also the notices (G21)."""
    consultation = consultation_for(request, reference, "consultation_view")
    page = Paginator(queries.left(consultation), PER_PAGE).get_page(request.GET.get("page"))
    convenes = request.user.has_perm("consultations.notice_list", consultation)
    context = {
        "consultation": consultation, "page": page, "rows": [queries.told(row) for row in page],
        "kept": queries.heard_without_separation(consultation),
        "notices": list(queries.whole(consultation)[:PER_PAGE]) if convenes else [],
    }  # fmt: skip
    return render(request, "consultations/members/leaving/separation_list.html", context)


@login_required
@get_and_post
def resign(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Leave of one's own will."""
    membership = membership_for(request, reference, pk, "resign", _("Only who takes part can leave."))
    form = ResignForm(typed(request), label_suffix="")
    return _acted(
        request, form, "resign", {"membership": membership, "consultation": membership.consultation},
        lambda data: ending.resign(membership=membership, words=data["words"], by=request.user),
        _("You take part no more. Thank you for your work: what you wrote and agreed stays on record."),
    )  # fmt: skip


@login_required
@get_and_post
def membership_conclude(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """End a membership whose ground has ended."""
    why = _("Only the officer in charge of this process can do that.")
    membership = membership_for(request, reference, pk, "membership_conclude", why)
    form = ConcludeForm(typed(request), label_suffix="")

    def conclude(data: dict[str, Any]) -> None:
        _row, freed = ending.membership_conclude(membership=membership, reason=data["reason"], by=request.user)
        _tell(request, freed)

    return _acted(
        request, form, "membership_conclude", {"membership": membership, "consultation": membership.consultation},
        conclude, _("%(name)s takes part no more, and gets a letter.") % {"name": membership.person.name},
    )  # fmt: skip


@login_required
@get_and_post
def notice_give(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give notice to a member."""
    why = _("Only the officer in charge of this process can do that.")
    membership = membership_for(request, reference, pk, "notice_give", why)
    form = NoticeForm(typed(request), membership=membership, by=request.user)
    return _acted(
        request, form, "notice_give", {"membership": membership, "consultation": membership.consultation},
        lambda data: noticing.notice_give(
            membership=membership, by=request.user, decider=data.get("decider"), cause=data["cause"],
            facts=data["facts"], ground=data["ground"], reply_days=data["reply_days"],
        ),
        _("The notice is given: the member has a letter, and the term to reply runs."),
    )  # fmt: skip


@login_required
@require_safe
@never_cache
def notice_page(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A notice with its reply and its decision: for the member, who convenes and who decides."""
    notice = notice_for(request, reference, pk)
    deadline, user = deadline_of(notice), request.user
    standing = notice.membership.is_in_force()
    waits = notice.decided_at is None and standing
    context = {
        "notice": notice, "consultation": notice.membership.consultation, "deadline": deadline, "standing": standing,
        "own": notice.membership.person_id == user.pk,
        "replies": waits and notice.replied_at is None and user.has_perm("consultations.notice_reply", notice),
        "decides": waits and user.has_perm("consultations.separation_decide", notice),
        "ready": may_be_decided(notice, deadline),
    }  # fmt: skip
    return render(request, "consultations/members/leaving/notice_page.html", context)


@login_required
@get_and_post
def notice_reply(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Reply to a notice."""
    notice = notice_for(request, reference, pk, "notice_reply", _("Only the member can reply."))
    form = ReplyForm(typed(request), label_suffix="")
    return _acted(
        request, form, "notice_reply", _of(notice),
        lambda data: noticing.notice_reply(notice=notice, text=data["text"], by=request.user),
        _("Your reply is in. You get a letter with the decision and its reasons."), notice=notice,
    )  # fmt: skip


@login_required
@get_and_post
def separation_decide(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Decide a notice."""
    why = _("Another official decides, not who gave the notice (G21).")
    notice = notice_for(request, reference, pk, "separation_decide", why)
    form = SeparationForm(typed(request), label_suffix="")

    def decide(data: dict[str, Any]) -> None:
        _row, freed = noticing.separation_decide(
            notice=notice, separates=data["separates"] == "yes", reasons=data["reasons"],
            public_words=data["public_words"], by=request.user,
        )  # fmt: skip
        _tell(request, freed)

    return _acted(
        request, form, "separation_decide", _of(notice), decide,
        _("Decided. The member has a letter with the reasons."), notice=notice,
    )  # fmt: skip


def notice_for(
    request: HttpRequest, reference: str, pk: int, act: str = "notice_view", why: str = ""
) -> SeparationNotice:
    """Promise the notice if the reader may do `act`. 404 for none and for who may not know of it; 403 with `why`."""
    consultation = consultation_for(request, reference, "consultation_view")
    notice = queries.whole(consultation).filter(pk=pk).first()
    if notice is None or not request.user.has_perm("consultations.notice_view", notice):
        raise Http404(_("There is no such notice."))
    if not request.user.has_perm(f"consultations.{act}", notice):
        raise PermissionDenied(why)
    return notice


def _of(notice: SeparationNotice) -> dict[str, Any]:
    deadline = deadline_of(notice)
    return {
        "notice": notice, "consultation": notice.membership.consultation, "membership": notice.membership,
        "deadline": deadline, "ready": may_be_decided(notice, deadline),
    }  # fmt: skip


def _acted(
    request: SignedInRequest, form: forms.Form, name: str, context: dict[str, Any],
    act: Callable[[dict[str, Any]], Any], done: str, notice: SeparationNotice | None = None,
) -> HttpResponse:  # fmt: skip
    reference = context["consultation"].reference
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("notice_page", reference, notice.pk) if notice else seen_other(
                "separation_list", reference
            )  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, f"consultations/members/leaving/{name}.html", {**context, "form": form}, status=status)


def _tell(request: HttpRequest, freed: Freed) -> None:
    if freed.count:
        said = ngettext("%(n)s seat was withdrawn.", "%(n)s seats were withdrawn.", freed.count)
        messages.info(request, said % {"n": freed.count})
    for session in freed.without_chair:
        messages.warning(request, _("%(reference)s has nobody to preside now.") % {"reference": session.reference})
