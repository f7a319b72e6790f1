"""Addresses of consultations; they stand under /procesos/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
