"""Whether a file can be attached. No database and no disk: heavy work belongs before any transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidencia.files.kinds import Kind, agrees, by_content, by_suffix
from incidencia.files.names import clean_name, suffix
from incidencia.web.refusals import Refused

MEGABYTE = 1_000_000
MOST = 5  # files for one thing, where nobody says otherwise


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that can be kept: its clean name and the bytes to keep, without metadata."""

    name: str
    kind: Kind
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes to keep."""
        return sha256(self.content).hexdigest()


def largest() -> int:
    """Promise how many bytes a file may have (`ATTACHMENT_MB`)."""
    megabytes: int = settings.ATTACHMENT_MB
    return megabytes * MEGABYTE


def check(upload: UploadedFile) -> Checked:
    """Promise the file with a clean name, its true kind and the bytes to keep.

    Raises Refused (`empty`, `too_large`, `wrong_kind`, `lies`, `two_things`, `damaged`, `locked`, `macros`,
    `expands`, `too_many_points`, `moving`); its message begins with the name of the file.
    """
    name = clean_name(upload.name or "")
    try:
        return _checked(name, upload)
    except Refused as refusal:
        said = _("%(name)s: %(message)s") % {"name": name, "message": refusal.message}
        raise Refused(refusal.code, said, refusal.rule, refusal.advice) from refusal


def refuse_too_many(uploads: Sequence[object], most: int = MOST) -> None:
    """Raises Refused (`too_many`) above `most` files."""
    if len(uploads) > most:
        said = ngettext("At most %(most)s file can be attached.", "At most %(most)s files can be attached.", most)
        raise Refused(
            "too_many", said % {"most": most}, advice=_("Choose the ones that matter most, or join them in one PDF.")
        )


def _checked(name: str, upload: UploadedFile) -> Checked:
    kind = by_suffix(suffix(name))
    if kind is None:
        raise _wrong_kind()
    if (upload.size or 0) > largest():
        raise _too_large(upload.size or 0)
    upload.seek(0)
    content = upload.read(largest() + 1)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused("empty", _("The file is empty."), advice=_("Look at it on your device and choose it again."))
    if len(content) > largest():
        raise _too_large(len(content))
    if not agrees(kind, content):
        raise _lies(name, by_content(content))
    return Checked(name, kind, kind.keep(content))


def _wrong_kind() -> Refused:
    return Refused(
        "wrong_kind",
        _("Files of this kind are not accepted."),
        _("Attachments are PDF, JPEG, PNG, WebP, plain text, CSV, ODT, ODS, DOCX or XLSX: all can open them."),
        _("Save it in one of these and choose it again."),
    )


def _too_large(size: int) -> Refused:
    told = {"size": -(-size // MEGABYTE), "limit": settings.ATTACHMENT_MB}
    return Refused(
        "too_large",
        _("The file has %(size)s MB and the limit is %(limit)s MB.") % told,
        advice=_("Make it smaller, or divide it."),
    )


def _lies(name: str, truly: Kind | None) -> Refused:
    ending, rule = suffix(name), _("What a file is called and what it holds must agree.")
    if truly is None:
        return Refused(
            "lies",
            _("It ends in %(suffix)s, but inside it is something else.") % {"suffix": ending},
            rule,
            _("Save it again with the program it was made with, and choose it again."),
        )
    told = {"suffix": ending, "kind": truly.name, "right": truly.suffix}
    return Refused(
        "lies",
        _("It ends in %(suffix)s, but inside it is %(kind)s.") % told,
        rule,
        _("Change the ending of its name to %(right)s and choose it again.") % told,
    )
