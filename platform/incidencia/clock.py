"""The only source of the present instant."""

from datetime import UTC, datetime


def now() -> datetime:
    """Promise the present instant, aware, in UTC. Tests replace it by travelling in time."""
    return datetime.now(UTC)
