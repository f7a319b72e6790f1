"""How often a desk asks the database: few times for everything at once, and never more for more rows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from consultations.demonstration import cast, load
from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as processes
from tests.factories import dialogue as threads
from tests.factories import information, opinion

pytestmark = pytest.mark.django_db
MOST = 35


def test_no_desk_of_the_demonstration_asks_more_than_thirty_five_times(client_of: Callable[..., Client]) -> None:
    load.load()
    asked = {}
    for one in cast.PEOPLE:
        person = Person.objects.get(email=one.email)
        client = warm(client_of(person))
        asked[one.email] = queries_of(lambda client=client: client.get("/pendientes/"))
    assert {email: n for email, n in asked.items() if n > MOST} == {}
    busy = [one.email for one in cast.PEOPLE if len(waiting_for(Person.objects.get(email=one.email))) >= 7]
    assert {"alba@demo.example", "dora@demo.example", "bruno@demo.example"} <= set(busy)


def test_thirty_of_each_are_asked_for_as_often_as_three(
    client_of: Callable[..., Client], seated: Cast, operating: Consultation
) -> None:
    desks = {name: warm(client_of(seated[name])) for name in ("alba", "bruno", "dora")}
    counts, rows = [], []
    for many in (3, 27):
        for n in range(many):
            sides = {"civil": seated["bruno"], "official": seated["dora"]}
            one = processes.operating(operating.agency, seated["alba"], **sides)
            opinion.sent(opinion.where(opinion.asked(one, seated["alba"])), seated["bruno"], title=f"{many} {n}")
            feed = information.feed(one, seated["alba"])
            information.published(feed, seated["alba"], read_by=now() + timedelta(days=2))
            threads.opened(threads.dialogued(one, seated["alba"]), seated["bruno"], title=f"Hilo {many} {n}")
        counts.append({name: queries_of(lambda desk=desk: desk.get("/pendientes/")) for name, desk in desks.items()})
        rows.append([len(waiting_for(seated[name])) for name in desks])
    assert counts[0] == counts[1]
    assert max(counts[1].values()) <= MOST
    assert rows == [[6, 3, 9], [60, 30, 90]]
