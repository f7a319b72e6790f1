"""Who may publish the rules of the sessions. What is not said here is denied; reading them is everybody's."""

import rules

from consultations.rules import convenes

rules.add_perm("consultations.sessionrules_publish", convenes)
