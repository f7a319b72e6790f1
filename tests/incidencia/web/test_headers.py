"""Compression around Django: one length, in one spelling."""

import gzip
from typing import Any

from starlette.middleware.gzip import GZipMiddleware

from incidencia.web.headers import LowerCase

BODY = b"x" * 5000


async def page(scope: Any, receive: Any, send: Any) -> None:
    headers = [(b"Content-Type", b"text/html"), (b"Content-Length", str(len(BODY)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": BODY})


async def test_a_compressed_page_has_one_length_and_it_is_the_one_sent() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"accept-encoding", b"gzip")]}
    await GZipMiddleware(LowerCase(page), minimum_size=800)(scope, page, send)
    lengths = [int(value) for name, value in sent[0]["headers"] if name.lower() == b"content-length"]
    assert lengths == [len(sent[1]["body"])]
    assert gzip.decompress(sent[1]["body"]) == BODY
