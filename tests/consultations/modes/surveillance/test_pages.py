"""Every page of level VI, and the way through them from the first item to the published round."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.journeys import world_surveillance

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def test_every_page_answers_in_both_languages(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    nobody = AnonymousUser()
    for who, path in world_surveillance.pages(operating, seated):  # type: ignore[arg-type]
        for address in (path, f"/en{path}"):
            answer = client_of(who or nobody).get(address)
            assert answer.status_code == 200, address
            assert b"{#" not in answer.content, address
