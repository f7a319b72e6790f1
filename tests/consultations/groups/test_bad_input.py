"""Every string that has broken something somewhere, in every field of a group."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.groups.forms import (
    GroupForm,
    JoinForm,
    MeetingForm,
    NoteForm,
    ObjectForm,
    ReasonForm,
    ReportForm,
    RewordForm,
)
from consultations.groups.models import Group, GroupNote
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.factories import groups as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))


def filled(string: str, group: Group) -> dict[str, forms.Form]:
    """Every form of a group with that string in every field of words."""
    words = {"name": string, "purpose": string, "words": string, "reason": string, "text": string, "title": string,
             "agenda": string, "place": string, "link": string, "key": string, "base": 1}  # fmt: skip
    chosen = {"kind": "working", "readers": "group", "joining": "open", "objection_days": 2, "language": "es",
              "audience": "members", "starts_at": "2030-01-01T10:00", "minutes": 60}  # fmt: skip
    data = {**words, **chosen}
    return {
        "group": GroupForm(data), "join": JoinForm(data), "reason": ReasonForm(data), "note": NoteForm(data),
        "report": ReportForm(data, group=group), "reword": RewordForm(data), "object": ObjectForm(data),
        "meeting": MeetingForm({**data, "link": ""}, zone="America/Mexico_City", officials=[]),
    }  # fmt: skip


@pytest.mark.engine
def test_every_naughty_string_is_kept_as_typed_or_refused_plainly(caucus: Group, bruno: Person) -> None:
    assert len(STRINGS) > 400
    kept = 0
    for string in STRINGS:
        for name, form in filled(string[:150], caucus).items():
            if not form.is_valid():
                assert all(str(one) for mistakes in form.errors.values() for one in mistakes), name
                continue
            if name == "note":
                note = make.note(caucus, bruno, text=form.cleaned_data["text"])
                assert GroupNote.objects.get(pk=note.pk).text == form.cleaned_data["text"]
                kept += 1
    assert kept > 300


def test_the_pages_that_show_them_are_pages(client_of: Browser, operating: Consultation, bruno: Person) -> None:
    for string in STRINGS[::9]:
        form = GroupForm({"kind": "working", "readers": "everybody", "joining": "open", "objection_days": 2,
                          "language": "es", "name": string[:150], "purpose": string, "key": "k"})  # fmt: skip
        if form.is_valid():
            group = make.working(
                operating, bruno, name=form.cleaned_data["name"], purpose=form.cleaned_data["purpose"]
            )
            make.note(group, bruno, text=string)
            make.meeting(group, bruno, title=string[:150], agenda=string, place=string[:150])
            make.report(group, bruno, title=string[:150], text=string)
    client, base = client_of(bruno), f"/en/procesos/{operating.reference}/grupos/"
    assert Group.objects.count() > 30
    for group in Group.objects.all():
        for path in ("", "notas/", "reuniones/1/", "informes/1/", "integrantes/", "reuniones/1/reunion.ics"):
            answer = client.get(f"{base}{group.place}/{path}")
            assert answer.status_code == 200, path
            assert path.endswith(".ics") or "<script>alert" not in answer.content.decode(), path
    assert "<script>alert" not in client.get(base).content.decode()


@pytest.mark.parametrize("turned", ["‮test", "a‪b", "x‭y"])
def test_a_text_that_turns_direction_is_refused_everywhere(caucus: Group, turned: str) -> None:
    for name, form in filled(turned, caucus).items():
        assert not form.is_valid(), name
        assert "hidden character" in str(form.errors) or "oculto" in str(form.errors)


def test_a_text_above_the_limit_is_refused_and_kept(client_of: Browser, caucus: Group, bruno: Person) -> None:
    here = f"/en/procesos/{caucus.consultation.reference}/grupos/1/notas/"
    answer = client_of(bruno).post(here, {"text": "ñ" * 20_001, "key": "k"})
    assert answer.status_code == 422
    assert "ñ" * 20_001 in answer.content.decode()
    assert not GroupNote.objects.exists()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example"])
def test_a_link_leads_to_a_page_or_is_refused(caucus: Group, link: str) -> None:
    data = {"title": "x", "agenda": "x", "starts_at": "2030-01-01T10:00", "minutes": 60, "language": "es", "key": "k"}
    form = MeetingForm({**data, "link": link}, zone="America/Mexico_City", officials=[])
    assert not form.is_valid() or form.cleaned_data["link"].startswith(("http://", "https://"))
