"""The services that tests run beside: they start, they stop, and their absence is told plainly."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest
import redis as redis_client

from tests import plugin, services

COMMAND = [sys.executable, "-m", "tests.services"]


@pytest.mark.services
def test_postgresql_answers_where_the_settings_say() -> None:
    with psycopg.connect(os.environ["TEST_DATABASE_URL"]) as connection:
        row = connection.execute("SHOW server_version_num").fetchone()
    assert row is not None
    assert int(row[0]) >= 140000


@pytest.mark.services
def test_redis_answers_where_the_settings_say() -> None:
    assert redis_client.Redis.from_url(os.environ["TEST_REDIS_URL"]).ping()


def test_the_exit_code_is_that_of_the_command() -> None:
    assert subprocess.run([*COMMAND, "--", "sh", "-c", "exit 7"]).returncode == 7


def test_both_services_stop_when_the_run_is_terminated() -> None:
    run = subprocess.Popen([*COMMAND], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    addresses = (run.stdout.readline(), run.stdout.readline())
    ports = [int(line.split(":")[-1].split("/")[0]) for line in addresses]
    assert all(services._accepts(port) for port in ports)
    run.send_signal(signal.SIGTERM)
    assert run.wait(15) == 128 + signal.SIGTERM
    assert not any(services._accepts(port) for port in ports)


def test_the_command_is_stopped_with_the_services() -> None:
    run = subprocess.Popen([*COMMAND, "--", "sh", "-c", "echo up; exec sleep 60"], stdout=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stdout.readline() == b"up\n"
    run.terminate()
    assert run.wait(15) == 128 + signal.SIGTERM
    assert run.stdout.read() == b""  # the pipe is closed: nobody who inherited it lives on


def test_a_missing_program_names_its_debian_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(services.Missing, match=r"apt-get install .*redis-server"):
        services._program("redis-server", "redis-server")


def test_a_test_that_lacks_its_services_fails_and_says_how_to_run_it(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ENGINE", raising=False)
    request.node.add_marker("services")
    with pytest.raises(pytest.fail.Exception, match=r"python -m tests\.services -- env ENGINE=1"):
        plugin.pytest_runtest_setup(request.node)
