"""Is it alive, and how does it fare: two addresses for machines, outside Django."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

import redis.asyncio
from django.conf import settings
from django.db import connection
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

PATIENCE = 2.0  # seconds

# One thread of its own: a database that hangs holds up this page, never the others.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="health")


async def health(request: Request) -> Response:
    """200 while the database answers within two seconds, else 503. Redis is told, never asked to be there."""
    database, doorbell = await asyncio.gather(_database(), _redis())
    body = {"status": "ok" if database == "ok" else "down", "database": database, "redis": doorbell}
    status = 200 if database == "ok" else 503
    return JSONResponse(body, status_code=status, headers={"Cache-Control": "no-store"})


async def metrics(request: Request) -> Response:
    """Figures for Prometheus, only for a peer on this machine that no proxy stands in front of; 404 for others."""
    if not _near(request):
        return PlainTextResponse("Not found", status_code=404)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _database() -> str:
    try:
        await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(_thread, _ask_database), PATIENCE)
    except Exception:
        return "down"
    return "ok"


def _ask_database() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        connection.close()


async def _redis() -> str:
    if not settings.ENV.redis_url:
        return "off"
    client = redis.asyncio.from_url(settings.ENV.redis_url, socket_timeout=1, socket_connect_timeout=1)
    try:
        await asyncio.wait_for(client.ping(), PATIENCE)
    except Exception:
        return "down"
    finally:
        await client.aclose()
    return "ok"


def _near(request: Request) -> bool:
    forwarded = "x-forwarded-for" in request.headers or "forwarded" in request.headers
    if forwarded or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
