"""The key that goes with a form, so that what it does is done once however often it is sent."""

import hashlib
import re

from django.db.models import Model
from django.http import HttpRequest

from incidencia.ids import new_token

KNOWN = re.compile(r"[A-Za-z0-9_-]{1,64}")


def key_of(request: HttpRequest) -> str:
    """Promise the key that was sent with a form, or a new one where none was, or one that we never made."""
    return key_from(request.POST.get("key"))


def key_from(sent: object) -> str:
    """Promise `sent` where it reads like a key, else a new one."""
    return sent if isinstance(sent, str) and KNOWN.fullmatch(sent) else new_token()


def own_key(key: str, person: Model, within: object = "") -> str:
    """Promise the key as a row keeps it: 64 characters, of this person and this place alone.

    Whoever learns the key of somebody else's form neither stops them nor is given what they sent.
    """
    return hashlib.sha256(f"{person.pk}:{within}:{key}".encode("utf-8", "backslashreplace")).hexdigest()
