"""The rules of a consultation's sessions: each version in plain words, what changed, and a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.sessionrules import queries
from consultations.sessionrules.forms import VersionForm
from consultations.sessionrules.models import SessionRules
from consultations.sessionrules.services import sessionrules_publish
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import wire
from sessions.core.ruleset import Rules
from sessions.wording import ruleset


def _version(request: HttpRequest, reference: str, number: int) -> SessionRules:
    consultation = consultation_for(request, reference, "consultation_view")
    version = queries.versions_of(consultation).filter(number=number).first()
    if version is None:
        raise Http404(_("There is no such version of the rules."))
    version.consultation = consultation
    return version


@require_safe
@never_cache
def sessionrules_page(request: HttpRequest, reference: str) -> HttpResponse:
    """The rules in force in plain words, every version, and for who convenes the way to the next one (G25)."""
    consultation = consultation_for(request, reference, "consultation_view")
    version = queries.in_force(consultation)
    rules = queries.values_of(version) if version else Rules(papers_days=consultation.papers_days)
    context = {
        "consultation": consultation, "version": version, "parts": ruleset.stated(rules),
        "versions": list(queries.versions_of(consultation)), "now": now(),
        "publishes": request.user.has_perm("consultations.sessionrules_publish", consultation),
    }  # fmt: skip
    return render(request, "consultations/sessionrules/sessionrules_page.html", context)


@require_safe
@never_cache
def sessionrules_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One version in plain words, and what changed since the one before."""
    version = _version(request, reference, number)
    rules, before = queries.values_of(version), queries.before_of(version)
    current = queries.in_force(version.consultation)
    context = {
        "consultation": version.consultation, "version": version, "parts": ruleset.stated(rules), "before": before,
        "changes": ruleset.changed(queries.values_of(before), rules) if before else [],
        "current": current, "to_come": version.in_force_from > now(),
    }  # fmt: skip
    return render(request, "consultations/sessionrules/sessionrules_version.html", context)


@require_safe
@never_cache
def sessionrules_data(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The values of a version, as the bytes its SHA-256 is of."""
    version = _version(request, reference, number)
    return HttpResponse(wire.canonical(version.values), content_type="application/json")


@login_required
@require_http_methods(["GET", "POST"])
def sessionrules_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Publish the next version."""
    consultation = consultation_for(request, reference, "sessionrules_publish")
    last = queries.versions_of(consultation).first()
    known = queries.values_of(last) if last else Rules(papers_days=consultation.papers_days)
    form = VersionForm(typed(request), known=known, zone=consultation.zone, first=last is None)
    if request.method == "POST" and form.is_valid():
        try:
            version = sessionrules_publish(
                consultation=consultation, rules=form.rules(), reason=form.cleaned_data["reason"],
                in_force_from=form.cleaned_data["in_force_from"], by=request.user,
            )  # fmt: skip
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Version %(n)s is published.") % {"n": version.number})
            return seen_other("sessionrules_version", consultation.reference, version.number)
    context = {"consultation": consultation, "form": form, "last": last}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/sessionrules/sessionrules_new.html", context, status=status)
