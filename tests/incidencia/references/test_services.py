from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from incidencia.references.models import Counter
from incidencia.references.services import next_number

pytestmark = pytest.mark.engine


@pytest.mark.django_db
def test_each_series_and_year_counts_for_itself_from_one() -> None:
    assert [next_number("MEC", 2026), next_number("MEC", 2026), next_number("MEC", 2027), next_number("X", 2026)] == [
        *(1, 2, 1, 1)
    ]


@pytest.mark.django_db
def test_a_number_returns_when_the_act_is_undone() -> None:
    assert next_number("MEC", 2026) == 1
    with transaction.atomic():
        assert next_number("MEC", 2026) == 2
        transaction.set_rollback(True)
    assert next_number("MEC", 2026) == 2


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_every_number_once_even_in_a_new_series() -> None:
    def one(_turn: int) -> int:
        try:
            with transaction.atomic():
                return next_number("MEC", 2026)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(one, range(40)))
    assert sorted(numbers) == list(range(1, 41))
    assert Counter.objects.get().last == 40
