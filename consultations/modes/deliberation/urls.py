"""Addresses of level IV; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.modes.deliberation import views
from consultations.modes.deliberation.taking_up import views as taking_up

AGENDA = "<str:reference>/sesiones/<int:number>/aportaciones"

urlpatterns = [
    path("<str:reference>/sesiones/", views.deliberation_page, name="deliberation_page"),
    path("<str:reference>/sesiones/nueva/", views.session_new, name="session_new"),
    path("<str:reference>/sesiones/acreditar/", views.members_accredit, name="members_accredit"),
    path(f"{AGENDA}/", taking_up.take_up, name="take_up"),
    path(f"{AGENDA}/<int:pk>/quitar/", taking_up.leave_out, name="leave_out"),
]
