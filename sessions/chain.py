"""The proof in every line of a log: salted leaf and chained head. Pure.

leaf = SHA-256(0x00 || canonical JSON of the envelope, with SHA-256(salt || payload) in place of the payload);
head = SHA-256(0x01 || head before || leaf). Erasing deletes salt and payload; leaf and head stay.
"""

from hashlib import sha256
from typing import Any

from sessions.wire import canonical

EMPTY = "0" * 64


def commitment(salt: bytes, payload: Any) -> str:
    """What stands for a payload in its leaf: cannot be guessed without the salt."""
    return sha256(salt + canonical(payload)).hexdigest()


def leaf(envelope: dict[str, Any], salt: bytes, payload: Any) -> str:
    """The leaf of one line, in hexadecimal."""
    return sha256(b"\x00" + canonical({**envelope, "payload": commitment(salt, payload)})).hexdigest()


def head(before: str, leaf_hex: str) -> str:
    """The chained head after one more leaf. `before` is EMPTY for the first."""
    return sha256(b"\x01" + bytes.fromhex(before or EMPTY) + bytes.fromhex(leaf_hex)).hexdigest()
