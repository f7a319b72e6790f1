"""Documents that are archives inside: ODT, ODS, DOCX, XLSX. Looked into, never unpacked to disk."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from incidencia.web.refusals import Refused

MOST_INSIDE = 200_000_000  # bytes of all parts together
MOST_PARTS = 5_000
_DESCRIBES = 1_000_000  # bytes of the part that says what the archive is
_BROKEN = (BadZipFile, OSError, ValueError, EOFError, KeyError, NotImplementedError, RuntimeError, zlib.error)
_ODF = "application/vnd.oasis.opendocument."
_OOXML = "application/vnd.openxmlformats-officedocument."
# What the archive says of itself, by the suffix that goes with it.
SAYS = {
    ".odt": f"{_ODF}text",
    ".ods": f"{_ODF}spreadsheet",
    ".docx": f"{_OOXML}wordprocessingml.document",
    ".xlsx": f"{_OOXML}spreadsheetml.sheet",
}
_MODERN = [said for said in SAYS.values() if said.startswith(_OOXML)]


def keep_container(content: bytes, suffix: str) -> bytes:
    """Promise `content` as it is, if it is a whole, harmless document of the kind `suffix` names. Raises Refused."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_too_much(parts)
            _refuse_locked(parts)
            _refuse_macros(archive, parts)
            if _hides_another(archive, content) or archive.testzip() is not None:
                raise _damaged()
            if _says(archive) != SAYS[suffix]:
                raise Refused(
                    "lies",
                    _("It ends in %(suffix)s, but inside it is something else.") % {"suffix": suffix},
                    _("What a file is called and what it holds must agree."),
                    _("Save it again with the program it was made with, and choose it again."),
                )
    except _BROKEN as error:
        raise _damaged() from error
    return content


def says(content: bytes) -> str:
    """Promise the media type an archive gives itself; empty where it gives none or can't be read."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _says(archive)
    except _BROKEN:
        return ""


def _says(archive: ZipFile) -> str:
    names = archive.namelist()
    if names and names[0] == "mimetype":
        return _read(archive, "mimetype").decode("ascii", "replace").strip()
    if "[Content_Types].xml" in names:
        described = _read(archive, "[Content_Types].xml")
        return next((said for said in _MODERN if f'"{said}.main+xml"'.encode() in described), "")
    return ""


def _read(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_DESCRIBES)


def _refuse_too_much(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_INSIDE:
        raise Refused(
            "expands",
            _("The document grows to more than %(most)s MB when it is opened.") % {"most": MOST_INSIDE // 1_000_000},
            _("Documents that grow without measure stop the machines of those who open them."),
            _("Divide it, or save it as PDF."),
        )


def _refuse_locked(parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused(
            "locked",
            _("The document is protected with a password."),
            _("What is attached must be readable by those it is for."),
            _("Save it without a password and choose it again."),
        )


def _refuse_macros(archive: ZipFile, parts: list[ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    listed = "[Content_Types].xml" in archive.namelist()
    if (
        any("vbaproject" in name or "vbadata" in name or name.startswith(("basic/", "scripts/")) for name in names)
        or any("macrosheets/" in name for name in names)
        or (listed and b"macroenabled" in _read(archive, "[Content_Types].xml").lower())
    ):
        raise Refused(
            "macros",
            _("The document carries macros, small programs that run when it is opened."),
            _("Nothing that runs is accepted as an attachment."),
            _("Save it without macros, or as PDF."),
        )


def _hides_another(archive: ZipFile, content: bytes) -> bool:
    """Whether the same bytes are also something else, or hold ways out of their folder."""
    odd = any(
        part.filename.startswith("/")
        or ".." in part.filename.split("/")
        or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        for part in archive.infolist()
    )
    return odd or bool(archive.comment) or not content.startswith(b"PK\x03\x04") or b"%PDF-" in content[:1024]


def _damaged() -> Refused:
    return Refused(
        "damaged",
        _("The document can't be read: it is damaged or incomplete."),
        advice=_("Open it with the program it was made with, save it again and choose it again."),
    )
