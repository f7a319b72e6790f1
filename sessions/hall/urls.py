"""Addresses of the hall; they stand under /sesiones/<reference>/sala/."""

from django.urls import path

from sessions.hall import views

urlpatterns = [
    path("anotar/", views.speaker_add, name="speaker_add"),
    path("puerta/", views.door_list, name="door_list"),
]
