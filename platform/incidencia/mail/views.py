"""The page that shows, in development, every message sent."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from incidencia.mail.models import Shown
from incidencia.text import clean

MOST = 100


@require_safe
def mail_page(request: HttpRequest) -> HttpResponse:
    """Show the newest messages first, each as text and as it looks, with its attachments."""
    _development_only()
    letters = [_letter(shown) for shown in Shown.objects.all()[:MOST]]
    return render(request, "incidencia/mail/mail_page.html", {"letters": letters, "zone": settings.DEFAULT_ZONE})


@require_safe
def mail_attachment(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Hand out one attachment of one message."""
    _development_only()
    parts = list(_parsed(get_object_or_404(Shown, pk=pk)).iter_attachments())
    if position >= len(parts):
        raise Http404
    part = parts[position]
    response = HttpResponse(part.get_payload(decode=True), content_type=part.get_content_type())
    name = re.sub(r"[^\w.-]", "_", part.get_filename() or "attachment", flags=re.ASCII)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _development_only() -> None:
    # The site map leaves these addresses out otherwise; this holds even if somebody adds them there.
    if not (settings.DEBUG and settings.ENV.loopback):
        raise Http404


def _parsed(shown: Shown) -> EmailMessage:
    message = message_from_bytes(bytes(shown.source), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _letter(shown: Shown) -> dict[str, Any]:
    message = _parsed(shown)
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    return {
        "pk": shown.pk,
        "at": shown.at,
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "text": text.get_content() if text else "",
        "html": clean.html(html.get_content()) if html else "",
        "attachments": [part.get_filename() or "attachment" for part in message.iter_attachments()],
    }
