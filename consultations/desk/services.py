"""Choosing how often a digest comes, and writing those that are due."""

import logging
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils import translation

from consultations.desk import emails
from consultations.desk.models import Digest, Every
from consultations.desk.news import news_for
from consultations.desk.rhythm import HOUR, is_due
from consultations.desk.sources import waiting_for
from incidencia.accounts.models import Person
from incidencia.clock import now

log = logging.getLogger(__name__)
FIRST = timedelta(days=7)  # how far back the first letter looks for news


@transaction.atomic
def digest_choose(*, person: Person, every: Every) -> Digest:
    """Keep how often the person wants it. Again changes nothing."""
    made, _new = Digest.objects.update_or_create(person=person, defaults={"every": every})
    return made


def digests_write() -> int:
    """Write every digest that is due now, each in a transaction of its own; promise how many were written.

    May run in several processes at once: each person's row decides. Nobody gets an empty one.
    """
    return sum(_written(person) for zone in _zones() for person in _due_in(zone))


def _written(person: Person) -> bool:
    """One that fails keeps no other from its letter."""
    try:
        return digest_write(person=person)
    except Exception:
        log.exception("The digest of person %s was not written", person.pk)
        return False


def _zones() -> list[str]:
    return list(Person.objects.filter(is_active=True).order_by("zone").values_list("zone", flat=True).distinct())


def _due_in(zone: str) -> list[Person]:
    """Who lives in a zone and may be due: the many who are not are never read."""
    local = now().astimezone(ZoneInfo(zone))
    people = Person.objects.filter(is_active=True, zone=zone).exclude(digest__every=Every.NEVER)
    today = local.date()
    monday = today - timedelta(days=today.weekday())
    told = Q(digest__written_on=today) | Q(digest__every=Every.WEEK, digest__written_on__gte=monday)
    return list(people.exclude(told).order_by("pk")) if local.hour >= HOUR else []


@transaction.atomic
def digest_write(*, person: Person) -> bool:
    """Write this person's digest if it is due and there is something to say; whether it was written.

    The day is noted either way, so that a day with nothing to say is not asked again.
    """
    instant = now()
    local = instant.astimezone(ZoneInfo(person.zone))
    known = Digest.objects.filter(person=person).values_list("every", "written_on").first() or (Every.WEEK, None)
    if not is_due(known[0], known[1], local):
        return False
    Digest.objects.get_or_create(person=person)
    choice = Digest.objects.select_for_update().get(person=person)
    if not is_due(choice.every, choice.written_on, local):
        return False
    sent = _say(person, choice.told_until or instant - FIRST, local.date())
    choice.written_on, choice.told_until = local.date(), instant
    choice.save(update_fields=["written_on", "told_until"])
    return sent


def _say(person: Person, since: datetime, day: date) -> bool:
    with translation.override(person.language):
        rows, news = waiting_for(person), news_for(person, since)
    if not (rows or news):
        return False
    emails.digest(person, rows, news, day)
    return True
