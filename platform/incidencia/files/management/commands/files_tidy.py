from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand

from incidencia.clock import now
from incidencia.files import queries, services


class Command(BaseCommand):
    """Give up what is kept for nobody."""

    help = "Removes attached files that nothing refers to, and bytes without a row; prints how many of each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=7, help="only what is older than so many days (7)")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        before = now() - timedelta(days=days)
        unused, strays = list(queries.unused(before)), list(queries.strays(before))
        for attachment in unused:
            services.remove(attachment)
        for name in strays:
            default_storage.delete(name)
        self.stdout.write(f"{len(unused)} without use and {len(strays)} without a row removed.")
