"""Addresses of the hall; they stand under /sesiones/<reference>/sala/."""

from django.urls import path

from sessions.hall import entrance, letters, printed, views

urlpatterns = [
    path("anotar/", views.speaker_add, name="speaker_add"),
    path("puerta/", views.door_list, name="door_list"),
    path("enlaces/", letters.seat_links, name="seat_links"),
    path("enlaces/<int:pk>/anular/", letters.seat_link_end, name="seat_link_end"),
    path("enlace/<str:token>/", entrance.seat_link, name="seat_link"),
    path("codigo/", entrance.seat_code, name="seat_code"),
    path("salir/", entrance.seat_leave, name="seat_leave"),
    path("sobre/", printed.contingency_kit, name="contingency_kit"),
    path("hoja-de-asistencia/", printed.attendance_sheet, name="attendance_sheet"),
]
