"""Opening a thread, joining it, naming who answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.activities.views import activity_for
from consultations.finding import seen_other
from consultations.modes.dialogue.opening import services
from consultations.modes.dialogue.opening.forms import JoinForm, OpenForm, ResponsibleForm
from consultations.modes.dialogue.opening.officials import officials_of
from consultations.modes.dialogue.refusing import refuse_closed
from consultations.modes.dialogue.standing import voices_for
from consultations.modes.dialogue.views import keyed, thread_for
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def thread_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Open a thread with a statement and its questions."""
    activity = activity_for(request, reference, place)
    if not request.user.has_perm("consultations.thread_open", activity):
        raise PermissionDenied(
            _(
                "Threads are opened by who speaks for a verified organization, and by the members of civil society "
                "in this process (A8). Ask for the verification of your organization, or apply to take part."
            )
        )
    form, shown = OpenForm(typed(request), voices=voices_for(activity, request.user)), keyed(request)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.thread_open(
                activity=activity, title=form.cleaned_data["title"], words=form.words, by=request.user,
                speaking_as=form.choice, key=shown["key"],
            )  # fmt: skip
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Your thread is open and the turn is the authority's. A letter repeats it."))
            return seen_other("contribution_page", made.contribution.reference)
    closed = None
    try:
        refuse_closed(activity)
    except Refused as refusal:
        closed = refusal
    context = {"activity": activity, "consultation": activity.consultation, "form": form, "closed": closed, **shown}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/modes/dialogue/opening/thread_new.html", context, status=status)


@login_required
@get_and_post
def thread_join(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take part in a thread on the side of civil society."""
    thread = thread_for(
        request, reference, "thread_join",
        _("Threads are joined by who could have opened them and takes no part in them yet (A8)."),
    )  # fmt: skip
    form = JoinForm(typed(request), voices=voices_for(thread.activity, request.user))
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/opening/thread_join.html",
        done=_("You take part in the thread, and you hear of each post."),
        act=lambda _data: services.thread_join(thread=thread, by=request.user, speaking_as=form.choice),
        thread=thread,
    )  # fmt: skip


@login_required
@get_and_post
def responsible_name(request: SignedInRequest, reference: str) -> HttpResponse:
    """Name the official who answers for the authority."""
    thread = thread_for(
        request, reference, "responsible_name", _("Only the officer in charge of this process can do that.")
    )
    officials = officials_of(thread.contribution.consultation)
    initial = {"person": str(thread.responsible_id or "")}
    form = ResponsibleForm(typed(request), officials=officials, initial=initial)
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/opening/responsible_name.html",
        done=_("Named: everybody reads who answers, and they have a letter."),
        act=lambda _data: services.responsible_name(thread=thread, person=form.chosen, by=request.user),
        thread=thread,
    )  # fmt: skip
