"""What machines ask."""

import time
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from incidencia.web import health
from tests.incidencia.web.asking import ask

APP = Starlette(routes=[Route("/health", health.health), Route("/metrics", health.metrics)])


@pytest.mark.django_db(transaction=True)
async def test_it_is_well_while_the_database_answers(settings) -> None:
    settings.ENV = replace(settings.ENV, redis_url="")
    answer = await ask(APP, "/health")
    assert answer.status == 200
    assert answer.json() == {"status": "ok", "database": "ok", "redis": "off"}
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_database_that_fails_is_503(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OSError

    monkeypatch.setattr(health, "_ask_database", fails)
    answer = await ask(APP, "/health")
    assert answer.status == 503
    assert answer.json()["database"] == "down"


async def test_a_database_that_hangs_is_503_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_ask_database", lambda: time.sleep(1))
    monkeypatch.setattr(health, "PATIENCE", 0.1)
    start = time.monotonic()
    assert (await ask(APP, "/health")).status == 503
    assert time.monotonic() - start < 0.9


@pytest.mark.django_db(transaction=True)
async def test_a_dead_redis_is_told_and_harms_nothing(settings) -> None:
    settings.ENV = replace(settings.ENV, redis_url="redis://127.0.0.1:1/0")
    answer = await ask(APP, "/health")
    assert answer.status == 200
    assert answer.json()["redis"] == "down"


async def test_figures_are_for_this_machine() -> None:
    assert b"process_cpu_seconds_total" in (await ask(APP, "/metrics")).body
    assert (await ask(APP, "/metrics", peer="::1")).status == 200
    assert (await ask(APP, "/metrics", peer="10.0.0.7")).status == 404


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded"])
async def test_figures_do_not_pass_a_proxy(header: str) -> None:
    assert (await ask(APP, "/metrics", **{header: "10.0.0.7"})).status == 404
