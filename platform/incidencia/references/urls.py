"""Permanent addresses; the site map puts them outside the language prefixes."""

from django.urls import path

from incidencia.references import views

urlpatterns = [path("r/<str:reference>", views.reference, name="reference")]
