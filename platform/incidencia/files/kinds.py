"""The kinds of file that can be attached, each with how it is told by its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import puremagic
from django.utils.translation import gettext_lazy as _

from incidencia.files.containers import SAYS, keep_container, says
from incidencia.files.images import keep_jpeg, keep_png, keep_webp
from incidencia.files.writings import keep_pdf, keep_text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_HEAD = 8192  # bytes in which a kind shows itself


@dataclass(frozen=True, slots=True)
class Kind:
    """One accepted kind.

    `keep` promises the bytes to be kept, checked and cleaned, or raises Refused. `shows` is the media type that the
    first bytes of such a file show; empty for texts, which show none.
    """

    code: str
    name: str | _StrPromise
    suffixes: tuple[str, ...]
    media_type: str
    shows: str
    keep: Callable[[bytes], bytes]

    @property
    def suffix(self) -> str:
        """The usual suffix, with its dot."""
        return self.suffixes[0]


def _office(suffix: str, name: str) -> Kind:
    return Kind(suffix[1:], name, (suffix,), SAYS[suffix], "application/zip", partial(keep_container, suffix=suffix))


PDF = Kind("pdf", "PDF", (".pdf",), "application/pdf", "application/pdf", keep_pdf)
JPEG = Kind("jpeg", "JPEG", (".jpg", ".jpeg", ".jfif"), "image/jpeg", "image/jpeg", keep_jpeg)
PNG = Kind("png", "PNG", (".png",), "image/png", "image/png", keep_png)
WEBP = Kind("webp", "WebP", (".webp",), "image/webp", "image/webp", keep_webp)
TEXT = Kind("text", _("plain text"), (".txt",), "text/plain; charset=utf-8", "", keep_text)
CSV = Kind("csv", "CSV", (".csv",), "text/csv; charset=utf-8", "", keep_text)
ODT, ODS = _office(".odt", "ODT"), _office(".ods", "ODS")
DOCX, XLSX = _office(".docx", "DOCX"), _office(".xlsx", "XLSX")

KINDS = (PDF, JPEG, PNG, WEBP, TEXT, CSV, ODT, ODS, DOCX, XLSX)
CODES = {kind.code: kind for kind in KINDS}
_SUFFIXES = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
ACCEPT = ",".join(_SUFFIXES)


def by_suffix(suffix: str) -> Kind | None:
    """Promise the kind that a name ending in `suffix` (with its dot, in lower case) promises to be."""
    return _SUFFIXES.get(suffix)


def by_content(content: bytes) -> Kind | None:
    """Promise the kind that the bytes themselves show; None for texts and for whatever is not accepted."""
    shown = _shown(content)
    if "application/zip" in shown:
        said = says(content)
        return next((kind for kind in KINDS if kind.media_type == said), None)
    return next((kind for kind in KINDS if kind.shows in shown), None)


def agrees(kind: Kind, content: bytes) -> bool:
    """Whether the first bytes are those of `kind`. The whole is judged by its `keep`."""
    return not kind.shows or kind.shows in _shown(content)


def _shown(content: bytes) -> frozenset[str]:
    if content.startswith(b"PK\x03\x04"):  # one beginning for dozens of kinds: what is inside decides
        return frozenset({"application/zip"})
    try:
        return frozenset(match.mime_type for match in puremagic.magic_string(content[:_HEAD]))
    except (puremagic.PureError, ValueError):
        return frozenset()
