from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "incidencia.deadlines"
    label = "deadlines"
