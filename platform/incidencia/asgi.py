"""One process, outside in: Starlette for health, metrics and files; Channels for sockets; Django for pages."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "incidencia.settings")

from django.core.asgi import get_asgi_application

pages = get_asgi_application()

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from channels.routing import URLRouter
from django.conf import settings
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route

from consultations.desk.loop import lifespan as digests
from consultations.modes.information.stream import stream as news
from incidencia.web.files import HashedFiles
from incidencia.web.headers import LowerCase
from incidencia.web.health import health, metrics
from sessions.consumers import routes as room_routes
from sessions.hub import lifespan as rooms


@asynccontextmanager
async def _from_start_to_end(app: Starlette) -> AsyncIterator[None]:
    async with rooms(app), digests(app):
        yield


# Whoever did an act goes on working on its answer; what everybody sees is not made to wait for it 5 ms at a time.
sys.setswitchinterval(0.001)

application = Starlette(
    routes=[
        Route("/health", health),
        Route("/metrics", metrics),
        Mount("/static", HashedFiles(directory=settings.STATIC_ROOT, check_dir=False)),
        Mount("/live", app=URLRouter(room_routes)),
        Route("/novedades/{activity}", news),
        Mount("/", app=LowerCase(pages)),
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=800)],
    lifespan=_from_start_to_end,
)
