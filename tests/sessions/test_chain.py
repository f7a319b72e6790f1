"""The proof of a line, by the published formula and nothing else."""

import json
from hashlib import sha256

from sessions import chain

ENVELOPE = {"session": "MEC-2026-014-S3", "seq": 1, "type": "PersonLeft", "v": 1}
SALT, PAYLOAD = bytes(range(16)), {"seat": "7"}


def plainly(value: object) -> bytes:
    """Canonical JSON as a stranger would write it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_a_leaf_is_what_the_formula_says() -> None:
    sealed = sha256(SALT + plainly(PAYLOAD)).hexdigest()
    by_hand = sha256(b"\x00" + plainly({**ENVELOPE, "payload": sealed})).hexdigest()
    assert chain.leaf(ENVELOPE, SALT, PAYLOAD) == by_hand


def test_a_head_is_what_the_formula_says() -> None:
    leaf = chain.leaf(ENVELOPE, SALT, PAYLOAD)
    first = sha256(b"\x01" + bytes(32) + bytes.fromhex(leaf)).hexdigest()
    assert chain.head("", leaf) == first
    assert chain.head(first, leaf) == sha256(b"\x01" + bytes.fromhex(first) + bytes.fromhex(leaf)).hexdigest()


def test_without_the_salt_a_payload_cannot_be_guessed_from_its_leaf() -> None:
    assert chain.commitment(SALT, PAYLOAD) != chain.commitment(bytes(16), PAYLOAD)
    assert chain.leaf(ENVELOPE, SALT, PAYLOAD) != chain.leaf(ENVELOPE, bytes(16), PAYLOAD)
