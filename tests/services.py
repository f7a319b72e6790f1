"""Real Redis and PostgreSQL for the tests, on free ports and with data that is thrown away.

    python -m tests.services -- COMMAND …   run COMMAND beside both, then stop them
    python -m tests.services                print their addresses and wait for Ctrl-C

COMMAND finds the addresses in TEST_DATABASE_URL and TEST_REDIS_URL; each worker of a parallel run has a Redis of its
own, TEST_REDIS_URL_gw0 and so on, and makes a database of its own. All of them stop when it ends, however it ends.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM_NEEDED = 1 << 29  # bytes; container hosts often give /dev/shm 64 MB only
PATIENCE = 30.0  # seconds a service may take to answer
WORKERS = 4  # of a parallel run, at most


class Missing(RuntimeError):
    """A program the tests need is not installed; says which Debian package holds it."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the services answer; one Redis for each worker, the first for a run without any."""

    database_url: str
    redis_urls: tuple[str, ...]

    def as_environment(self) -> dict[str, str]:
        """Promise the variables that tests read."""
        each = {f"TEST_REDIS_URL_gw{n}": url for n, url in enumerate(self.redis_urls)}
        return {"TEST_DATABASE_URL": self.database_url, "TEST_REDIS_URL": self.redis_urls[0], **each}


@contextmanager
def running() -> Iterator[Addresses]:
    """Promise both services while the block runs. Raises Missing when a program is not installed."""
    with ExitStack() as stack:
        temporary = tempfile.TemporaryDirectory(prefix="incidencia-services-", dir=fast_folder())
        folder = Path(stack.enter_context(temporary))
        folder.chmod(0o755)
        redis_urls = tuple(stack.enter_context(redis(folder / f"redis{n}")) for n in range(WORKERS))
        database_url = stack.enter_context(postgresql(folder / "postgresql"))
        yield Addresses(database_url, redis_urls)


def fast_folder() -> str | None:
    """Promise a folder in memory where there is room, else None: the system's temporary folder."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_NEEDED
    return str(MEMORY) if roomy else None


@contextmanager
def redis(folder: Path, port: int | None = None) -> Iterator[str]:
    """Promise the address of an empty Redis that keeps nothing on disk."""
    program = _program("redis-server", "redis-server")
    folder.mkdir(exist_ok=True)
    port = port or free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    keep_nothing = ["--save", "", "--appendonly", "no"]
    with _child([program, *options, *keep_nothing], folder / "log") as child:
        _wait(child, folder / "log", lambda: _answers_ping(port))
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Promise the address of an empty PostgreSQL that trades durability for speed.

    PostgreSQL refuses to run as root; then its own system user runs it.
    """
    folders = _postgresql_folders()
    initdb, postgres = (_program(name, "postgresql", folders) for name in ("initdb", "postgres"))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    folder.mkdir()
    log = folder.with_suffix(".log")
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    data, port = folder / "data", free_port()
    subprocess.run(
        [initdb, "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        **_as_user(user),
    )
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": "",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "shared_buffers": "64MB",
        "max_connections": "100",
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    # SIGINT is PostgreSQL's "fast shutdown": it doesn't wait for clients to leave.
    command = [postgres, "-D", str(data), *options]
    with _child(command, log, user=user, cwd=folder, stop=signal.SIGINT) as child:
        _wait(child, log, lambda: _accepts(port) and "ready to accept connections" in log.read_text())
        yield f"postgres://tests@127.0.0.1:{port}/postgres"


def free_port() -> int:
    """Promise a port of this machine that nobody used a moment ago."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _program(name: str, package: str, folders: Sequence[str] = ()) -> str:
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(folders))
    if not found:
        advice = f"apt-get install --no-install-recommends {package}"
        raise Missing(f"{name} is not installed. On Debian: {advice}")
    return found


def _postgresql_folders() -> list[str]:
    """Debian keeps the server's programs out of PATH, one folder for each version; newest first."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    return [str(folder) for folder in sorted(folders, key=lambda f: float(f.parent.name), reverse=True)]


def _as_user(user: str) -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def _child(
    words: Sequence[str], log: Path, *, user: str = "", cwd: Path | None = None, stop: int = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a service in a session of its own: a Ctrl-C meant for the tests must not reach it first."""
    with log.open("wb") as output:
        child = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=cwd,
            start_new_session=True,
            **(_as_user(user) if user else {}),
        )
    try:
        yield child
    finally:
        child.send_signal(stop)
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _wait(child: subprocess.Popen[bytes], log: Path, ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if child.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{child.args!r} did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.02)


def _accepts(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def _answers_ping(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as door:
            door.sendall(b"PING\r\n")
            return door.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def _run(command: Sequence[str], addresses: Addresses) -> int:
    """Run `command` in the foreground and promise its exit code. Ctrl-C reaches it; we wait for its end."""
    child = subprocess.Popen(command, env={**os.environ, **addresses.as_environment()})
    try:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


def _stop(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def main(words: Sequence[str]) -> int:
    """Command line; see the module's docstring."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    command = list(words[1:]) if words[:1] == ["--"] else list(words)
    try:
        with running() as addresses:
            if command:
                code = _run(command, addresses)
                return code if code >= 0 else 128 - code
            for name, value in addresses.as_environment().items():
                print(f"{name}={value}", flush=True)
            signal.pause()
    except Missing as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
