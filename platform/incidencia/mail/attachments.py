"""Small files that travel with a letter."""

import base64
from collections.abc import Iterable
from typing import TypedDict

Attachment = tuple[str, bytes | str, str]  # file name, content, media type
LARGEST = 500_000  # bytes of all files of one letter


class Packed(TypedDict):
    """One file as it waits in the database."""

    name: str
    type: str
    content: str


def pack(files: Iterable[Attachment]) -> list[Packed]:
    """Promise `files` as JSON can keep them. Raises ValueError above LARGEST: larger papers are linked, not sent."""
    contents = [(name, _bytes(content), media_type) for name, content, media_type in files]
    if sum(len(content) for _name, content, _type in contents) > LARGEST:
        raise ValueError(f"attachments above {LARGEST} bytes: link to the document instead")
    return [
        {"name": name, "type": media_type, "content": base64.b64encode(content).decode()}
        for name, content, media_type in contents
    ]


def unpack(packed: Iterable[Packed]) -> list[tuple[str, bytes, str]]:
    """Promise the files that `pack` packed."""
    return [(file["name"], base64.b64decode(file["content"]), file["type"]) for file in packed]


def _bytes(content: bytes | str) -> bytes:
    return content.encode() if isinstance(content, str) else content
