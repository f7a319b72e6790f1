"""Addresses of the hall; they stand under /sesiones/<reference>/sala/."""

from django.urls import path

from sessions.hall import printed, views

urlpatterns = [
    path("anotar/", views.speaker_add, name="speaker_add"),
    path("puerta/", views.door_list, name="door_list"),
    path("sobre/", printed.contingency_kit, name="contingency_kit"),
    path("hoja-de-asistencia/", printed.attendance_sheet, name="attendance_sheet"),
]
