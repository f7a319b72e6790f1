"""The page that shows mail in development."""

from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from incidencia.mail.models import Shown

# Imported before any test turns DEBUG on: the site map reads it once, for all tests.
from tests.factories.many import FEW, MANY, copies
from tests.incidencia.mail import site_map

pytestmark = [pytest.mark.django_db, pytest.mark.urls(site_map.__name__)]


@pytest.fixture(autouse=True)
def _development(settings: Any) -> None:
    settings.DEBUG = True
    settings.EMAIL_BACKEND = "incidencia.mail.page.PageBackend"


def letter(subject: str = "Convocatoria") -> None:
    message = EmailMultiAlternatives(subject, "Mañana a las 10 https://example.org/x", to=["ana@example.org"])
    message.attach_alternative("<p>Mañana <b>a las</b> 10<script>alert(1)</script></p>", "text/html")
    message.attach("sesión 3.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "text/calendar")
    message.send()


def test_an_empty_page_says_what_to_do(client: Client) -> None:
    page = client.get(reverse("mail_page")).content.decode()
    assert 'class="empty"' in page
    assert f'href="{reverse("home")}"' in page


def test_the_newest_message_stands_first_as_text_and_as_html(client: Client) -> None:
    send_mail("Primera", "Uno", None, ["ana@example.org"])
    letter()
    page = client.get(reverse("mail_page")).content.decode()
    assert page.index("Convocatoria") < page.index("Primera")
    assert "Mañana a las 10" in page
    assert "<p>Mañana a las 10</p>" in page
    assert 'href="https://example.org/x"' in page
    assert "alert(1)" not in page


def test_attachments_can_be_taken_out(client: Client) -> None:
    letter()
    shown = Shown.objects.get()
    response = client.get(reverse("mail_attachment", args=[shown.pk, 0]))
    assert response.content == b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    assert response["Content-Type"].startswith("text/calendar")
    assert response["Content-Disposition"] == 'attachment; filename="sesi_n_3.ics"'
    for wrong in ([shown.pk, 1], [shown.pk + 1, 0]):
        assert client.get(reverse("mail_attachment", args=wrong)).status_code == 404


@pytest.mark.parametrize("development", [(False, True), (True, False)])
def test_outside_development_on_this_machine_there_is_no_such_page(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, development: tuple[bool, bool]
) -> None:
    letter()
    settings.DEBUG, loopback = development
    monkeypatch.setattr(type(settings.ENV), "loopback", loopback)
    assert client.get(reverse("mail_page")).status_code == 404
    assert client.get(reverse("mail_attachment", args=[Shown.objects.get().pk, 0])).status_code == 404


@pytest.mark.urls("incidencia.urls")
def test_the_site_map_leaves_the_page_out_unless_in_development() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("mail_page")


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_the_page_asks_once_however_many_letters_there_are(
    client: Client, django_assert_num_queries: Any, rows: int
) -> None:
    letter()
    copies(Shown.objects.get(), rows - 1)
    with django_assert_num_queries(1):
        client.get(reverse("mail_page"))
