"""The only source of identifiers and of chance."""

import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """Promise an identifier that sorts by time of making (UUID version 7, RFC 9562 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(secrets.token_bytes(10), "big")
    value = (milliseconds & (1 << 48) - 1) << 80 | chance
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return uuid.UUID(int=value)


def new_token(size: int = 24) -> str:
    """Promise a secret for an address: `size` random bytes, safe in a URL."""
    return secrets.token_urlsafe(size)


def new_salt() -> bytes:
    """Promise the 16 random bytes that keep an erased payload from being guessed from its hash."""
    return secrets.token_bytes(16)


def new_code(digits: int = 8) -> str:
    """Promise a short secret that can be read aloud: so many digits, each as likely as any."""
    return f"{secrets.randbelow(10**digits):0{digits}d}"
