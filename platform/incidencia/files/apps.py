from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "incidencia.files"
    label = "files"
