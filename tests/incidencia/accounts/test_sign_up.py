"""Making an account."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from incidencia.accounts import notices
from incidencia.accounts.models import Acceptance, Person
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db(transaction=True)
LINK = re.compile(r"http://testserver(\S+confirm-email/\S+/)")
PATH = "/cuenta/signup/"


def answers(**changed: str) -> dict[str, str]:
    """What somebody types to sign up; an empty change leaves the field out."""
    notices.ship_first()
    typed = {
        "name": "Gabriela Luna",
        "email": "Gabriela@example.org",
        "password1": make.PASSWORD,
        "accept": "on",
        "notice": str(notices.current().version),
    } | changed
    return {name: value for name, value in typed.items() if value}


def test_somebody_signs_up_confirms_and_is_in(client: Client, mailoutbox: list[EmailMessage]) -> None:
    sent = client.post(PATH, answers())
    assert sent.status_code == 302
    person = Person.objects.get()
    assert (person.name, person.email, person.language) == ("Gabriela Luna", "gabriela@example.org", "es-mx")
    assert person.zone == "America/Mexico_City"

    link = LINK.search(str(mailoutbox[0].body))
    assert link
    assert client.get(link[1]).status_code == 200
    client.post(link[1])
    assert client.get("/cuenta/perfil/").status_code == 200


def test_the_notice_accepted_is_on_record_with_its_version(client: Client) -> None:
    client.post(PATH, answers())
    accepted = Acceptance.objects.get()
    assert (accepted.person.name, accepted.notice.version) == ("Gabriela Luna", 1)


@pytest.mark.guideline("G40")
def test_without_the_privacy_notice_there_is_no_account_and_the_page_says_why(client: Client) -> None:
    page = client.post("/en" + PATH, answers(accept=""))
    assert "it says what we keep about you and why" in page.content.decode()
    assert "Gabriela Luna" in page.content.decode(), "what was typed is kept"
    assert not Person.objects.exists()


def test_a_version_no_longer_in_force_is_not_accepted(client: Client) -> None:
    typed = answers()
    notices.publish(text_es="Otro", text_en="Another")
    page = client.post("/en" + PATH, typed)
    assert "has a new version" in page.content.decode()
    assert 'name="notice" value="2"' in page.content.decode(), "the next attempt accepts the new one"
    assert not Person.objects.exists()


@pytest.mark.guideline("G38.VI")
def test_whoever_signs_up_is_told_that_members_names_are_public(client: Client) -> None:
    notices.ship_first()
    assert "G38.VI" in client.get("/en" + PATH).content.decode()


def test_the_language_is_that_of_the_page(client: Client, mailoutbox: list[EmailMessage]) -> None:
    client.post("/en" + PATH, answers())
    assert Person.objects.get().language == "en"
    assert mailoutbox[0].subject == "Confirm your e-mail"


@pytest.mark.parametrize("password", ["corta", "1234567890", "gabriela luna"])
def test_a_weak_password_is_refused(client: Client, password: str) -> None:
    client.post(PATH, answers(password1=password))
    assert not Person.objects.exists()


def test_an_email_with_an_account_gets_the_same_answer_and_its_owner_a_letter(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make.person("Gabriela Luna", email="gabriela@example.org", language="en")
    known = client.post(PATH, answers(name="Intruso"))
    unknown = Client().post(PATH, answers(email="nueva@example.org"))
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Person.objects.filter(email="gabriela@example.org").count() == 1
    assert [letter.subject for letter in mailoutbox if "gabriela@example.org" in letter.to] == [
        "You have an account already"
    ]


def test_markup_in_a_name_is_only_text(client: Client) -> None:
    client.post(PATH, answers(name="<script>alert(1)</script>"))
    person = Person.objects.get()
    client.force_login(person)
    page = client.get("/cuenta/perfil/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
