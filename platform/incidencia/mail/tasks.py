"""Delivering letters: at once or by a worker, as `TASKS` says."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPResponseException

from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django_tasks import task

from incidencia.clock import now
from incidencia.mail.attachments import unpack
from incidencia.mail.models import Outgoing

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=10)  # after this, whoever took a letter is taken for dead


@task()
def deliver(pk: int) -> bool:
    """Promise that the letter is sent once, however many workers try; whether this call sent it.

    A failure keeps the letter, with the kind of the failure; `manage.py mail_retry` tries again.
    """
    moment = now()
    if not _taken(pk, moment):
        return False
    outgoing = Outgoing.objects.get(pk=pk)
    try:
        _message(outgoing).send()
    except Exception as error:  # whatever a mail server or the network may raise: the act itself stands
        kind = _kind(error)
        log.warning("Letter %s was not delivered: %s", pk, kind)
        Outgoing.objects.filter(pk=pk).update(taken_at=None, failed_at=now(), error=kind)
        return False
    # What was said is not needed any more, and may hold a link that signs somebody in.
    Outgoing.objects.filter(pk=pk).update(
        sent_at=now(), failed_at=None, error="", text="", html="", attachments=[], headers={}
    )
    return True


def _taken(pk: int, moment: datetime) -> bool:
    free = Q(taken_at=None) | Q(taken_at__lt=moment - LEASE)
    return Outgoing.objects.filter(free, pk=pk, sent_at=None).update(taken_at=moment) == 1


def _message(outgoing: Outgoing) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(outgoing.subject, outgoing.text, to=[outgoing.to])
    message.attach_alternative(outgoing.html, "text/html")
    message.extra_headers |= {**outgoing.headers, "Auto-Submitted": "auto-generated"}
    for name, content, media_type in unpack(outgoing.attachments):
        message.attach(name, content, media_type)
    return message


def _kind(error: Exception) -> str:
    """The kind of a failure and its code. The text of it may hold an address, so it is written nowhere."""
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"
