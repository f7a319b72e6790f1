"""Addresses of the rules of a consultation's sessions."""

from django.urls import path

from consultations.sessionrules import views

RULES = "<str:reference>/reglas-de-sesiones"

urlpatterns = [
    path(f"{RULES}/", views.sessionrules_page, name="sessionrules_page"),
    path(f"{RULES}/nueva/", views.sessionrules_new, name="sessionrules_new"),
    path(f"{RULES}/<int:number>/", views.sessionrules_version, name="sessionrules_version"),
    path(f"{RULES}/<int:number>.json", views.sessionrules_data, name="sessionrules_data"),
]
