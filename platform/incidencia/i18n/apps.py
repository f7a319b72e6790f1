from django.apps import AppConfig

from incidencia.i18n import compile


class I18nConfig(AppConfig):
    name = "incidencia.i18n"
    label = "i18n"

    def ready(self) -> None:
        # Every way in (server, command, test) passes here before the first sentence is translated.
        compile.ensure()
