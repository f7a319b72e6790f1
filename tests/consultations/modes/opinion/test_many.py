"""A thousand proposals: the desk and the list bear them."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from incidencia.accounts.models import Person
from tests.consultations.conftest import queries_of, warm
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.mark.engine
def test_the_desk_bears_more_than_a_thousand_and_asks_as_often_as_for_three(
    client_of: Browser, asking: Activity, bruno: Person, dora: Person
) -> None:
    client, here = warm(client_of(dora)), make.where(asking)
    path, counts = f"/en/procesos/{asking.consultation.reference}/respuestas/mesa/", []
    for many in (3, 1020):
        for n in range(many):
            make.sent(here, bruno, title=f"Propuesta {many} {n}")
        counts.append(queries_of(lambda: client.get(path)))
    assert client.get(path).status_code == 200
    assert counts[0] == counts[1]
