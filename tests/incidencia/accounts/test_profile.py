"""Name, language and time zone."""

from collections.abc import Callable

import pytest
from django.test import Client

from incidencia.accounts import zones
from incidencia.accounts.models import Person

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]
PATH = "/cuenta/perfil/"


def test_the_profile_is_saved(client_of: Opener, alba: Person) -> None:
    saved = client_of(alba).post(PATH, {"name": "Alba R.", "language": "es-mx", "zone": "America/Tijuana"})
    assert (saved.status_code, saved["Location"]) == (303, PATH)
    alba.refresh_from_db()
    assert (alba.name, alba.zone) == ("Alba R.", "America/Tijuana")


def test_a_new_language_is_spoken_at_once(client_of: Opener, alba: Person) -> None:
    saved = client_of(alba).post(PATH, {"name": "Alba", "language": "en", "zone": alba.zone}, follow=True)
    assert saved.redirect_chain[-1][0] == "/en" + PATH
    assert "Your profile was saved." in saved.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"zone": "America/Atlantis"}, {"language": "fr"}, {"name": "   "}, {"name": "x" * 151}]
)
def test_what_makes_no_sense_is_refused_and_kept_on_the_page(
    client_of: Opener, alba: Person, wrong: dict[str, str]
) -> None:
    typed = {"name": "Otra Alba", "language": "es-mx", "zone": "America/Cancun"} | wrong
    page = client_of(alba).post(PATH, typed)
    assert page.status_code == 422
    alba.refresh_from_db()
    assert (alba.name, alba.zone) == ("Alba Ruiz", "America/Mexico_City")


def test_the_zones_of_mexico_come_first_and_all_others_after() -> None:
    groups = zones.choices()
    assert [zone for zone, _label in groups[0][1]] == list(zones.MEXICAN)
    known = {zone for _title, members in groups for zone, _label in members}
    assert {"Europe/Vienna", "America/New_York", "Asia/Kathmandu", "UTC"} <= known
    assert len(known) == sum(len(members) for _title, members in groups), "none twice"
