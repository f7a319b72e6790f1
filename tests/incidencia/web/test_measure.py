"""Requests are counted by the name of their view, never by their address."""

import pytest
from django.test import Client

from incidencia.web.measure import REQUESTS

pytestmark = pytest.mark.urls("tests.incidencia.web.urls")


def counted(view: str, status: int) -> float:
    return REQUESTS.labels(view, "GET", status)._value.get()


def test_a_request_is_counted_under_its_view(client: Client) -> None:
    before = counted("consultation_page", 200)
    client.get("/procesos/MEC-2026-014/")
    client.get("/en/procesos/MEC-2026-015/")
    assert counted("consultation_page", 200) == before + 2


def test_unknown_addresses_share_one_name(client: Client) -> None:
    before = counted("none", 404)
    client.get("/one/")
    client.get("/two/")
    assert counted("none", 404) == before + 2
