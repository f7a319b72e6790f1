"""The application of organizations and agencies, and of who speaks or convenes for them."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Civil organizations, public agencies, representations and offices."""

    name = "incidencia.organizations"
    label = "organizations"
