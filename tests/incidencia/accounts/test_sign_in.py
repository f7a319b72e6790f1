"""Signing in and out, and setting a new password."""

import re

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client

from incidencia.accounts.models import Person
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(client: Client, email: str, password: str = make.PASSWORD, prefix: str = "", **more: str) -> HttpResponse:
    """Fill in the form."""
    return client.post(f"{prefix}/cuenta/login/", {"login": email, "password": password, **more})


def test_the_email_may_be_typed_in_any_case(client: Client, alba: Person) -> None:
    assert sign_in(client, "ALBA.Ruiz@Example.org")["Location"] == "/"
    assert client.session["_auth_user_id"] == str(alba.pk)


def test_a_wrong_password_and_an_unknown_email_get_the_same_words(client: Client, alba: Person) -> None:
    def mistakes(page: str) -> list[str]:
        return re.findall(r'class="errors".*?</div>', page, re.DOTALL)

    wrong = sign_in(client, alba.email, "otra cosa distinta").content.decode()
    unknown = sign_in(client, "nadie@example.org", "otra cosa distinta").content.decode()
    assert mistakes(wrong)
    assert mistakes(wrong) == mistakes(unknown)


def test_the_language_of_the_profile_is_applied(client: Client) -> None:
    make.person("Ellen Gray", email="ellen@example.org", language="en")
    assert sign_in(client, "ellen@example.org")["Location"] == "/en/"
    other = sign_in(Client(), "ellen@example.org", next="/cuenta/perfil/")
    assert other["Location"] == "/en/cuenta/perfil/"


def test_spanish_speakers_leave_the_english_pages(client: Client, alba: Person) -> None:
    assert sign_in(client, alba.email, prefix="/en", next="/en/cuenta/perfil/")["Location"] == "/cuenta/perfil/"


def test_nobody_is_led_to_another_site(client: Client, alba: Person) -> None:
    assert sign_in(client, alba.email, next="https://elsewhere.example/")["Location"] == "/"


def test_signing_out_takes_a_click_on_a_button(client: Client, alba: Person) -> None:
    client.force_login(alba)
    client.get("/cuenta/logout/")
    assert "_auth_user_id" in client.session
    client.post("/cuenta/logout/")
    assert "_auth_user_id" not in client.session


def test_too_many_attempts_must_wait(client: Client, alba: Person) -> None:
    for _attempt in range(12):
        page = sign_in(client, alba.email, "equivocada siempre")
    assert sign_in(client, alba.email).status_code != 302, "not even with the right password"
    assert page.status_code in (200, 429)


def test_too_many_accounts_from_one_place_get_a_page_that_says_so(client: Client) -> None:
    make.accept_notice(make.person())
    for _attempt in range(40):
        page = client.post("/en/cuenta/signup/", {})
    assert page.status_code == 429
    assert "<h1" in page.content.decode()


def test_a_new_password_is_set_from_the_letter(client: Client, alba: Person, mailoutbox: list[EmailMessage]) -> None:
    client.post("/cuenta/password/reset/", {"email": alba.email})
    link = re.search(r"http://testserver(\S+/password/reset/key/\S+/)", str(mailoutbox[0].body))
    assert link
    form = client.get(link[1], follow=True)
    new = "jacaranda en marzo"
    done = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    assert done.status_code == 200
    alba.refresh_from_db()
    assert alba.check_password(new)
    assert len(mailoutbox) == 2, "and its owner is told"


def test_asking_for_a_new_password_says_nothing_about_accounts(
    client: Client, alba: Person, mailoutbox: list[EmailMessage]
) -> None:
    known = client.post("/cuenta/password/reset/", {"email": alba.email})
    unknown = client.post("/cuenta/password/reset/", {"email": "nadie@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in mailoutbox] == [[alba.email], ["nadie@example.org"]]


def test_letters_are_in_the_language_of_their_reader(client: Client, mailoutbox: list[EmailMessage]) -> None:
    make.person("Ellen Gray", email="ellen@example.org", language="en")
    client.post("/cuenta/password/reset/", {"email": "ellen@example.org"})
    assert mailoutbox[0].subject == "Set a new password"
    assert 'lang="en"' in str(mailoutbox[0].alternatives[0][0])  # type: ignore[attr-defined]


def test_a_new_email_counts_only_once_it_is_confirmed(
    client: Client, alba: Person, mailoutbox: list[EmailMessage]
) -> None:
    sign_in(client, alba.email)
    asked = client.post("/cuenta/email/", {"email": "alba@nuevo.example", "action_add": "1"})
    assert asked["Location"].startswith("/cuenta/reauthenticate/"), "the password is asked for again"
    client.post("/cuenta/reauthenticate/", {"password": make.PASSWORD, "next": "/cuenta/email/"})
    alba.refresh_from_db()
    assert alba.email == "alba.ruiz@example.org"
    letter = next(letter for letter in mailoutbox if letter.to == ["alba@nuevo.example"])
    assert "Alba Ruiz" in str(letter.body)
    link = re.search(r"http://testserver(\S+confirm-email/\S+/)", str(letter.body))
    assert link
    client.post(link[1])
    alba.refresh_from_db()
    assert alba.email == "alba@nuevo.example"
