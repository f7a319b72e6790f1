"""Publish the next version of the privacy notice, from two Markdown files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from incidencia.accounts import notices
from incidencia.text import clean


class Command(BaseCommand):
    """manage.py privacy_notice_publish --es notice.es.md --en notice.en.md."""

    help = "Publish the next version of the privacy notice. Everybody is asked about it at their next visit."

    def add_arguments(self, parser: CommandParser) -> None:
        """The text in both languages."""
        parser.add_argument("--es", type=Path, required=True, help="Markdown file, Spanish")
        parser.add_argument("--en", type=Path, required=True, help="Markdown file, English")

    def handle(self, *args: Any, es: Path, en: Path, **options: Any) -> None:
        """Read, check that both can be shown, publish."""
        texts = [self._read(es), self._read(en)]
        notice = notices.publish(text_es=texts[0], text_en=texts[1])
        self.stdout.write(f"Version {notice.version} is in force.")

    @staticmethod
    def _read(path: Path) -> str:
        try:
            text = path.read_text("utf-8")
            clean.check_length(text)
        except (OSError, ValueError) as error:
            raise CommandError(f"{path}: {error}") from error
        if not text.strip():
            raise CommandError(f"{path}: the file is empty")
        return text
