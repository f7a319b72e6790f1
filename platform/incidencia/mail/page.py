"""The way out of mail in development: onto a page, never out of this machine."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from incidencia.mail.models import Shown


class PageBackend(BaseEmailBackend):
    """Keeps whatever is sent, from whichever part, so that `mail_page` can show it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Promise how many messages were kept."""
        for message in email_messages:
            Shown.objects.create(source=message.message().as_bytes())
        return len(email_messages)
