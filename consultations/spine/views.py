"""The page of a contribution, and following it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import seen_other
from consultations.moderation.queries import standing
from consultations.modes.deliberation.taking_up.queries import agendas_of
from consultations.modes.table import SHOWN
from consultations.spine import queries, services
from consultations.spine.models import OWED, Contribution
from consultations.spine.wording import AHEAD, NAMES
from incidencia.accounts.requests import SignedInRequest


def contribution_for(request: HttpRequest, reference: str) -> Contribution:
    """Promise the contribution if the reader may read it. 404 otherwise: nothing tells that it exists."""
    contribution = queries.found().filter(reference=reference.upper()).first()
    if contribution is None or not request.user.has_perm("consultations.contribution_view", contribution):
        raise Http404(_("There is no contribution %(reference)s.") % {"reference": reference})
    return contribution


@require_safe
def contribution_page(request: HttpRequest, reference: str) -> HttpResponse:
    """What was sent, its answer, and its trail: what happened and what is still owed."""
    contribution = contribution_for(request, reference)
    viewer = request.user if request.user.is_authenticated else None
    panel = SHOWN[contribution.kind](viewer, contribution)
    hiding = standing(contribution)
    may = request.user.has_perm
    context = {
        **panel.context,
        "reads_words": may("consultations.contribution_words", contribution),
        "hiding": hiding,
        "decides": hiding is not None and may("consultations.hiding_decide", hiding),
        "moderates": hiding is not None and may("consultations.hiding_lift", hiding),
        "may_hide": hiding is None and may("consultations.contribution_hide", contribution),
        "contribution": contribution,
        "owed": contribution.kind in OWED,
        "consultation": contribution.consultation,
        "trail": [(one, NAMES[one.step], AHEAD[one.step]) for one in queries.trail_of(contribution)],
        "panel": panel,
        "agendas": agendas_of(contribution),
        "author": viewer is not None and contribution.author_id == viewer.pk,
        "follows": viewer is not None and contribution.followers.filter(person=viewer).exists(),
    }
    return render(request, "consultations/spine/contribution_page.html", context)


@login_required
@require_POST
def contribution_follow(request: SignedInRequest, reference: str) -> HttpResponse:
    """Be told of each step."""
    contribution = contribution_for(request, reference)
    services.follow_from_now(contribution=contribution, person=request.user)
    messages.success(request, _("You will get a letter at each step."))
    return seen_other("contribution_page", contribution.reference)


@login_required
@require_http_methods(["GET", "POST"])
def contribution_unfollow(request: SignedInRequest, reference: str) -> HttpResponse:
    """Be told no more. The link in each letter leads here."""
    contribution = contribution_for(request, reference)
    if request.method == "POST":
        services.follow_no_more(contribution=contribution, person=request.user)
        messages.success(request, _("You get no more letters about it."))
        return seen_other("contribution_page", contribution.reference)
    context = {"contribution": contribution, "consultation": contribution.consultation}
    return render(request, "consultations/spine/contribution_unfollow.html", context)
