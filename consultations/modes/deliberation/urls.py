"""Addresses of level IV; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.modes.deliberation import views

urlpatterns = [
    path("<str:reference>/sesiones/", views.deliberation_page, name="deliberation_page"),
    path("<str:reference>/sesiones/nueva/", views.session_new, name="session_new"),
    path("<str:reference>/sesiones/acreditar/", views.members_accredit, name="members_accredit"),
]
