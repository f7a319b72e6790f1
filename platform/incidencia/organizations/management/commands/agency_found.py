"""Found an agency, and name its first coordinator, from the command line."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from incidencia.organizations import founding
from incidencia.web.refusals import Refused


class Command(BaseCommand):
    """manage.py agency_found --name-es … --acronym … --coordinator-email … --rank …."""

    help = "Found an agency and, if an e-mail is given, name its first coordinator."

    def add_arguments(self, parser: CommandParser) -> None:
        """The agency, and the office."""
        parser.add_argument("--name-es", default="", help="name in Spanish (one of the two names is needed)")
        parser.add_argument("--name-en", default="", help="name in English")
        parser.add_argument("--acronym", required=True)
        parser.add_argument("--coordinator-email", default="", help="who convenes for it")
        parser.add_argument("--coordinator-name", default="", help="needed if the e-mail has no account yet")
        parser.add_argument("--rank", default="", help="rank of the coordinator, as in the appointment (G23)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Found and name together, or neither."""
        try:
            with transaction.atomic():
                self._found(options)
        except Refused as refusal:
            raise CommandError(f"{refusal} {refusal.advice}".strip()) from refusal

    def _found(self, options: dict[str, Any]) -> None:
        agency = founding.agency_found(
            name_es=options["name_es"], name_en=options["name_en"], acronym=options["acronym"], by=None
        )
        self.stdout.write(f"{agency.acronym} is founded.")
        if options["coordinator_email"]:
            office = founding.coordinator_name(
                agency=agency,
                email=options["coordinator_email"],
                name=options["coordinator_name"],
                rank=options["rank"],
                by=None,
            )
            self.stdout.write(f"{office.person.name} <{office.person.email}> coordinates it.")
