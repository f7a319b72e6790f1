"""What people should not write in notices, replies, decisions, terms: kept as typed and shown safe, or refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.test import Client

from consultations.members.leaving.forms import ConcludeForm, NoticeForm, ReplyForm, ResignForm, SeparationForm
from consultations.members.models import SeparationNotice, TermChange
from consultations.members.renewal.forms import TermForm
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from tests.conftest import Cast
from tests.factories import membership as life

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
STRINGS: list[str] = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))


def plainly_refused(form: forms.BaseForm) -> bool:
    """Every mistake of the form is said in words."""
    return all(str(one) for mistakes in form.errors.values() for one in mistakes)


@pytest.mark.engine
def test_every_naughty_string_of_a_notice_is_kept_as_typed_and_shown_safe(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    alba, bruno = seated["alba"], seated["bruno"]
    assert isinstance(alba, Person)
    member, reader, kept = life.membership(operating, bruno), client_of(bruno), 0
    for n, string in enumerate(STRINGS[::2]):
        typed = {"cause": "breach", "facts": string, "ground": string, "reply_days": 10, "decider": seated["dora"].pk}
        form = NoticeForm(typed, membership=member, by=alba)
        if not form.is_valid():
            assert plainly_refused(form)
            continue
        SeparationNotice.objects.all().delete()
        data = form.cleaned_data
        made = life.notice(operating, bruno, decider=seated["dora"], facts=data["facts"], ground=data["ground"])
        made.refresh_from_db()
        assert (made.facts, made.ground) == (data["facts"].strip(), data["ground"].strip())
        if n % 20 == 0:
            page = reader.get(f"/en/procesos/{operating.reference}/integrantes/avisos/{made.pk}/").content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
        kept += 1
    assert kept > 150


@pytest.mark.parametrize("string", STRINGS[::3])
def test_the_other_fields_take_a_string_or_say_what_is_wrong(string: str) -> None:
    for form in (
        ReplyForm({"text": string}), ResignForm({"words": string, "sure": "on"}),
        ConcludeForm({"reason": string[:500]}),
        SeparationForm({"separates": "no", "reasons": string, "public_words": string[:500]}),
    ):  # fmt: skip
        assert form.is_valid() or plainly_refused(form)
        if form.is_valid() and "text" in form.cleaned_data:
            assert form.cleaned_data["text"] == string.strip()


@pytest.mark.parametrize("turned", ["‮test", "a‪b", "x‭y", "a\x00b"])
def test_what_turns_direction_or_ends_a_text_is_refused_and_nothing_is_kept(
    client_of: Browser, seated: Cast, operating: Consultation, turned: str
) -> None:
    member = life.membership(operating, seated["bruno"])
    base = f"/en/procesos/{operating.reference}/integrantes/{member.pk}"
    alba = client_of(seated["alba"])
    sent = {
        "avisar": {
            "cause": "breach",
            "facts": turned,
            "ground": "g",
            "reply_days": "10",
            "decider": seated["dora"].pk,
        },
        "periodo": {"ends_on": "2030-01-01", "reason": turned},
        "concluir": {"reason": turned},
    }
    for page, typed in sent.items():
        assert alba.post(f"{base}/{page}/", typed).status_code in (400, 422)
    assert client_of(seated["bruno"]).post(f"{base}/renunciar/", {"words": turned, "sure": "on"}).status_code in (
        400,
        422,
    )
    assert not SeparationNotice.objects.exists()
    assert not TermChange.objects.exists()
    assert life.membership(operating, seated["bruno"]).is_in_force()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-31", "mañana", "", "1e9", "-5"])
def test_a_day_that_is_none_is_refused(operating: Consultation, bruno: Person, day: str) -> None:
    form = TermForm({"ends_on": day, "reason": "x"}, membership=life.membership(operating, bruno))
    assert not form.is_valid()
    assert plainly_refused(form)


@pytest.mark.parametrize("days", ["0", "-1", "9", "61", "99999999999999999999", "diez", "10.5"])
def test_a_term_to_reply_that_is_none_is_refused(seated: Cast, operating: Consultation, days: str) -> None:
    member, alba = life.membership(operating, seated["bruno"]), seated["alba"]
    assert isinstance(alba, Person)
    typed = {"cause": "breach", "facts": "x", "ground": "y", "reply_days": days, "decider": seated["dora"].pk}
    assert not NoticeForm(typed, membership=member, by=alba).is_valid()


def test_an_invented_decider_or_cause_is_refused(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    member = life.membership(operating, seated["bruno"])
    where = f"/en/procesos/{operating.reference}/integrantes/{member.pk}/avisar/"
    good = {"cause": "breach", "facts": "x", "ground": "y", "reply_days": "10", "decider": seated["dora"].pk}
    for change in (
        {"decider": seated["carmen"].pk},
        {"decider": seated["bruno"].pk},
        {"cause": "dislike"},
        {"decider": ""},
    ):
        assert client_of(seated["alba"]).post(where, {**good, **change}).status_code == 422
    assert not SeparationNotice.objects.exists()


def test_a_form_opened_before_somebody_left_is_refused_plainly(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    member = life.membership(operating, seated["bruno"])
    where = f"/en/procesos/{operating.reference}/integrantes/{member.pk}/renunciar/"
    client = client_of(seated["bruno"])
    assert client.post(where, {"sure": "on"}).status_code == 303
    assert client.post(where, {"sure": "on"}).status_code == 403
    assert life.membership(operating, seated["bruno"]).ends_on == today()
