"""Addresses of one's own account that allauth does not bring; they stand under /cuenta/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
