"""Coming into a group, going out of it, and who coordinates it."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import seen_other
from consultations.groups import queries, services
from consultations.groups.finding import act_within, at_once, belonging_for, group_for, here
from consultations.groups.forms import InviteForm, JoinForm, Plain, ReasonForm
from consultations.groups.kinds import Joining
from consultations.groups.models import Group
from consultations.groups.standing import has_coordination, pending_of
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])


@require_safe
@never_cache
def group_members(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Who belongs to it; to its coordination, who asks to."""
    group = group_for(request, reference, place)
    coordinates = request.user.has_perm("consultations.group_coordinate", group)
    works = request.user.has_perm("consultations.group_work", group)
    context = {
        "group": group, "consultation": group.consultation, "people": queries.belongings_of(group),
        "coordinates": coordinates, "asking": queries.asked_of(group) if coordinates else [],
        "vacant": works and not has_coordination(group), "works": works,
    }  # fmt: skip
    return render(request, "consultations/groups/group_members.html", context)


@login_required
@require_POST
def group_join(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Join, ask to, or take up an invitation."""
    group = group_for(request, reference, place, "group_know")
    form = JoinForm(request.POST)
    if not form.is_valid():
        context = {"group": group, "consultation": group.consultation, "form": form}
        return render(request, "consultations/groups/group_join.html", context, status=422)
    waiting = pending_of(group, request.user)
    said = _("You asked to join. Its coordination answers; you get a letter.")
    if group.joining == Joining.OPEN or (waiting and waiting.invited):
        said = _("You belong to the group.")
    return at_once(
        request, lambda: services.group_join(group=group, words=form.cleaned_data["words"], by=request.user), said,
        here(group),
    )  # fmt: skip


@login_required
@get_and_post
def group_invite(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Invite a member of the process."""
    group = group_for(request, reference, place, "group_coordinate")
    return act_within(
        request, group, InviteForm(typed(request), group=group), "consultations/groups/group_invite.html",
        act=lambda data: services.group_invite(group=group, by=request.user, **data),
        back=lambda _made: here(group, "group_members"), done=_("Invited. Joining is theirs to say."),
    )  # fmt: skip


@login_required
@require_POST
def belonging_admit(request: SignedInRequest, reference: str, place: int, pk: int) -> HttpResponse:
    """Let in whoever asked."""
    row = belonging_for(request, reference, place, pk)
    _only_coordination(request, row.group)
    return at_once(
        request, lambda: services.group_admit(belonging=row, by=request.user),
        _("They belong to the group from now on."),
        here(row.group, "group_members"),
    )  # fmt: skip


@login_required
@get_and_post
def belonging_decline(request: SignedInRequest, reference: str, place: int, pk: int) -> HttpResponse:
    """Don't let in whoever asked, with a reason; or say no to an invitation of one's own, at once."""
    row = belonging_for(request, reference, place, pk)
    if row.person_id == request.user.pk:
        if request.method == "POST":
            return at_once(
                request, lambda: services.group_decline(belonging=row, reason="", by=request.user),
                _("You said no. Nobody is told why."), here(row.group, "group_page"),
            )  # fmt: skip
        return seen_other(*here(row.group))
    _only_coordination(request, row.group)
    return act_within(
        request, row.group, ReasonForm(typed(request)), "consultations/groups/belonging_decline.html", row=row,
        act=lambda data: services.group_decline(belonging=row, reason=data["reason"], by=request.user),
        back=lambda _made: here(row.group, "group_members"), done=_("Done. They have a letter with the reason."),
    )  # fmt: skip


@login_required
@get_and_post
def belonging_remove(request: SignedInRequest, reference: str, place: int, pk: int) -> HttpResponse:
    """Take somebody out, with a reason."""
    row = belonging_for(request, reference, place, pk)
    _only_coordination(request, row.group)
    return act_within(
        request, row.group, ReasonForm(typed(request)), "consultations/groups/belonging_remove.html", row=row,
        act=lambda data: services.group_remove(belonging=row, reason=data["reason"], by=request.user),
        back=lambda _made: here(row.group, "group_members"), done=_("Done. They have a letter with the reason."),
    )  # fmt: skip


@login_required
@require_POST
def coordination_give(request: SignedInRequest, reference: str, place: int, pk: int) -> HttpResponse:
    """Let another member coordinate too."""
    row = belonging_for(request, reference, place, pk)
    if has_coordination(row.group):
        _only_coordination(request, row.group)
    return at_once(
        request, lambda: services.coordination_give(belonging=row, by=request.user),
        _("%(name)s coordinates the group too.") % {"name": row.person.name}, here(row.group, "group_members"),
    )  # fmt: skip


@login_required
@get_and_post
def group_leave(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Go, without having to say why."""
    group = group_for(request, reference, place, "group_belong")
    return act_within(
        request, group, Plain(typed(request)), "consultations/groups/group_leave.html",
        act=lambda _data: services.group_leave(group=group, by=request.user),
        back=lambda _made: ("group_list", group.consultation.reference), done=_("You left the group."),
    )  # fmt: skip


def _only_coordination(request: SignedInRequest, group: Group) -> None:
    if not request.user.has_perm("consultations.group_coordinate", group):
        raise PermissionDenied(_("Only the coordination of the group does that."))
