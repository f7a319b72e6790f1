"""Addresses of texts under silence; they stand under /sesiones/<reference>/."""

from django.urls import path

from sessions.silence import views

urlpatterns = [
    path("silencio/", views.silence_start, name="silence_start"),
    path("silencio/<int:number>/", views.silence_page, name="silence_page"),
    path("silencio/<int:number>/romper/", views.silence_break, name="silence_break"),
    path("silencio/<int:number>/retirar/", views.silence_withdraw, name="silence_withdraw"),
]
