"""Static files as the server hands them out."""

import re
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

HASHED = re.compile(r"\.[0-9a-f]{12}\.[^./]+$")


class HashedFiles(StaticFiles):
    """Files whose name bears the hash of their content never change; the others are asked about again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Add how long a browser may keep the file."""
        response = await super().get_response(path, scope)
        if response.status_code in (200, 304):
            response.headers.update(_keeping(path))
        return response


def _keeping(path: str) -> dict[str, Any]:
    hashed = HASHED.search(path)
    return {
        "Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
