"""Keeping files and giving them up. Rows and bytes go together: an act that is undone leaves neither."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from incidencia.files.checking import MOST, Checked, check, refuse_too_many
from incidencia.files.models import Attachment

Upload = UploadedFile | Checked

_written: ContextVar[list[str] | None] = ContextVar("written", default=None)


@contextmanager
def atomic_with_files() -> Iterator[None]:
    """Promise what `transaction.atomic` does, and that bytes written inside are gone from disk if it is undone.

    For services whose act keeps files: use it where the act would use `transaction.atomic`. It may be nested.
    """
    outer, mine = _written.get(), list[str]()
    token = _written.set(mine)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for name in mine:
            default_storage.delete(name)
        raise
    finally:
        _written.reset(token)
    if outer is not None:
        outer.extend(mine)


def attach(upload: Upload, *, by: AbstractBaseUser) -> Attachment:
    """Promise that the file is kept, with a random name, its kind and hash. Raises Refused as `check` does.

    Within a larger act give what `AttachmentsField` checked, so that no image is read while others wait to write.
    """
    return attach_all([upload], by=by)[0]


def attach_all(uploads: Iterable[Upload], *, by: AbstractBaseUser, most: int = MOST) -> list[Attachment]:
    """Promise that all files are kept, in their order, or none. Raises Refused, also above `most` files."""
    uploads = list(uploads)
    refuse_too_many(uploads, most)
    checked = [upload if isinstance(upload, Checked) else check(upload) for upload in uploads]
    with atomic_with_files():
        return [_keep(file, by) for file in checked]


def remove(attachment: Attachment) -> None:
    """Promise that the row is gone and, once that is committed, its bytes. Raises ProtectedError while in use."""
    name = attachment.file.name or ""
    with transaction.atomic():
        attachment.delete()
        transaction.on_commit(lambda: default_storage.delete(name))


def _keep(file: Checked, by: AbstractBaseUser) -> Attachment:
    row = Attachment(
        name=file.name, kind=file.kind.code, size=len(file.content), sha256=file.sha256, uploaded_by_id=by.pk
    )
    row.file.save(file.name, ContentFile(file.content), save=False)
    written = _written.get()
    if written is not None and row.file.name:
        written.append(row.file.name)
    row.save()
    return row
