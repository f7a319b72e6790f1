"""The letter that gathers what waits for somebody, by deadline."""

from collections.abc import Sequence
from datetime import date

from django.core import signing
from django.utils import translation
from django.utils.translation import ngettext

from consultations.desk.news import News
from consultations.desk.row import Waiting
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.links import link
from incidencia.mail.services import send

SALT = "digest"
MOST = 40


def digest(person: Person, rows: Sequence[Waiting], news: Sequence[News], day: date) -> None:
    """What waits, what is due first on top; then what is new. One click silences it (RFC 8058)."""
    language = person.language
    silence = link("digest_silence", token(person), language=language)
    late = sum(row.is_late(now()) for row in rows)
    with translation.override(language):
        said = ngettext("%(n)s thing waits for you", "%(n)s things wait for you", len(rows)) % {"n": len(rows)}
    send(
        "consultations/emails/digest", person,
        {"rows": rows[:MOST], "more": max(len(rows) - MOST, 0), "news": news, "late": late, "said": said,
         "desk": link("desk", language=language), "silence": silence},
        headers={"List-Unsubscribe": f"<{silence}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        key=f"digest:{person.pk}:{day.isoformat()}",
    )  # fmt: skip


def token(person: Person) -> str:
    """Promise what silences this person's digest, and nothing else."""
    return signing.dumps(person.pk, salt=SALT)


def whose(sent: str) -> int | None:
    """Promise the key of the person a token silences, or None."""
    try:
        pk: int = signing.loads(sent, salt=SALT)
    except signing.BadSignature:
        return None
    return pk
