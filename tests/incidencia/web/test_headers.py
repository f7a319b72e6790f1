"""Compression around Django: one length, in one spelling."""

from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

from incidencia.web.headers import LowerCase


async def page(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    body = b"x" * 5000
    headers = [(b"Content-Type", b"text/html"), (b"Content-Length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def test_a_compressed_page_has_one_length_and_it_is_the_one_sent() -> None:
    answer = TestClient(GZipMiddleware(LowerCase(page), minimum_size=800)).get("/")
    lengths = [value for name, value in answer.headers.raw if name.lower() == b"content-length"]
    assert answer.text == "x" * 5000
    assert len(lengths) == 1
    assert int(lengths[0]) < 5000
