"""The site map: one line per area. Spanish stands without prefix, English under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from consultations.modes.information.urls import item_patterns
from consultations.views import home
from incidencia.web import errors, views

urlpatterns = [
    *i18n_patterns(
        path("", home, name="home"),
        path("cuenta/", include("allauth.urls")),
        path("cuenta/", include("incidencia.accounts.urls")),
        path("organizaciones/", include("incidencia.organizations.urls")),
        path("dias-inhabiles/", include("incidencia.deadlines.urls")),
        path("procesos/", include("consultations.urls")),
        path("aportaciones/", include("consultations.spine.urls")),
        path("pendientes/", include("consultations.desk.urls")),
        path("informacion/", include(item_patterns)),
        path("", include("sessions.urls")),
        prefix_default_language=False,
    ),
    path("idioma/", views.set_language, name="set_language"),
    path("", include("incidencia.references.urls")),
]

if settings.DEBUG and settings.ENV.loopback:
    urlpatterns += [path("desarrollo/", include("incidencia.mail.urls"))]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many
handler500 = errors.server_error
