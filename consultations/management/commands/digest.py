"""Writes the digests that are due. The server does so by itself; this is for installations that prefer a timer."""

from typing import Any

from django.core.management.base import BaseCommand

from consultations.desk.services import digests_write


class Command(BaseCommand):
    help = "Write the digests that are due now."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them and say how many."""
        self.stdout.write(str(digests_write()))
