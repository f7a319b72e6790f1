"""In which capacity somebody acts, in words, as it is written beside the person in every row.

The words are those of the record: Spanish, as they were at that moment, never translated afterwards.
"""

from incidencia.organizations.models import Coordinator

ONESELF = "a título personal"
ADMINISTRATION = "administración de la plataforma"


def speaks_for(organization: str, scope: str) -> str:
    """Promise the words for who speaks for an organization: `representante de Red Norte, alcance: salud`."""
    return f"representante de {organization}, alcance: {scope}"


def convenes_for(office: Coordinator) -> str:
    """Promise rank and agency: `Dirección de área, Dirección General de Asuntos Globales`."""
    return f"{office.rank}, {office.agency.name_es or office.agency.name_en}"
