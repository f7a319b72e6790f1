"""Pages of one's own account that allauth does not bring."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from incidencia import clock
from incidencia.accounts import notices, services
from incidencia.accounts import own_data as held
from incidencia.accounts.forms import ProfileForm
from incidencia.accounts.middleware import ASKED
from incidencia.accounts.queries import has_accepted_current, versions_published
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused


@require_safe
def privacy_notice(request: HttpRequest) -> HttpResponse:
    """Show the notice in force, or the version asked for by `?version=`, with a list of all versions."""
    versions = list(versions_published())
    notice = notices.current()
    if asked := request.GET.get("version"):
        notice = get_object_or_404(versions_published(), version=_whole(asked))
    return render(
        request,
        "incidencia/accounts/privacy_notice.html",
        {"notice": notice, "text": notices.text_of(notice), "versions": versions, "in_force": notice == versions[0]},
    )


@login_required
@require_http_methods(["GET", "POST"])
def privacy_accept(request: SignedInRequest) -> HttpResponse:
    """Ask a person about the notice in force; "not now" asks again at the next visit."""
    onwards = _onwards(request)
    if request.method == "GET" and has_accepted_current(request.user):
        return HttpResponseRedirect(onwards)
    if request.method == "POST" and (request.POST.get("answer") == "later" or _accepted(request)):
        request.session[ASKED] = clock.now().timestamp()
        return HttpResponseRedirect(onwards, status=303)
    notice = notices.current()
    context = {"notice": notice, "text": notices.text_of(notice), "next": onwards}
    status = 422 if request.method == "POST" else 200
    return render(request, "incidencia/accounts/privacy_accept.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Show and change name, language and zone."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        person = services.profile_change(person=request.user, **form.cleaned_data)
        with translation.override(person.language):
            messages.success(request, _("Your profile was saved."))
            return HttpResponseRedirect(reverse("profile"), status=303)
    # A refused form must not change the name shown in the masthead.
    if form.is_bound:
        request.user.refresh_from_db()
    return render(request, "incidencia/accounts/profile.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_safe
@never_cache
def own_data(request: SignedInRequest) -> HttpResponse:
    """Show all that is held about the person who asks."""
    return render(request, "incidencia/accounts/own_data.html", {"sections": held.everything(request.user)})


@login_required
@require_safe
@never_cache
def own_data_download(request: SignedInRequest) -> HttpResponse:
    """Hand out the same as JSON."""
    response = JsonResponse(held.as_download(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    name = _("my-data") + f"-{clock.now():%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _accepted(request: SignedInRequest) -> bool:
    try:
        services.notice_accept(person=request.user, version=_whole(request.POST.get("version", "")))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _("Thank you. You accepted the privacy notice."))
    return True


def _onwards(request: HttpRequest) -> str:
    """The page the person was going to, if it is one of ours; else the first one."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    mine = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return translate_url(wanted, translation.get_language()) if mine else reverse("home")


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise Http404
    return int(text)
