"""The platform's settings as a production start would read them, with the conveniences of tests.

Pass 1 (usual): SQLite in a file and everything else in memory. Pass 2 (ENGINE=1): the PostgreSQL and
Redis that `python -m tests.services` has started. A server that a test starts in a process of its own
inherits all of it.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.services import fast_folder


def _clean(folder: Path) -> None:
    """Remove what the run made. Pictures of pages that failed stay for whoever looks for the reason."""
    for place in folder.iterdir():
        if place.name != "failed":
            shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):
        folder.rmdir()


if "TEST_DATA_DIR" not in os.environ:
    # Workers and servers started from here on inherit the variable, and share the folder.
    os.environ["TEST_DATA_DIR"] = tempfile.mkdtemp(prefix="incidencia-tests-", dir=fast_folder())
    atexit.register(_clean, Path(os.environ["TEST_DATA_DIR"]))

_data = Path(os.environ["TEST_DATA_DIR"], os.environ.get("PYTEST_XDIST_WORKER", "main"))
_data.mkdir(exist_ok=True)
_engine = os.environ.get("ENGINE") == "1"
if _engine and "TEST_DATABASE_URL" not in os.environ:
    raise SystemExit("ENGINE=1 needs real services: python -m tests.services -- env ENGINE=1 python -m pytest …")

if _engine:
    # Rings of one worker are not heard by another. A server that a test starts inherits what is set here.
    _own = f"TEST_REDIS_URL_{os.environ.get('PYTEST_XDIST_WORKER')}"
    os.environ["TEST_REDIS_URL"] = os.environ.pop(_own, os.environ["TEST_REDIS_URL"])

os.environ.update(
    DEBUG="0",
    SECRET_KEY="only-for-tests-" + "x" * 50,
    DATA_DIR=str(_data),
    DATABASE_URL=os.environ["TEST_DATABASE_URL"] if _engine else f"sqlite:///{_data / 'incidencia.sqlite3'}",
    REDIS_URL=os.environ["TEST_REDIS_URL"] if _engine else "",
    EMAIL_URL="memorymail://",
    TASKS="immediate",
    LOG_LEVEL="WARNING",
)
for _name in ("ALLOWED_HOSTS", "BASE_URL", "DEFAULT_FROM", "TRUSTED_PROXIES"):
    os.environ.pop(_name, None)

from incidencia.settings import *  # noqa: E402, F403
from incidencia.settings import DATABASES, STORAGES  # noqa: E402

if not _engine:
    # A file, not memory: the server under test and the sockets run in threads of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(_data / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Addresses of static files without a hash: no page waits for `collectstatic`.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
