"""Who knows of a group, reads it, works in it: everybody of the cast, before it, while it works, once it is closed.

What only its members read leaks to nobody, by any page.
"""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from consultations.desk.services import digest_write
from consultations.desk.sources import waiting_for
from consultations.groups import services
from consultations.groups.models import Group
from consultations.groups.urls import urlpatterns
from consultations.models import Consultation
from consultations.own_data import collect
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import check
from incidencia.mail.models import Outgoing
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import groups as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
PROCESS = {"alba", "bruno", "dora", "elias", "fatima"}
READ = ("group_read", "group_belong", "group_work", "group_coordinate")


def test_members_of_either_side_convene_while_the_process_works(seated: Cast, operating: Consultation) -> None:
    assert allowed(seated, "group_convene", operating) == {"bruno", "dora", "elias"}
    assert operating.ends_at
    with time_machine.travel(operating.ends_at + timedelta(days=1)):
        assert allowed(seated, "group_convene", operating) == set()


@pytest.mark.guideline("G26")
@pytest.mark.engine
def test_of_a_private_caucus_the_process_knows_and_its_members_read(seated: Cast, caucus: Group) -> None:
    assert allowed(seated, "group_know", caucus) == PROCESS
    for act in READ:
        assert allowed(seated, act, caucus) == {"bruno"}, act


@pytest.mark.parametrize(("readers", "who"), [("members", PROCESS), ("everybody", EVERYBODY)])
def test_a_group_may_be_read_by_members_or_everybody(
    seated: Cast, operating: Consultation, bruno: Person, readers: str, who: set[str]
) -> None:
    group = make.working(operating, bruno, readers=readers)
    assert allowed(seated, "group_read", group) == who
    assert allowed(seated, "group_belong", group) == {"bruno"}
    assert allowed(seated, "group_join", group) == {"dora", "elias", "fatima"}


def test_who_fits_may_come_unless_one_comes_by_invitation(
    seated: Cast, operating: Consultation, bruno: Person, irene: Person
) -> None:
    people = {**seated, "irene": irene}
    asking, closed = make.group(operating, bruno), make.group(operating, bruno, joining="invitation")
    assert allowed(people, "group_join", asking) == {"irene"}
    assert allowed(people, "group_join", closed) == set()
    seat = operating.memberships.get(person=irene)
    services.group_invite(group=closed, membership=seat, words="", by=bruno)
    assert allowed(people, "group_join", closed) == {"irene"}


def test_once_closed_it_is_read_by_the_same_and_nobody_works_in_it(
    seated: Cast, caucus: Group, bruno: Person
) -> None:
    services.group_close(group=caucus, reason="Terminó.", by=bruno)
    caucus.refresh_from_db()
    assert allowed(seated, "group_read", caucus) == {"bruno"}
    for act in ("group_work", "group_coordinate", "group_join"):
        assert allowed(seated, act, caucus) == set()


def test_a_meeting_is_read_by_the_group_and_by_officials_invited_by_name(
    seated: Cast, caucus: Group, bruno: Person, dora: Person
) -> None:
    private, shared = make.meeting(caucus, bruno), make.meeting(caucus, bruno, officials=[dora])
    for act in ("group_meeting_read", "group_meeting_enter"):
        assert allowed(seated, act, private) == {"bruno"}
        assert allowed(seated, act, shared) == {"bruno", "dora"}
    make.began(shared)
    minuta = make.minuta(shared, bruno, [bruno, dora])
    assert allowed(seated, "minuta_confirm", minuta) == {"bruno", "dora"}


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = ("group_convene", "group_know", *READ, "group_join", "group_meeting_read", "group_meeting_enter",
            "minuta_confirm", "group_report_read", "group_report_within")  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()


# --- What must not leak ----------------------------------------------------------------------------


@pytest.fixture
def filled(operating: Consultation, caucus: Group, bruno: Person, irene: Person) -> Group:
    """A private caucus in which everything was done, with the secret in all of it. Irene asks to join."""
    rita = irene
    services.group_join(group=caucus, words=make.SECRET, by=rita)
    held = make.began(make.meeting(caucus, bruno))
    make.meeting(caucus, bruno)
    make.minuta(held, bruno, [bruno])
    make.minuta(held, bruno, [bruno], base=1, text=f"Otra {make.SECRET}")
    told = make.report(caucus, bruno)
    services.group_report_object(report=told, text=make.SECRET, by=bruno)
    make.note(caucus, bruno, files=[check(SimpleUploadedFile("a.txt", make.SECRET.encode()))])
    return caucus


def doors(group: Group) -> Iterator[str]:
    """Every address of the group that can be read, and every other page on which it might show."""
    reference = group.consultation.reference
    row = group.belongings.filter(joined_at__isnull=True).get()
    numbers = {"reference": reference, "place": group.place, "number": 1, "version": 1, "pk": row.pk}
    file = group.notes.get().attachments.get()
    with translation.override("en"):
        for pattern in urlpatterns:
            taken = {name: numbers[name] for name in pattern.pattern.converters}
            if pattern.name == "group_note_file":
                taken["pk"] = file.pk
            yield reverse(pattern.name, kwargs=taken)
        for name in ("consultation_page", "call_page", "member_list", "group_list", "share_list", "issue_list",
                     "item_feed", "item_feed_json", "consultation_calendar"):  # fmt: skip
            yield reverse(name, args=[reference])
        yield from (reverse(name) for name in ("home", "consultation_list", "desk", "own_data", "lesson_list"))
        yield f"{reverse('consultation_list')}?q=caucus"


@pytest.mark.guideline("G26", "E10")
def test_nobody_outside_reads_a_word_of_a_private_caucus(client_of: Browser, seated: Cast, filled: Group) -> None:
    for name in EVERYBODY - {"bruno"}:
        client = client_of(seated[name])
        for door in doors(filled):
            answer = client.get(door, follow=True)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
            assert make.SECRET not in content.decode(), (name, door)
            if name in ("carmen", "root", "nobody"):
                assert make.NAME not in content.decode(), (name, door)
    inside = client_of(seated["bruno"]).get(f"/en/procesos/{filled.consultation.reference}/grupos/1/")
    assert make.SECRET in inside.content.decode()


def test_who_only_asked_to_join_reads_nothing_of_it_either(client_of: Browser, irene: Person, filled: Group) -> None:
    client = client_of(irene)
    for door in doors(filled):
        if "own" in door or "datos" in door:
            continue  # their own words to the coordination are theirs
        answer = client.get(door, follow=True)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
        assert make.SECRET not in content.decode(), door


def test_no_act_within_is_done_from_outside(client_of: Browser, seated: Cast, filled: Group) -> None:
    before = [(type(row), row.pk) for row in everything(filled)]
    for name in EVERYBODY - {"bruno"}:
        client = client_of(seated[name])
        for door in doors(filled):
            if "/grupos/1/" in door:
                posted = {"reason": "x", "text": "x", "key": "k", "words": "x", "title": "x", "base": 1}
                answer = client.post(door, posted)
                assert make.SECRET not in answer.content.decode()
    assert [(type(row), row.pk) for row in everything(filled)] == before
    filled.refresh_from_db()
    assert filled.closed_at is None


def everything(group: Group) -> list[object]:
    """Every row within a group."""
    return [*group.belongings.all(), *group.meetings.all(), *group.notes.all(), *group.reports.all()]


@pytest.mark.parametrize("secret", [make.SECRET, make.NAME])
def test_no_letter_desk_digest_or_data_of_others_tells_of_it(
    seated: Cast, filled: Group, irene: Person, secret: str
) -> None:
    for name in EVERYBODY - {"bruno", "nobody"}:
        person = seated[name]
        assert isinstance(person, Person)
        assert secret not in str(waiting_for(person)), name
        assert secret not in json.dumps(collect(person), default=str), name
        with time_machine.travel(now() + timedelta(days=8)):
            digest_write(person=person)
    to_others = Outgoing.objects.exclude(to__in=[seated["bruno"].email, irene.email])  # type: ignore[union-attr]
    assert not any(secret in f"{row.subject}{row.text}{row.html}" for row in to_others)


@pytest.mark.guideline("G26")
def test_others_of_the_process_learn_that_it_exists_and_nothing_more(
    client_of: Browser, seated: Cast, filled: Group
) -> None:
    page = client_of(seated["dora"]).get(f"/en/procesos/{filled.consultation.reference}/grupos/1/").content.decode()
    for told in (make.NAME, "Caucus of one side", "<dt>Members</dt><dd>1</dd>"):
        assert told in page
    assert "Bruno" not in page.replace(make.NAME, "")
    assert "/reuniones/" not in page
