"""Memberships, the two ways to one (application, invitation), their terms, and the four ways out."""

from consultations.members.tables.application import Answer, Application, Decision
from consultations.members.tables.invitation import Invitation
from consultations.members.tables.membership import Membership
from consultations.members.tables.separation import Separation, SeparationNotice
from consultations.members.tables.term import TermChange

__all__ = [
    "Answer", "Application", "Decision", "Invitation", "Membership", "Separation", "SeparationNotice", "TermChange",
]  # fmt: skip
