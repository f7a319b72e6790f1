"""Addresses of organizations and agencies; they stand under /organizaciones/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
