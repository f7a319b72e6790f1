"""Publishing closed days and taking them back; everybody can recount a term."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.deadlines.models import ClosedDay
from incidencia.deadlines.queries import closed_days
from incidencia.deadlines.services import close_days, closed_day_withdraw
from incidencia.organizations.models import Agency
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
SENT = {"first": "2026-12-21", "last": "2026-12-31", "ground": "Vacaciones", "gazette": "DOF, 5 de enero de 2026"}
LIST, ADD = "/dias-inhabiles/DGAG/", "/dias-inhabiles/DGAG/publicar/"


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 24, 18, tzinfo=UTC), tick=False):
        yield


def publish(by: Person, first: date, last: date | None = None, **more: Any) -> list[ClosedDay]:
    told = {"agency": "DGAG", "ground": "Vacaciones", "gazette": "DOF, 5 de enero de 2026", **more}
    return close_days(first=first, last=last, by=by, **told)


def code(act: Callable[..., Any], *args: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **more)
    return refused.value.code


@pytest.mark.engine
def test_a_period_is_published_without_the_days_that_do_not_count_anyway(alba: Person) -> None:
    publish(alba, date(2026, 12, 24))
    days = publish(alba, date(2026, 12, 21), date(2026, 12, 31))
    assert [day.date.day for day in days] == [21, 22, 23, 28, 29, 30, 31]  # not the 24th again, nor Christmas
    assert {day.added_by_id for day in days} == {alba.pk}
    assert date(2026, 12, 30) in closed_days("DGAG")
    assert date(2026, 12, 30) not in closed_days("OTRA")


@pytest.mark.guideline("G8.I")
def test_days_that_are_over_are_not_closed_afterwards(alba: Person) -> None:
    assert code(publish, alba, date(2026, 11, 23)) == "day_over"
    assert publish(alba, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("first", "last", "more", "expected"),
    [
        (date(2026, 12, 26), date(2026, 12, 27), {}, "closed_already"),
        (date(2026, 12, 25), None, {}, "closed_already"),
        (date(2026, 12, 22), date(2026, 12, 21), {}, "ends_before"),
        (date(2026, 12, 1), date(2027, 2, 1), {}, "too_long"),
        (date(2026, 12, 21), None, {"ground": " "}, "ground_needed"),
        (date(2026, 12, 21), None, {"gazette": " "}, "publication_needed"),
    ],
)
def test_what_can_not_be_closed_says_why(
    alba: Person, first: date, last: date | None, more: dict[str, str], expected: str
) -> None:
    assert code(publish, alba, first, last, **more) == expected
    assert not ClosedDay.objects.exists()


@pytest.mark.engine
def test_a_day_taken_back_counts_again_and_stays_in_the_record(alba: Person) -> None:
    [day] = publish(alba, date(2026, 12, 21))
    closed_day_withdraw(day=day, reason="Se abrió la oficina", by=alba)
    assert date(2026, 12, 21) not in closed_days("DGAG")
    assert code(closed_day_withdraw, day=day, reason="Otra vez", by=alba) == "withdrawn_already"
    assert publish(alba, date(2026, 12, 21))
    assert ClosedDay.objects.count() == 2


@pytest.mark.guideline("G8.I")
def test_a_day_that_has_come_is_not_taken_back(alba: Person) -> None:
    [day] = publish(alba, date(2026, 11, 24))
    assert code(closed_day_withdraw, day=day, reason="No", by=alba) == "day_over"
    [later] = publish(alba, date(2026, 12, 21))
    assert code(closed_day_withdraw, day=later, reason=" ", by=alba) == "reason_needed"


@pytest.mark.engine
def test_the_database_keeps_no_day_without_ground_nor_withdrawn_without_reason(alba: Person) -> None:
    [day] = publish(alba, date(2026, 12, 21))
    for wrong in ({"ground": ""}, {"withdrawn_at": datetime(2026, 11, 24, tzinfo=UTC)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClosedDay.objects.filter(pk=day.pk).update(**wrong)


@pytest.mark.guideline("G23")
def test_only_the_coordination_publishes_and_takes_back(
    cast: Cast, alba: Person, client_of: Callable[..., Client]
) -> None:
    [day] = publish(alba, date(2026, 12, 21))
    for address in (ADD, f"/dias-inhabiles/{day.pk}/retirar/"):
        for name, someone in cast.items():
            expected = {"alba": 200, "nobody": 302}.get(name, 403)
            assert client_of(someone).get(address).status_code == expected, (address, name)
            sent = client_of(someone).post(address, {**SENT, "first": "", "reason": ""})
            assert sent.status_code == {"alba": 422}.get(name, expected), (address, name)
    assert ClosedDay.objects.count() == 1


def test_another_agencys_coordination_does_not(agency: Agency, client_of: Callable[..., Client]) -> None:
    gloria = make.person("Gloria Paz")
    make.agency("OTRA", coordinator=gloria)
    assert client_of(gloria).post(ADD, SENT).status_code == 403
    assert client_of(gloria).post("/dias-inhabiles/OTRA/publicar/", SENT).status_code == 303


def test_a_period_is_published_on_the_page(alba: Person, agency: Agency, client_of: Callable[..., Client]) -> None:
    client = client_of(alba)
    answer = client.post(ADD, SENT, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(LIST, 303)]
    assert "8 días quedan cerrados" in page
    assert "DOF, 5 de enero de 2026" in page
    [first, *_rest] = ClosedDay.objects.order_by("date")
    taken = client.post(f"/dias-inhabiles/{first.pk}/retirar/", {"reason": "Se <b>abre</b>"}, follow=True)
    assert "Se &lt;b&gt;abre" in taken.content.decode()
    assert "Alba Ruiz" in taken.content.decode()


def test_a_refusal_keeps_what_was_typed(alba: Person, agency: Agency, client_of: Callable[..., Client]) -> None:
    answer = client_of(alba).post(ADD, {**SENT, "first": "2026-11-02", "ground": "Puente <largo>"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "2026-11-02" in page
    assert "Puente &lt;largo&gt;" in page
    assert "G8.I" in page


def test_the_page_names_statutory_days_in_both_languages(agency: Agency, client: Client) -> None:
    page = client.get("/dias-inhabiles/").content.decode()
    assert "Día de la Independencia" in page
    assert "2027" in page
    assert f'href="{LIST}"' in page
    assert "Independence Day" in client.get(f"/en{LIST}").content.decode()


def test_the_acronym_is_found_in_any_case_and_an_unknown_one_is_not(agency: Agency, client: Client) -> None:
    assert client.get("/dias-inhabiles/dgag/").status_code == 200
    assert client.get("/dias-inhabiles/NADA/").status_code == 404


def test_an_acronym_with_a_slash_has_its_page(client: Client) -> None:
    made = make.agency("A/B")
    assert client.get(f"/organizaciones/dependencias/{made.pk}/").status_code == 200
    assert client.get("/dias-inhabiles/A/B/").status_code == 200


@pytest.mark.guideline("G38")
def test_anybody_recounts_a_term(alba: Person, agency: Agency, client: Client) -> None:
    publish(alba, date(2026, 12, 21), date(2026, 12, 23), ground="Inventario")
    page = client.get(LIST, {"starts_on": "2026-11-13", "days": "30"}).content.decode()
    assert "2027-01-04" in page
    assert "Inventario" in page
    assert "Día de la Revolución" in page
    plain = client.get("/dias-inhabiles/", {"starts_on": "2026-11-13", "days": "30"}).content.decode()
    assert "2026-12-29" in plain


@pytest.mark.parametrize(
    "asked",
    [{"starts_on": "ayer", "days": "3"}, {"starts_on": "9999-12-31", "days": "3"}, {"days": "0"}, {"days": "1" * 99}],
)
def test_what_can_not_be_recounted_is_said(client: Client, asked: dict[str, str]) -> None:
    assert client.get("/dias-inhabiles/", asked).status_code == 422


def test_the_list_asks_the_same_however_long_it_is(
    alba: Person, agency: Agency, client: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    publish(alba, date(2026, 12, 21), date(2026, 12, 23))
    client.get(LIST)
    with django_assert_num_queries(3):
        client.get(LIST)
    days = publish(alba, date(2027, 1, 4), date(2027, 2, 20))
    for day in days[:20]:
        closed_day_withdraw(day=day, reason="No hizo falta", by=alba)
    with django_assert_num_queries(3):
        client.get(LIST)
