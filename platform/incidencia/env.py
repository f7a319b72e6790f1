"""What the deployment decides, read once, typed, and refused at start when wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

ROOT = Path(__file__).resolve().parents[2]


class BadEnvironment(SystemExit):
    """Stops the start and names the variable, what it held and what is accepted."""

    def __init__(self, name: str, value: str, accepted: str) -> None:
        super().__init__(f"{name}={value!r} is not accepted. Accepted: {accepted}.")


@dataclass(frozen=True, slots=True)
class Environment:
    """The deployment's choices. Every field is one variable of the same name in capitals."""

    debug: bool
    secret_key: str
    database_url: str
    redis_url: str
    base_url: str
    allowed_hosts: tuple[str, ...]
    data_dir: Path
    email_url: str
    default_from: str
    tasks: str
    attachment_mb: int
    trusted_proxies: int
    log_level: str

    @property
    def loopback(self) -> bool:
        """Whether the public address is this machine only: development conveniences need it."""
        host = urlsplit(self.base_url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def read(source: Mapping[str, str]) -> Environment:
    """Read an Environment from `source` (usually `os.environ`).

    Raises BadEnvironment, naming the variable and what is accepted, for the first value that is wrong.
    """
    debug = _choice(source, "DEBUG", "0", ("0", "1")) == "1"
    data_dir = Path(source.get("DATA_DIR") or ROOT / "var")
    base_url = _url(source, "BASE_URL", "http://127.0.0.1:8000", ("http", "https"))
    hosts = tuple(h.strip() for h in source.get("ALLOWED_HOSTS", "").split(",") if h.strip())
    if "*" in hosts:
        raise BadEnvironment("ALLOWED_HOSTS", "*", "host names, separated by commas; never an asterisk")
    own = urlsplit(base_url).hostname or "127.0.0.1"
    env = Environment(
        debug=debug,
        secret_key=_secret(source, debug=debug),
        database_url=_parsed(
            source, "DATABASE_URL", f"sqlite:///{data_dir / 'incidencia.sqlite3'}", environ.Env.db_url_config,
            ("sqlite", "postgres", "postgresql"),
        ),
        redis_url=_url(source, "REDIS_URL", "", ("redis", "rediss", "unix")),
        base_url=base_url.rstrip("/"),
        allowed_hosts=hosts or (own, "127.0.0.1", "localhost") if debug else hosts or (own,),
        data_dir=data_dir,
        email_url=_parsed(
            source, "EMAIL_URL", "smtp://localhost:25", environ.Env.email_url_config,
            ("smtp", "smtp+tls", "smtp+ssl", "consolemail", "memorymail"),
        ),
        default_from=source.get("DEFAULT_FROM") or "Incidencia <avisos@localhost>",
        tasks=_choice(source, "TASKS", "immediate", ("immediate", "database")),
        attachment_mb=_whole(source, "ATTACHMENT_MB", 10, 100, least=1),
        trusted_proxies=_whole(source, "TRUSTED_PROXIES", 0, 5),
        log_level=_choice(source, "LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
    )
    if env.debug and not env.loopback:
        raise BadEnvironment("DEBUG", "1", "1 only while BASE_URL is on 127.0.0.1, [::1] or localhost")
    return env


def make_room(folder: Path) -> None:
    """Make the folder of the data where it is missing. Raises BadEnvironment where it can't be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadEnvironment("DATA_DIR", str(folder), "a folder that exists or can be made") from error


def _choice(source: Mapping[str, str], name: str, default: str, accepted: tuple[str, ...]) -> str:
    value = source.get(name) or default
    if value not in accepted:
        raise BadEnvironment(name, value, ", ".join(accepted))
    return value


def _whole(source: Mapping[str, str], name: str, default: int, most: int, least: int = 0) -> int:
    value = source.get(name) or str(default)
    if not value.isdecimal() or not least <= int(value) <= most:
        raise BadEnvironment(name, value, f"a whole number from {least} to {most}")
    return int(value)


def _url(source: Mapping[str, str], name: str, default: str, schemes: tuple[str, ...]) -> str:
    value = source.get(name) or default
    parts = urlsplit(value)
    if value and (parts.scheme not in schemes or not (parts.netloc or parts.path)):
        raise BadEnvironment(name, _hidden(value), " or ".join(f"{s}://…" for s in schemes))
    return value


def _parsed(
    source: Mapping[str, str], name: str, default: str, parse: Callable[[str], Any], schemes: tuple[str, ...]
) -> str:
    value = source.get(name) or default
    accepted = " or ".join(f"{s}://…" for s in schemes)
    if value.split(":", 1)[0] not in schemes:
        raise BadEnvironment(name, _hidden(value), accepted)
    try:
        parse(value)
    except Exception as error:
        raise BadEnvironment(name, _hidden(value), accepted) from error
    return value


def _secret(source: Mapping[str, str], *, debug: bool) -> str:
    value = source.get("SECRET_KEY", "")
    if len(value) >= 50:
        return value
    if debug and not value:
        return "development-only-" + "x" * 40
    raise BadEnvironment("SECRET_KEY", "…" if value else "", "at least 50 characters; needed when DEBUG=0")


def _hidden(value: str) -> str:
    """The value without what may be a password between `//` and `@`."""
    head, at, tail = value.rpartition("@")
    return f"{head.split('//')[0]}//…{at}{tail}" if at else value
