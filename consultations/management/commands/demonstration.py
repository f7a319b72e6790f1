"""`manage.py demonstration`: loads the invented data once and prints who can sign in and what each can try."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from consultations.demonstration import cast, load


class Command(BaseCommand):
    help = "Load the demonstration (once) and print its accounts. Only with DEBUG=1 on the loopback address."

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEBUG and settings.ENV.loopback):
            raise CommandError("Demonstration accounts exist only with DEBUG=1 on the loopback address.")
        if not load.is_loaded():
            with transaction.atomic():
                load.load()
        (settings.ENV.data_dir / "demonstration").touch()
        self.stdout.write(self.accounts())

    def accounts(self) -> str:
        """The accounts worth trying, and what for."""
        lines = [f"Demonstration accounts (password for all: {cast.PASSWORD})", ""]
        for one in cast.PEOPLE:
            if one.can_try_es:
                lines += [f"  {one.name} · {one.email}", f"      {one.can_try_es}", f"      {one.can_try_en}", ""]
        return "\n".join(lines).rstrip()
