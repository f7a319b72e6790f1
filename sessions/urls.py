"""Addresses of sessions, their rooms and their minutes."""

from django.urls import include, path

from sessions.views import plan, prepare

urlpatterns = [
    path("", include("sessions.minutes.urls")),
    path("sesiones/", plan.session_list, name="session_list"),
    path("sesiones/<str:reference>/", plan.session_page, name="session_page"),
    path("sesiones/<str:reference>/calendario.ics", plan.session_calendar, name="session_calendar"),
    path("sesiones/<str:reference>/documentos/<int:pk>/", plan.paper_page, name="paper_page"),
    path("sesiones/<str:reference>/preparar/", prepare.session_prepare, name="session_prepare"),
    path("sesiones/<str:reference>/convocar/", prepare.session_convene, name="session_convene"),
    path("sesiones/<str:reference>/mover/", prepare.session_reschedule, name="session_reschedule"),
    path("sesiones/<str:reference>/cancelar/", prepare.session_cancel, name="session_cancel"),
]
