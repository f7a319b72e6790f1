"""Convening, joining, leaving: by one's own act, once, on one's own side."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from consultations.groups import queries, services
from consultations.groups.models import Belonging, Group
from consultations.groups.standing import belonging_of
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.factories import consultations as processes
from tests.factories import groups as make

pytestmark = pytest.mark.django_db


@pytest.mark.guideline("G26")
@pytest.mark.engine
def test_a_member_convenes_a_group_without_anybodys_permission(operating: Consultation, bruno: Person) -> None:
    made = make.group(operating, bruno)
    assert (made.side, made.place) == ("civil", 1)
    own = belonging_of(made, bruno)
    assert own is not None
    assert own.coordinates
    assert make.working(operating, bruno).place == 2


def test_who_is_no_member_or_a_guest_convenes_none(operating: Consultation, seated: Cast) -> None:
    for name in ("alba", "carmen", "fatima", "root"):
        with refused("not-a-member"):
            make.group(operating, seated[name])  # type: ignore[arg-type]


def test_a_group_of_one_side_is_of_ones_own(operating: Consultation, bruno: Person, dora: Person) -> None:
    with refused("other-side"):
        make.group(operating, bruno, side="public")
    assert make.group(operating, dora).side == "public"


@pytest.mark.engine
def test_sent_twice_it_is_convened_once(operating: Consultation, bruno: Person) -> None:
    values = {"kind": "committee", "side": "", "readers": "members", "joining": "open", "name": "Comité",
              "purpose": "Ver", "language": "es"}  # fmt: skip
    first = services.group_convene(consultation=operating, values=values, by=bruno, key="k")
    assert services.group_convene(consultation=operating, values=values, by=bruno, key="k") == first
    assert Group.objects.count() == 1
    assert Belonging.objects.count() == 1


def test_two_people_who_send_the_same_key_convene_two_groups(
    operating: Consultation, bruno: Person, dora: Person, irene: Person
) -> None:
    values = {"kind": "committee", "side": "", "readers": "members", "joining": "open", "name": "Comité",
              "purpose": "Ver", "language": "es"}  # fmt: skip
    one, _two = (
        services.group_convene(consultation=operating, values=values, by=who, key="k") for who in (bruno, dora)
    )
    services.group_join(group=one, words="", by=irene)
    notes = [services.note_write(group=one, text="Va.", files=(), by=who, key="k") for who in (bruno, irene)]
    assert notes[0] != notes[1]
    assert Group.objects.count() == 2


def test_one_asks_is_let_in_and_is_told(
    caucus: Group, bruno: Person, irene: Person, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    asked = services.group_join(group=caucus, words="Quiero preparar la reunión.", by=irene)
    assert belonging_of(caucus, irene) is None
    with refused("asked-already"):
        services.group_join(group=caucus, words="", by=irene)
    with refused("not-in-group"):
        services.group_admit(belonging=asked, by=irene)
    with django_capture_on_commit_callbacks(execute=True):
        services.group_admit(belonging=asked, by=bruno)
        services.group_admit(belonging=asked, by=bruno)
    assert belonging_of(caucus, irene) is not None
    assert [letter.to for letter in mail.outbox] == [[irene.email]]
    assert make.SECRET not in mail.outbox[0].body
    with refused("in-already"):
        services.group_join(group=caucus, words="", by=irene)


@pytest.mark.guideline("G26")
def test_an_official_does_not_enter_a_caucus_of_civil_society(
    operating: Consultation, bruno: Person, dora: Person
) -> None:
    caucus = make.group(operating, bruno, joining="open")
    with refused("other-side"):
        services.group_join(group=caucus, words="", by=dora)
    seat = operating.memberships.get(person=dora)
    with refused("other-side"):
        services.group_invite(group=caucus, membership=seat, words="", by=bruno)
    assert not caucus.belongings.filter(person=dora).exists()


def test_who_is_declined_reads_why_and_may_ask_again(caucus: Group, bruno: Person, irene: Person) -> None:
    asked = services.group_join(group=caucus, words="", by=irene)
    with refused("reason-needed"):
        services.group_decline(belonging=asked, reason=" ", by=bruno)
    services.group_decline(belonging=asked, reason="El grupo empieza con tres.", by=bruno)
    with refused("nothing-waits"):
        services.group_admit(belonging=asked, by=bruno)
    services.group_join(group=caucus, words="", by=irene)
    assert len(queries.asked_of(caucus)) == 1


def test_an_invitation_is_answered_by_who_gets_it(operating: Consultation, bruno: Person, irene: Person) -> None:
    caucus = make.group(operating, bruno, joining="invitation")
    with refused("by-invitation"):
        services.group_join(group=caucus, words="", by=irene)
    seat = operating.memberships.get(person=irene)
    row = services.group_invite(group=caucus, membership=seat, words="", by=bruno)
    with refused("nothing-waits"):
        services.group_admit(belonging=row, by=bruno)
    services.group_decline(belonging=row, reason="", by=irene)
    services.group_invite(group=caucus, membership=seat, words="", by=bruno)
    with refused("invited-already"):
        services.group_invite(group=caucus, membership=seat, words="", by=bruno)
    services.group_join(group=caucus, words="", by=irene)
    assert belonging_of(caucus, irene) is not None


def test_the_last_who_coordinates_names_somebody_before_leaving(caucus: Group, bruno: Person, irene: Person) -> None:
    row = make.joined(caucus, irene, by=bruno)
    with refused("last-coordinator"):
        services.group_leave(group=caucus, by=bruno)
    services.coordination_give(belonging=row, by=bruno)
    services.group_leave(group=caucus, by=bruno)
    services.group_leave(group=caucus, by=bruno)
    assert [one.person for one in queries.belongings_of(caucus)] == [irene]


def test_who_is_taken_out_reads_why_and_nothing_more(
    caucus: Group, bruno: Person, irene: Person, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    row = make.joined(caucus, irene, by=bruno)
    with refused("reason-needed"):
        services.group_remove(belonging=row, reason="", by=bruno)
    with django_capture_on_commit_callbacks(execute=True):
        services.group_remove(belonging=row, reason="No guardó lo dicho en confianza.", by=bruno)
    assert "No guardó lo dicho en confianza." in mail.outbox[-1].body
    assert not irene.has_perm("consultations.group_read", caucus)
    with refused("own-act"):
        services.group_remove(belonging=belonging_of(caucus, bruno), reason="x", by=bruno)  # type: ignore[arg-type]


@pytest.mark.guideline("G26")
def test_who_changes_sides_does_not_take_the_caucus_along(
    operating: Consultation, caucus: Group, bruno: Person, irene: Person
) -> None:
    make.joined(caucus, irene, by=bruno)
    operating.memberships.get(person=irene).cut_short()
    assert not irene.has_perm("consultations.group_read", caucus)
    processes.member(operating, irene, side="public")
    assert not irene.has_perm("consultations.group_read", caucus)
    assert [one.person for one in queries.belongings_of(caucus)] == [bruno]


def test_where_nobody_coordinates_any_more_its_members_say_who(
    operating: Consultation, caucus: Group, bruno: Person, irene: Person
) -> None:
    row = make.joined(caucus, irene, by=bruno)
    with refused("not-coordinating"):
        services.coordination_give(belonging=row, by=irene)
    operating.memberships.get(person=bruno).cut_short()
    assert services.coordination_give(belonging=row, by=irene).coordinates


def test_a_closed_group_does_nothing_more_and_stays_readable(caucus: Group, bruno: Person, irene: Person) -> None:
    with refused("reason-needed"):
        services.group_close(group=caucus, reason="", by=bruno)
    services.group_close(group=caucus, reason="Terminó.", by=bruno)
    services.group_close(group=caucus, reason="Otra vez.", by=bruno)
    caucus.refresh_from_db()
    assert caucus.closed_because == "Terminó."
    with refused("group-closed"):
        make.note(caucus, bruno)
    with refused("group-closed"):
        services.group_join(group=caucus, words="", by=irene)
    assert bruno.has_perm("consultations.group_read", caucus)


@pytest.mark.engine
def test_the_database_knows_what_can_not_be(caucus: Group, bruno: Person, irene: Person) -> None:
    row = make.joined(caucus, irene, by=bruno)
    for wrong in (
        lambda: Group.objects.filter(pk=caucus.pk).update(side=""),
        lambda: Group.objects.filter(pk=caucus.pk).update(closed_at=caucus.at),
        lambda: Belonging.objects.filter(pk=row.pk).update(ended_at=row.at, ended_by=bruno),
        lambda: Belonging.objects.create(
            group=caucus, membership=row.membership, person=irene, by=irene, acted_as="x"
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()
