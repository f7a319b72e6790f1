"""Which files are kept for nobody."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import Exists, ManyToOneRel, Model, OuterRef, QuerySet

from incidencia.files.models import FOLDER, Attachment


def unused(before: datetime) -> QuerySet[Attachment]:
    """Promise the attachments from before that instant which nothing refers to."""
    rows = Attachment.objects.filter(at__lt=before)
    for users, column in users_of():
        rows = rows.filter(~Exists(users._base_manager.filter(**{column: OuterRef("pk")})))
    return rows


def users_of() -> Iterator[tuple[type[Model], str]]:
    """Promise each table that refers to attachments, with its column; those between two tables too."""
    for relation in Attachment._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            yield relation.related_model, relation.field.name


def strays(before: datetime) -> Iterator[str]:
    """Promise the names in storage, from before that instant, that no row holds."""
    held = set(Attachment.objects.values_list("file", flat=True))
    for name in _kept(FOLDER):
        if name not in held and default_storage.get_modified_time(name) < before:
            yield name


def _kept(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for inner in folders:
        yield from _kept(f"{folder}/{inner}")
    for file in files:
        yield f"{folder}/{file}"
