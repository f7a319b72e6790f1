from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """Labelled `live`: the label `sessions` belongs to Django's login sessions."""

    name = "sessions"
    label = "live"
    verbose_name = "Sessions"
