"""PDF, plain text and CSV."""

import re
from io import BytesIO
from zipfile import is_zipfile

from django.utils.translation import gettext as _

from incidencia.web.refusals import Refused

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# How programs and pages begin. A text that begins so is one of them under another name.
_MARKUP = ("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "#!", "{\\rtf")
_RUNS = re.compile(rb"<(?:!doctype html|html|script|svg|\?php)", re.I)


def keep_pdf(content: bytes) -> bytes:
    """Promise `content` as it is, if it is a whole PDF and nothing else at once. Raises Refused."""
    if b"%%EOF" not in content[-4096:]:
        raise Refused(
            "damaged",
            _("The document can't be read: it is damaged or incomplete."),
            advice=_("Open it with the program it was made with, save it again and choose it again."),
        )
    if not content.startswith(b"%PDF-") or _RUNS.search(content[:1024]) or is_zipfile(BytesIO(content)):
        raise _two_things()
    return content


def keep_text(content: bytes) -> bytes:
    """Promise the text in UTF-8, whether it came in UTF-8 or as Windows writes it. Raises Refused."""
    text = _decoded(content)
    if text.lstrip().lower().startswith(_MARKUP) or b"%PDF-" in content[:1024]:
        raise _two_things()
    return text.encode()


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text
    raise Refused(
        "lies",
        _("It is called a text, but inside there is no text."),
        _("What a file is called and what it holds must agree."),
        _("Save it as plain text (UTF-8) and choose it again."),
    )


def _two_things() -> Refused:
    return Refused(
        "two_things",
        _("It is one thing by its name and another inside."),
        _("What a file is called and what it holds must agree."),
        _("Save it again with the program it was made with, and choose it again."),
    )
