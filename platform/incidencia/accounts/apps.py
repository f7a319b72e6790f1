"""The application of people: who they are, how they sign in, what they agreed to."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    """People and the privacy notices they accept."""

    name = "incidencia.accounts"
    label = "accounts"

    def ready(self) -> None:
        # Django's own hook: an installation without any notice gets the one shipped with the product.
        post_migrate.connect(_ship_first_notice, sender=self, dispatch_uid="first-notice")


def _ship_first_notice(using: str, **_: object) -> None:
    from incidencia.accounts.notices import ship_first  # noqa: PLC0415 - models are not ready before

    ship_first(using=using)
