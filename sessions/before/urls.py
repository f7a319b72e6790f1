"""Addresses of what happens before a session opens; they stand under /sesiones/<reference>/."""

from django.urls import path

from sessions.before import views

urlpatterns = [
    path("anunciar/", views.session_announce, name="session_announce"),
    path("asistencia/", views.attendance_answer, name="attendance_answer"),
    path("asistencia/lista/", views.attendance_list, name="attendance_list"),
    path("asistencia/recordar/", views.attendance_remind, name="attendance_remind"),
    path("suplente/", views.alternate_name, name="alternate_name"),
    path("suplente/<int:pk>/retirar/", views.alternate_withdraw, name="alternate_withdraw"),
    path("suplente/<int:pk>/resolver/", views.alternate_decide, name="alternate_decide"),
    path("documentos/<int:pk>/objetar/", views.paper_object, name="paper_object"),
    path("objeciones/<int:pk>/retirar/", views.paper_objection_withdraw, name="paper_objection_withdraw"),
]
