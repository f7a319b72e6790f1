"""Versions of the privacy notice: the one in force, the first one, and how a new one is published."""

from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from incidencia.accounts.models import PrivacyNotice
from incidencia.accounts.queries import versions_published
from incidencia.text import clean

_TEXTS = Path(__file__).parent / "notice_texts"
FIRST = datetime(2026, 11, 1, tzinfo=UTC)  # of the text that comes with the product: it is in force at every start


def current() -> PrivacyNotice:
    """Promise the notice in force: the highest version already published. Raises PrivacyNotice.DoesNotExist."""
    notice = versions_published().first()
    if notice is None:
        raise PrivacyNotice.DoesNotExist("No privacy notice: run `manage.py migrate`.")
    return notice


def text_of(notice: PrivacyNotice) -> SafeString:
    """Promise the text of `notice` in the reader's language, as HTML that is safe on any page."""
    return clean.render(notice.text_en if get_language() == "en" else notice.text_es)


def ship_first(using: str = "default") -> None:
    """Give an installation without any notice the one that comes with the product."""
    if not PrivacyNotice.objects.using(using).exists():
        PrivacyNotice.objects.using(using).create(
            version=1,
            published_at=FIRST,
            text_es=(_TEXTS / "1.es.md").read_text("utf-8"),
            text_en=(_TEXTS / "1.en.md").read_text("utf-8"),
        )


@transaction.atomic
def publish(*, text_es: str, text_en: str) -> PrivacyNotice:
    """Publish the next version (Markdown, both languages). Everybody is asked about it at their next visit."""
    last = PrivacyNotice.objects.aggregate(last=Max("version"))["last"] or 0
    return PrivacyNotice.objects.create(version=last + 1, text_es=text_es, text_en=text_en)
