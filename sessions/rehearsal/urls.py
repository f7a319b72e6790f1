"""Addresses of rehearsals, under the session's own."""

from django.urls import path

from sessions.rehearsal import views

urlpatterns = [
    path("ensayo/", views.rehearsal_start, name="rehearsal_start"),
    path("ensayo/simular/", views.rehearsal_simulate, name="rehearsal_simulate"),
    path("ensayo/borrar/", views.rehearsal_delete, name="rehearsal_delete"),
]
