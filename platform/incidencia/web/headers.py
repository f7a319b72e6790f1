"""Header names in lower case, as ASGI asks for: Django sends them as written; compression would set them twice."""

from typing import Any


class LowerCase:
    """Wraps an application; the names of the headers it answers with are in lower case."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def lower(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [(name.lower(), value) for name, value in message.get("headers", ())]
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, lower)
