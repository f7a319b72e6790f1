"""Who may do what at level IV. What is not said here is denied."""

import rules

from consultations.rules import convenes

rules.add_perm("consultations.session_draft", convenes)
rules.add_perm("consultations.members_accredit", convenes)
rules.add_perm("consultations.contribution_take_up", convenes)
