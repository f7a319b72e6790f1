"""My desk: what waits for me, and how often a letter gathers it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.desk import emails, services
from consultations.desk.models import Digest, Every
from consultations.desk.sources import waiting_for
from consultations.finding import seen_other
from consultations.modes.opinion.clock import clocks_of
from consultations.spine.queries import contributed_by
from incidencia.accounts.models import Person
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from sessions.silence.settling import settle_due

LATEST = 10  # of what the reader sent


@login_required
@require_safe
@never_cache
def desk(request: SignedInRequest) -> HttpResponse:
    """All that waits for the reader, what is due first on top; when nothing does, that and what comes."""
    settle_due()
    instant = now()
    rows = [(row, row.is_late(instant), row.is_near(instant)) for row in waiting_for(request.user)]
    sent = contributed_by(request.user, LATEST)
    clocks = clocks_of(sent)
    choice = Digest.objects.filter(person=request.user).first()
    context = {
        "rows": rows, "sent": [(one, clocks.get(one.pk)) for one in sent],
        "late": sum(late for _row, late, _near in rows),
        "every": choice.every if choice else Every.WEEK, "rhythms": Every.choices,
    }  # fmt: skip
    return render(request, "consultations/desk/desk.html", context)


@login_required
@require_POST
def digest_choose(request: SignedInRequest) -> HttpResponse:
    """How often the letter comes."""
    every = request.POST.get("every", "")
    if every in Every.values:
        services.digest_choose(person=request.user, every=Every(every))
        messages.success(request, _("Saved: %(every)s.") % {"every": Every(every).label})
    return seen_other("desk")


@csrf_exempt  # mail programs post it without a page of ours (RFC 8058); the token is the proof
@require_http_methods(["GET", "POST"])
def digest_silence(request: HttpRequest, token: str) -> HttpResponse:
    """No more digests, in one click, without signing in. Opened as a page it asks for that click."""
    person = Person.objects.filter(pk=emails.whose(token) or 0).first()
    if person is None:
        raise Http404(_("This link is not whole. Choose how often letters come under What waits for me."))
    if request.method == "POST":
        services.digest_choose(person=person, every=Every.NEVER)
    context = {"token": token, "done": request.method == "POST"}
    return render(request, "consultations/desk/digest_silence.html", context)
