"""A site of a few pages, so that the shell is tested without the rest of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from incidencia.web import errors, views
from incidencia.web.refusals import Refused


def page(request: HttpRequest, reference: str = "") -> HttpResponse:
    """Any page."""
    return render(request, "base.html")


def denied(request: HttpRequest) -> HttpResponse:
    """A page that is not for everybody."""
    raise PermissionDenied("Only the secretariat convenes.")


def broken(request: HttpRequest) -> HttpResponse:
    """A page with a fault."""
    raise RuntimeError("fault")


def refuses(request: HttpRequest) -> HttpResponse:
    """An act that a rule does not allow."""
    raise Refused("late", "The call closed yesterday.", "G18", "Write to the office in charge.")


@require_POST
def takes(request: HttpRequest) -> HttpResponse:
    """An address that only takes what a form sends."""
    return HttpResponse(request.POST.get("text", ""))


_names = (
    ("consultation_list", "procesos/"),
    ("session_list", "sesiones/"),
    ("desk", "pendientes/"),
    ("archive", "actas/"),
    ("account_login", "cuenta/entrar/"),
    ("account_signup", "cuenta/nueva/"),
    ("account_logout", "cuenta/salir/"),
    ("profile", "cuenta/perfil/"),
    ("privacy_notice", "cuenta/aviso/"),
    ("organization_list", "organizaciones/"),
)

urlpatterns = [
    *i18n_patterns(
        path("", page, name="home"),
        *(path(address, page, name=name) for name, address in _names),
        path("procesos/<str:reference>/", page, name="consultation_page"),
        path("denied/", denied),
        path("broken/", broken),
        path("refuses/", refuses),
        path("takes/", takes),
        prefix_default_language=False,
    ),
    path("idioma/", views.set_language, name="set_language"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many
handler500 = errors.server_error
