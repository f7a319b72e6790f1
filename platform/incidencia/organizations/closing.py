"""What the pages of closed days ask about agencies, through `wiring.CLOSED_DAYS`."""

from typing import Any

from incidencia.organizations.models import Agency


def agency_named(acronym: str) -> Agency | None:
    """Promise the agency with this acronym, in whatever case it is written."""
    return Agency.objects.filter(acronym__iexact=acronym).first()


def may_close(user: Any, agency: Agency) -> bool:
    """Whether `user` holds the office of coordination of `agency` today (G23)."""
    return bool(user.has_perm("organizations.agency_convene", agency))
