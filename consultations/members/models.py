"""Memberships, and the two ways to one: an application answered by a decision, or an invitation accepted."""

from consultations.members.tables.application import Answer, Application, Decision
from consultations.members.tables.invitation import Invitation
from consultations.members.tables.membership import Membership

__all__ = ["Answer", "Application", "Decision", "Invitation", "Membership"]
