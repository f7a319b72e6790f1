from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from incidencia.deadlines.calendar import add_business_days
from incidencia.deadlines.models import ClosedDay
from incidencia.deadlines.queries import closed_days, near

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


def close(agency: str, day: date) -> ClosedDay:
    return ClosedDay.objects.create(agency=agency, date=day, ground="Vacaciones", gazette="DOF 2026-01-05")


def test_an_agency_is_closed_on_statutory_days_common_days_and_its_own(
    django_assert_num_queries: Callable[..., Any],
) -> None:
    close("", date(2026, 4, 2))
    close("SA", date(2026, 12, 21))
    close("OTRA", date(2026, 12, 22))
    with django_assert_num_queries(1):
        closed = closed_days("SA")
    days = [date(2026, 4, 2), date(2026, 12, 21), date(2026, 9, 16), date(2026, 12, 22), date(2026, 12, 23)]
    assert [day in closed for day in days] == [True, True, True, False, False]
    assert date(2026, 12, 21) not in closed_days()


def test_a_term_runs_round_the_days_its_agency_published() -> None:
    for day in range(21, 32):
        close("SA", date(2026, 12, day))
    assert add_business_days(date(2026, 11, 13), 30, closed_days("SA")) == date(2027, 1, 11)
    assert add_business_days(date(2026, 11, 13), 30, closed_days("OTRA")) == date(2026, 12, 29)


def test_a_closed_day_is_published_once() -> None:
    close("SA", date(2026, 12, 21))
    with pytest.raises(IntegrityError), transaction.atomic():
        close("SA", date(2026, 12, 21))
    with pytest.raises(IntegrityError), transaction.atomic():
        ClosedDay.objects.create(agency="SA", date=date(2026, 12, 22), ground="Vacaciones", gazette="")


def test_near_is_a_setting(settings: Any) -> None:
    assert near() == 3
    settings.DEADLINE_NEAR = 5
    assert near() == 5
