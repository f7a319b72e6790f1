"""Addresses of minutes and of their archive; `sessions/urls.py` includes them."""

from django.urls import path

from sessions.minutes.views import acting, reading
from sessions.minutes.views.archive import archive

urlpatterns = [
    path("actas/", archive, name="archive"),
    path("sesiones/<str:reference>/acta/", reading.minutes_page, name="minutes_page"),
    path("sesiones/<str:reference>/acta.json", reading.minutes_json, name="minutes_json"),
    path("sesiones/<str:reference>/acta/cambios/", reading.minutes_changes, name="minutes_changes"),
    path("sesiones/<str:reference>/acta/registro/", reading.minutes_log, name="minutes_log"),
    path("sesiones/<str:reference>/acta/respuesta/", acting.minutes_reply, name="minutes_reply"),
    path("sesiones/<str:reference>/acta/circular/", acting.minutes_circulate, name="minutes_circulate"),
    path("sesiones/<str:reference>/acta/aprobar/", acting.minutes_approve, name="minutes_approve"),
    path("sesiones/<str:reference>/acta/publicar/", acting.minutes_publish, name="minutes_publish"),
    path("sesiones/<str:reference>/acta/redaccion/<str:passage>/", acting.minutes_edit, name="minutes_edit"),
    path("sesiones/<str:reference>/acta/confirmar/<str:turn>/", acting.statement_confirm, name="statement_confirm"),
    path("sesiones/<str:reference>/acta/objetar/<str:turn>/", acting.statement_contest, name="statement_contest"),
]
