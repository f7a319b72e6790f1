from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "incidencia.mail"
    label = "mail"
