"""Addresses of one's desk; they stand under /pendientes/."""

from django.urls import path

from consultations.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("correo/", views.digest_choose, name="digest_choose"),
    path("silencio/<str:token>/", views.digest_silence, name="digest_silence"),
]
