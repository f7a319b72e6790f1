from django.apps import AppConfig


class ReferencesConfig(AppConfig):
    name = "incidencia.references"
    label = "references"
