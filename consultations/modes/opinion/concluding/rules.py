"""Who may tell an outcome. What is not said here is denied."""

import rules

from consultations.modes.opinion.referring.rules import answers_it

rules.add_perm("consultations.outcome_tell", answers_it)
