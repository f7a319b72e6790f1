"""Meetings with the agency or without, their minuta, and who confirms it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from consultations.groups import services
from consultations.groups.models import Group, MinutaPresence
from consultations.groups.queries import minuta_of
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_token
from tests.consultations.conftest import refused
from tests.factories import groups as make

pytestmark = pytest.mark.django_db


@pytest.mark.guideline("G26")
def test_a_group_meets_without_the_agency_and_only_its_members_are_called(
    caucus: Group, bruno: Person, irene: Person, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    make.joined(caucus, irene, by=bruno)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        made = make.meeting(caucus, irene)
    assert {letter.to[0] for letter in mail.outbox} == {bruno.email, irene.email}
    assert "BEGIN:VEVENT" in mail.outbox[0].attachments[0][1].replace("\r", "")  # type: ignore[union-attr,operator]
    assert f"- {make.SECRET}" not in mail.outbox[0].body
    assert not made.invited.exists()


@pytest.mark.guideline("G26")
def test_an_official_invited_by_name_reads_that_meeting_and_nothing_else(
    caucus: Group, bruno: Person, dora: Person, elias_sits: Person, alba: Person
) -> None:
    private = make.meeting(caucus, bruno)
    shared = make.meeting(caucus, bruno, officials=[dora])
    assert dora.has_perm("consultations.group_meeting_read", shared)
    assert dora.has_perm("consultations.group_meeting_enter", shared)
    assert not dora.has_perm("consultations.group_meeting_read", private)
    assert not dora.has_perm("consultations.group_read", caucus)
    for other in (elias_sits, alba):
        assert not other.has_perm("consultations.group_meeting_read", shared)


def test_an_official_who_left_reads_no_more(
    operating: Consultation, caucus: Group, bruno: Person, dora: Person
) -> None:
    shared = make.meeting(caucus, bruno, officials=[dora])
    operating.memberships.get(person=dora).cut_short()
    assert not dora.has_perm("consultations.group_meeting_read", shared)


def test_only_officials_are_invited_by_name(caucus: Group, bruno: Person, irene: Person, carmen: Person) -> None:
    for other in (irene, carmen):
        with refused("no-official"):
            make.meeting(caucus, bruno, officials=[other])


def test_a_meeting_is_to_come_has_a_place_and_is_called_once(caucus: Group, bruno: Person, irene: Person) -> None:
    with refused("past"):
        make.meeting(caucus, bruno, starts_at=now() - timedelta(minutes=1))
    with refused("nowhere"):
        make.meeting(caucus, bruno, place="", link="")
    with refused("not-in-group"):
        make.meeting(caucus, irene)
    made = make.meeting(caucus, bruno)
    values = {
        name: getattr(made, name) for name in ("title", "agenda", "language", "starts_at", "minutes", "place", "link")
    }
    made.delete()
    made = services.group_meeting_call(group=caucus, values=values, officials=[], by=bruno, key="k")
    again = services.group_meeting_call(group=caucus, values=values, officials=[], by=bruno, key="k")
    assert again == made
    assert caucus.meetings.count() == 1
    other = services.group_meeting_call(group=caucus, values=values, officials=[], by=bruno, key=new_token())
    assert other.number == 2


def test_who_called_it_calls_it_off_before_it_begins(caucus: Group, bruno: Person, irene: Person) -> None:
    make.joined(caucus, irene, by=bruno)
    made = make.meeting(caucus, bruno)
    with refused("not-yours"):
        services.group_meeting_cancel(meeting=made, reason="x", by=irene)
    services.group_meeting_cancel(meeting=make.meeting(caucus, irene), reason="Sin sede.", by=bruno)
    off = services.group_meeting_cancel(meeting=made, reason="Sin sede.", by=bruno)
    assert services.group_meeting_cancel(meeting=off, reason="Otra.", by=bruno).cancelled_because == "Sin sede."
    with refused("began"):
        services.group_meeting_cancel(meeting=make.began(make.meeting(caucus, bruno)), reason="x", by=bruno)


@pytest.mark.guideline("G26")
@pytest.mark.engine
def test_a_minuta_is_confirmed_by_those_present_and_written_anew_asked_again(
    caucus: Group, bruno: Person, irene: Person, dora: Person
) -> None:
    make.joined(caucus, irene, by=bruno)
    held = make.meeting(caucus, bruno, officials=[dora])
    with refused("not-begun"):
        make.minuta(held, bruno, [bruno])
    make.began(held)
    first = make.minuta(held, bruno, [bruno, dora])
    with refused("not-present"):
        services.minuta_confirm(minuta=first, by=irene)
    services.minuta_confirm(minuta=first, by=dora)
    at = MinutaPresence.objects.get(minuta=first, person=dora).confirmed_at
    assert services.minuta_confirm(minuta=first, by=dora).confirmed_at == at
    with refused("overtaken"):
        make.minuta(held, irene, [irene], text="Otra")
    second = make.minuta(held, irene, [bruno, dora], text="Otra", base=1)
    assert make.minuta(held, irene, [bruno, dora], text="Otra", base=2) == second
    with refused("overtaken"):
        services.minuta_confirm(minuta=first, by=bruno)
    assert minuta_of(held) == second
    assert not second.present.filter(confirmed_at__isnull=False).exists()


def test_a_minuta_says_who_was_present_among_those_called(caucus: Group, bruno: Person, irene: Person) -> None:
    held = make.began(make.meeting(caucus, bruno))
    with refused("nobody-present"):
        make.minuta(held, bruno, [])
    with refused("not-called"):
        make.minuta(held, bruno, [bruno, irene])
