"""In whose name somebody writes: chosen when writing, true on that day, stored with both names."""

from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from incidencia.accounts.models import Person
from incidencia.organizations import lengths, queries, speaking
from incidencia.organizations.models import Organization
from incidencia.web.refusals import Refused
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db


class Writing(speaking.SpeakingAs, forms.Form):
    """What any mode asks for."""

    text = forms.CharField()


def test_whoever_speaks_for_nobody_writes_in_their_own_name(carmen: Person) -> None:
    (voice,) = speaking.voices(carmen)
    assert (voice.person, voice.organization, voice.capacity) == (carmen, None, "a título personal")


def test_one_writes_as_oneself_or_for_each_organization_one_speaks_for_today(
    bruno: Person, red_norte: Organization
) -> None:
    make.organization("Colectivo Sur", by=bruno)
    over = make.organization("Ya No", by=bruno, represented=False)
    make.representation(over, bruno, starts_on=make.day(-9), ends_on=make.day(-1))
    future = make.organization("Todavía No", by=bruno, represented=False)
    make.representation(future, bruno, starts_on=make.day(1))
    assert [str(voice.organization) for voice in speaking.voices(bruno)] == ["None", "Colectivo Sur", "Red Norte"]


def test_the_capacity_names_organization_and_scope(carmen: Person, red_norte: Organization) -> None:
    make.representation(red_norte, carmen, scope="Salud")
    voice = speaking.voice_of(carmen, str(red_norte.pk))
    assert voice.capacity == "representante de Red Norte por la Salud, alcance: Salud"
    assert (voice.person, voice.organization, voice.is_verified) == (carmen, red_norte, False)


def test_the_longest_name_and_scope_fit_the_column(bruno: Person) -> None:
    vast = make.organization("N" * 200, by=bruno, represented=False)
    make.representation(vast, bruno, scope="S" * 200)
    assert len(speaking.voice_of(bruno, str(vast.pk)).capacity) <= lengths.CAPACITY


@pytest.mark.parametrize("choice", ["", "self"])
def test_without_an_organization_it_is_oneself(bruno: Person, red_norte: Organization, choice: str) -> None:
    assert speaking.voice_of(bruno, choice).organization is None


@pytest.mark.parametrize("choice", ["0", "999999", "nada", "-1", "²", "9" * 40, "1 OR 1=1"])
def test_a_choice_that_is_none_is_refused(bruno: Person, red_norte: Organization, choice: str) -> None:
    with pytest.raises(Refused) as refused:
        speaking.voice_of(bruno, choice)
    assert refused.value.code == "speaks-not-for-it"
    assert refused.value.rule
    assert refused.value.advice


def test_the_organization_of_another_is_refused(carmen: Person, red_norte: Organization) -> None:
    with pytest.raises(Refused):
        speaking.voice_of(carmen, str(red_norte.pk))


def test_whoever_stopped_between_the_page_and_the_act_is_refused(bruno: Person, red_norte: Organization) -> None:
    choice = speaking.voices(bruno)[1].choice
    queries.representatives_of(red_norte).get().cut_short()
    with pytest.raises(Refused):
        speaking.voice_of(bruno, choice)


def test_two_people_speak_for_one_organization_each_with_their_own_account(
    bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    make.representation(red_norte, carmen, scope="Salud", ends_on=make.day(0))
    said = {speaking.voice_of(person, str(red_norte.pk)).capacity for person in (bruno, carmen)}
    assert len(said) == 2
    queries.representations_of(bruno).get().cut_short()
    assert speaking.voice_of(carmen, str(red_norte.pk)).organization == red_norte


def test_only_those_with_a_choice_are_asked_and_nothing_is_chosen_for_them(
    bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    alone = Writing({"text": "hola"}, speaker=carmen)
    assert alone.speaking_as is None
    assert alone.is_valid()
    assert alone.choice == "self"

    asked = Writing({"text": "hola"}, speaker=bruno)
    assert next(iter(asked.fields)) == "speaking_as"
    assert not asked.is_valid()
    assert "speaking_as" in asked.errors

    chosen = Writing({"text": "hola", "speaking_as": str(red_norte.pk)}, speaker=bruno)
    assert chosen.is_valid()
    assert chosen.choice == str(red_norte.pk)
    assert not Writing({"text": "hola", "speaking_as": "12345"}, speaker=bruno).is_valid()


@pytest.mark.parametrize("more", [0, 27])
def test_voices_cost_one_query_however_many(
    bruno: Person, red_norte: Organization, more: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    for number in range(more):
        make.organization(f"Organización {number}", by=bruno)
    with django_assert_num_queries(1):
        assert len([voice.capacity for voice in speaking.voices(bruno)]) == more + 2
    with django_assert_num_queries(1):
        _ = speaking.voice_of(bruno, str(red_norte.pk)).capacity


def test_both_names_are_shown(bruno: Person, red_norte: Organization) -> None:
    with translation.override("en"):
        shown = render_to_string(
            "incidencia/organizations/_voice.html", {"person": bruno, "organization": red_norte, "is_verified": True}
        )
    assert "Bruno Sosa, for Red Norte por la Salud" in shown
    assert "verified" in shown
