"""Addresses of activities; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.activities import views

BASE = "<str:reference>/actividades"

urlpatterns = [
    path(f"{BASE}/nueva/", views.activity_new, name="activity_new"),
    path(f"{BASE}/<int:place>/", views.activity_page, name="activity_page"),
    path(f"{BASE}/<int:place>/datos.jsonl", views.activity_data, name="activity_data"),
    path(f"{BASE}/<int:place>/editar/", views.activity_edit, name="activity_edit"),
    path(f"{BASE}/<int:place>/publicar/", views.activity_publish, name="activity_publish"),
    path(f"{BASE}/<int:place>/prorrogar/", views.activity_extend, name="activity_extend"),
    path(f"{BASE}/<int:place>/cancelar/", views.activity_cancel, name="activity_cancel"),
]
