from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from incidencia.clock import now
from incidencia.mail.queries import undelivered
from incidencia.mail.tasks import deliver


class Command(BaseCommand):
    """Try again to deliver what was not."""

    help = "Delivers the letters that failed or wait, oldest first; prints how many went and how many stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--most", type=int, default=500, help="how many letters to try (500)")

    def handle(self, *args: Any, most: int, **options: Any) -> None:
        waiting = list(undelivered(now()).values_list("pk", flat=True)[:most])
        sent = sum(deliver.call(pk) for pk in waiting)
        self.stdout.write(f"{sent} delivered, {len(waiting) - sent} still waiting.")
