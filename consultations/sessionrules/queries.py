"""Reads of the rules of a consultation's sessions, by version."""

from django.db.models import QuerySet

from consultations.models import Consultation
from consultations.sessionrules.models import SessionRules
from incidencia.clock import now
from sessions import wire
from sessions.core.ruleset import Rules


def versions_of(consultation: Consultation) -> QuerySet[SessionRules]:
    """Every version, the newest first. One query."""
    return consultation.session_rules.select_related("published_by")


def in_force(consultation: Consultation) -> SessionRules | None:
    """The version in force at this instant, or None where none was published yet. One query."""
    return versions_of(consultation).filter(in_force_from__lte=now()).first()


def values_of(version: SessionRules) -> Rules:
    """The rules of a version. Rules that came to the platform later have their default."""
    rules: Rules = wire.build(Rules, version.values)
    return rules


def before_of(version: SessionRules) -> SessionRules | None:
    """The version published before, or None. One query."""
    return versions_of(version.consultation).filter(number__lt=version.number).first()


def rules_of_series(series: str) -> Rules | None:
    """The rules in force in the consultation of that reference, or None. One query. Asked by sessions to come."""
    versions = SessionRules.objects.filter(consultation__reference=series, in_force_from__lte=now())
    version = versions.order_by("-number").first()
    return values_of(version) if version else None
