"""The team: who may join, and names that nobody outside it reads."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.modes.surveillance import services
from consultations.modes.surveillance.models import Checklist, Monitor
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.organizations.models import Organization
from tests.consultations.conftest import refused
from tests.day import local_day
from tests.factories import incidencia as people
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
NAME = "Carmen Vela"


@pytest.mark.parametrize("for_it", [True, False])
def test_a_shielded_name_is_nowhere_outside_the_team(
    client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person, dora: Person, nobody: AnonymousUser,
    for_it: bool, django_capture_on_commit_callbacks: object,
) -> None:  # fmt: skip
    of = people.organization("Vigías del Sur", by=carmen) if for_it else None
    make.monitor(checklist, bruno, carmen, shielded=True, speaking_as=str(of.pk) if of else "")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        with pretend(now() - timedelta(days=40)):
            row = make.announced(checklist, bruno)
        with make.after_notice(row):
            make.found(row, carmen, "no")
            row = services.round_send(row=row, by=bruno)
            services.finding_correct(
                row=row, number=1, base=1, files=(), by=carmen, reason="Se vio de nuevo.",
                values={"answer": "partly", "found": "Una parte.", "link": "", "place": "", "on": local_day()},
            )  # fmt: skip
            for page in ("respuesta/", "respuesta/1/", "", "datos.csv", "datos.json"):
                assert NAME not in read(client_of(dora), row.checklist, f"rondas/1/{page}")
            services.reply_complete(row=row, by=dora)
            services.round_publish(row=row, by=bruno)
    paths = ("", "rondas/1/", "rondas/1/datos.csv", "rondas/1/datos.json", "puntos/1/", "comparacion/", "puntos.json")
    for path in paths:
        for who in (nobody, dora):
            assert NAME not in read(client_of(who), checklist, path), path
    assert not any(NAME in f"{letter.subject} {letter.body}" for letter in mail.outbox)
    shown = read(client_of(nobody), checklist, "rondas/1/")
    assert ("Vigías del Sur" in shown) is for_it
    assert ("A monitor of this team" in shown) is not for_it
    assert NAME in read(client_of(bruno), checklist, "rondas/1/")


def read(client: Client, checklist: Checklist, path: str) -> str:
    """What a page or a download says."""
    answer = client.get(f"/en/aportaciones/{checklist.contribution.reference}/{path}")
    assert answer.status_code == 200, path
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return body.decode()


def test_only_the_monitor_decides_and_the_lead_is_named(checklist: Checklist, bruno: Person, carmen: Person) -> None:
    monitor = make.monitor(checklist, bruno, carmen)
    with refused("not-yours"):
        services.monitor_shield(monitor=monitor, shielded=True, by=bruno)
    assert services.monitor_shield(monitor=monitor, shielded=True, by=carmen).shielded
    lead = Monitor.objects.get(checklist=checklist, leads=True)
    with refused("lead-is-named"):
        services.monitor_shield(monitor=lead, shielded=True, by=bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        Monitor.objects.filter(pk=lead.pk).update(shielded=True)


def test_nobody_is_of_a_team_twice(checklist: Checklist, bruno: Person, carmen: Person) -> None:
    make.monitor(checklist, bruno, carmen)
    for email in (carmen.email, carmen.email.upper(), bruno.email):
        with refused("monitor-twice"):
            services.monitor_invite(checklist=checklist, email=email, by=bruno)


@pytest.mark.engine
def test_the_database_holds_nobody_twice_in_a_team(checklist: Checklist, bruno: Person, carmen: Person) -> None:
    kept = make.monitor(checklist, bruno, carmen)
    with pytest.raises(IntegrityError), transaction.atomic():
        Monitor.objects.create(
            checklist=checklist, email="other@example.org", person=carmen, capacity="x", invited_by=bruno,
            accepted_at=kept.accepted_at,
        )  # fmt: skip


def test_officials_do_not_join_and_others_do_not_answer(
    checklist: Checklist, bruno: Person, dora: Person, carmen: Person
) -> None:
    invited = services.monitor_invite(checklist=checklist, email=dora.email, by=bruno)
    with refused("official"):
        services.monitor_accept(monitor=invited, by=dora, speaking_as="", shielded=False)
    with refused("not-invited"):
        services.monitor_accept(monitor=invited, by=carmen, speaking_as="", shielded=False)


def test_who_left_writes_nothing_and_what_they_found_stays(
    checklist: Checklist, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    monitor = make.monitor(checklist, bruno, carmen, shielded=True)
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, carmen)
        services.monitor_end(monitor=monitor, by=bruno)
        with refused("not-of-the-team"):
            make.found(row, carmen)
    assert row.items.filter(finding__monitor=monitor).count() == 2


def test_an_invitation_is_answered_on_its_page(
    client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person, dora: Person
) -> None:
    invited = services.monitor_invite(checklist=checklist, email=carmen.email, by=bruno)
    at = f"/en/aportaciones/{checklist.contribution.reference}/equipo/{invited.pk}/"
    assert client_of(dora).get(at).status_code == 404
    assert client_of(carmen).post(at, {"shielded": "on"}).status_code == 303
    invited.refresh_from_db()
    assert (invited.person, invited.shielded) == (carmen, True)
    assert (
        carmen.email
        not in client_of(dora).get(f"/en/aportaciones/{checklist.contribution.reference}/").content.decode()
    )


def test_declined_it_is_over(client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person) -> None:
    invited = services.monitor_invite(checklist=checklist, email=carmen.email, by=bruno)
    at = f"/en/aportaciones/{checklist.contribution.reference}/equipo/{invited.pk}/"
    assert client_of(carmen).post(at, {"act": "decline"}).status_code == 303
    assert client_of(carmen).get(at).status_code == 404
    assert services.monitor_invite(checklist=checklist, email=carmen.email, by=bruno).pk != invited.pk
