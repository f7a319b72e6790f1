from importlib import import_module

from django.apps import AppConfig

RULES = [
    "consultations.activities.rules",
    "consultations.bylaws.rules",
    "consultations.sessionrules.rules",
    "consultations.members.leaving.rules",
    "consultations.members.renewal.rules",
    "consultations.exchange.rules",
    "consultations.groups.rules",
    "consultations.moderation.rules",
    "consultations.spine.rules",
    "consultations.modes.comanagement.rules",
    "consultations.modes.deliberation.rules",
    "consultations.modes.dialogue.rules",
    "consultations.modes.deliberation.proposing.rules",
    "consultations.modes.deliberation.ratifying.rules",
    "consultations.modes.information.rules",
    "consultations.modes.opinion.rules",
    "consultations.modes.opinion.admitting.rules",
    "consultations.modes.opinion.answering.rules",
    "consultations.modes.opinion.concluding.rules",
    "consultations.modes.opinion.referring.rules",
    "consultations.modes.surveillance.rules",
    "consultations.training.rules",
]


class ConsultationsConfig(AppConfig):
    name = "consultations"

    def ready(self) -> None:
        """Know the permissions of every room of this package; Django finds only those of the hall."""
        for rules in RULES:
            import_module(rules)
