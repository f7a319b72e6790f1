from django.apps import AppConfig


class I18nConfig(AppConfig):
    name = "incidencia.i18n"
    label = "i18n"
