"""The list of groups, a group's page in its two faces, convening and closing it; its notes."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for
from consultations.groups import queries, services
from consultations.groups.finding import act_within, group_for, here
from consultations.groups.forms import GroupForm, JoinForm, NoteForm, ReasonForm
from consultations.groups.models import Group, GroupNote
from consultations.groups.standing import belonging_of, has_coordination, membership_in, pending_of
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.text import clean

get_and_post = require_http_methods(["GET", "POST"])


@require_safe
def group_list(request: HttpRequest, reference: str) -> HttpResponse:
    """The groups the reader may know of, and what each has told."""
    consultation = consultation_for(request, reference, "consultation_view")
    told = queries.told_of(consultation, request.user)
    known = queries.groups_of(consultation, request.user)
    listed = {row.group.pk for row in known}
    context = {
        "consultation": consultation,
        "rows": [(row, told.get(row.group.pk, [])) for row in known],
        "told_elsewhere": [one for pk, rows in told.items() if pk not in listed for one in rows],
        "may_convene": request.user.has_perm("consultations.group_convene", consultation),
    }
    return render(request, "consultations/groups/group_list.html", context)


@login_required
@get_and_post
def group_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Convene a group."""
    consultation = consultation_for(request, reference, "consultation_view")
    if not request.user.has_perm("consultations.group_convene", consultation):
        raise PermissionDenied(_("Members of either side convene groups, while the process works (G26)."))
    form = GroupForm(typed(request))
    blank = Group(consultation=consultation, place=0)

    def convene(data: dict[str, Any]) -> Group:
        membership = membership_in(consultation, request.user)
        side = membership.side if membership and (data["own_side"] or data["kind"] == "caucus") else ""
        values = {**data, "side": side}
        return services.group_convene(consultation=consultation, values=values, by=request.user, key=data["key"])

    return act_within(
        request, blank, form, "consultations/groups/group_new.html", act=convene, back=lambda made: here(made),
        done=_("The group is there, and you coordinate it. Invite others, call its first meeting."),
    )  # fmt: skip


@require_safe
@never_cache
def group_page(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """What a group is for, meets on and tells, to who reads it; to others of the process, that it exists."""
    group = group_for(request, reference, place, "group_know")
    user = request.user
    own = belonging_of(group, user) if user.is_authenticated else None
    reads = own is not None or user.has_perm("consultations.group_read", group)
    member = user.is_authenticated and (own is not None or queries.takes_part(group.consultation, user))
    context: dict[str, Any] = {
        "group": group, "consultation": group.consultation, "own": own, "join": JoinForm(),
        "reports": queries.reports_of(group, inside=own is not None, member=member),
        "pending": pending_of(group, user) if user.is_authenticated and own is None else None,
        "may_join": own is None and user.has_perm("consultations.group_join", group),
    }  # fmt: skip
    if not reads:
        return render(request, "consultations/groups/group_page_outside.html", context)
    context |= {
        "meetings": queries.meetings_of(group),
        "people": queries.belongings_of(group),
        "purpose": clean.render(group.purpose),
        "may_work": own is not None and group.is_open,
        "coordinates": own is not None and own.coordinates and group.is_open,
        "asking": len(queries.asked_of(group)) if own is not None and own.coordinates else 0,
    }
    return render(request, "consultations/groups/group_page.html", context)


@login_required
@get_and_post
def group_close(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Close it, with a reason."""
    group = group_for(request, reference, place, "group_work")
    if has_coordination(group) and not request.user.has_perm("consultations.group_coordinate", group):
        raise PermissionDenied(_("Only the coordination of the group does that."))
    return act_within(
        request, group, ReasonForm(typed(request)), "consultations/groups/group_close.html",
        act=lambda data: services.group_close(group=group, reason=data["reason"], by=request.user),
        back=lambda made: here(made), done=_("The group is closed. What it did stays readable as it was."),
    )  # fmt: skip


@login_required
@get_and_post
@never_cache
def group_note_list(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """What its members write to each other, the newest first; and a note of one's own."""
    group = group_for(request, reference, place, "group_belong")
    form = NoteForm(request.POST, request.FILES) if request.method == "POST" else NoteForm()

    return act_within(
        request, group, form, "consultations/groups/group_note_list.html",
        act=lambda data: services.note_write(
            group=group, text=data["text"], files=data["attachments"], by=request.user, key=data["key"]
        ),
        back=lambda _made: here(group, "group_note_list"), done=_("Your note is there. Only the group reads it."),
        notes=[(row, clean.render(row.text)) for row in queries.notes_of(group)],
    )  # fmt: skip


@login_required
@require_safe
def group_note_file(request: SignedInRequest, reference: str, place: int, pk: int) -> FileResponse:
    """A paper of a note, for the members of the group alone."""
    group = group_for(request, reference, place, "group_belong")
    within = GroupNote.attachments.through.objects.filter(groupnote__group=group).values("attachment")
    return download(get_object_or_404(Attachment, pk=pk, pk__in=within))
