"""Rows and bytes of attached files go together, in and out."""

import os
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, transaction

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files import queries
from incidencia.files.checking import check
from incidencia.files.models import FOLDER, Attachment
from incidencia.files.services import atomic_with_files, attach, attach_all, remove
from incidencia.web.refusals import Refused
from tests.incidencia.files.made import PDF, picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / FOLDER


def on_disk(media: Path) -> list[Path]:
    return sorted(path for path in media.rglob("*") if path.is_file())


def test_a_file_is_kept_with_its_kind_and_hash_under_a_name_of_chance(alba: Person, media: Path) -> None:
    row = attach(upload("Propuesta de Ñuu.pdf", PDF), by=alba)
    row.refresh_from_db()
    assert (row.name, row.kind, row.size) == ("Propuesta de Ñuu.pdf", "pdf", len(PDF))
    assert row.sha256 == sha256(PDF).hexdigest()
    assert (row.uploaded_by, str(row)) == (alba, row.name)
    [path] = on_disk(media)
    assert "Propuesta" not in str(path)
    assert path.suffix == ""
    assert path.read_bytes() == PDF
    assert not os.access(path, os.X_OK) or os.stat(path).st_mode & 0o111 == 0


def test_the_hash_is_that_of_what_is_kept(alba: Person) -> None:
    row = attach(upload("foto.jpg", picture("JPEG", comment=b"Alba")), by=alba)
    with row.file.open("rb") as file:
        assert row.sha256 == sha256(file.read()).hexdigest()


def test_all_or_none(alba: Person, media: Path) -> None:
    rows = attach_all([upload("1.pdf", PDF), upload("2.txt", b"dos")], by=alba)
    assert [row.name for row in rows] == ["1.pdf", "2.txt"]
    with pytest.raises(Refused, match=r"4\.pdf"):
        attach_all([upload("3.pdf", PDF), upload("4.pdf", b"no")], by=alba)
    assert Attachment.objects.count() == len(on_disk(media)) == 2


def test_too_many_are_refused_with_the_number(alba: Person, media: Path) -> None:
    with pytest.raises(Refused) as refused:
        attach_all([upload(f"{n}.pdf", PDF) for n in range(3)], by=alba, most=2)
    assert refused.value.code == "too_many"
    assert "2" in str(refused.value.message)
    assert on_disk(media) == []


def test_what_was_checked_before_is_not_checked_again(alba: Person) -> None:
    assert attach(check(upload("nota.txt", b"hola")), by=alba).size == 4


@pytest.mark.django_db(transaction=True)
def test_the_bytes_of_an_act_that_is_undone_are_gone(alba: Person, media: Path) -> None:
    kept = attach(upload("antes.pdf", PDF), by=alba)

    def act() -> None:
        with atomic_with_files():
            attach(upload("una.pdf", PDF), by=alba)
            attach_all([upload("dos.pdf", PDF)], by=alba)
            assert len(on_disk(media)) == 3
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert list(Attachment.objects.all()) == [kept]
    assert len(on_disk(media)) == 1


@pytest.mark.django_db(transaction=True)
def test_an_inner_act_that_is_undone_leaves_the_outer_one(alba: Person, media: Path) -> None:

    def inner() -> None:
        with atomic_with_files():
            attach(upload("dos.pdf", PDF), by=alba)
            raise RuntimeError

    with atomic_with_files():
        attach(upload("una.pdf", PDF), by=alba)
        with pytest.raises(RuntimeError):
            inner()
    assert [row.name for row in Attachment.objects.all()] == ["una.pdf"]
    assert len(on_disk(media)) == 1


@pytest.mark.django_db(transaction=True)
def test_removing_takes_the_bytes_once_it_is_committed(alba: Person, media: Path) -> None:
    row = attach(upload("una.pdf", PDF), by=alba)

    def undone() -> None:
        with transaction.atomic():
            remove(Attachment.objects.get(pk=row.pk))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        undone()
    assert len(on_disk(media)) == 1
    remove(row)
    assert (on_disk(media), Attachment.objects.count()) == ([], 0)


def test_the_database_keeps_neither_empty_files_nor_nameless_ones(alba: Person) -> None:
    for wrong in ({"size": 0}, {"name": ""}):
        row = attach(upload("una.pdf", PDF), by=alba)
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.filter(pk=row.pk).update(**wrong)


def test_two_rows_never_share_their_bytes(alba: Person) -> None:
    one, other = (attach(upload("una.pdf", PDF), by=alba) for _ in range(2))
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=other.pk).update(file=one.file.name)


@pytest.mark.django_db(transaction=True)
def test_tidying_takes_only_what_is_old_and_kept_for_nobody(
    alba: Person, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, used, fresh = (attach(upload(f"{n}.pdf", PDF), by=alba) for n in range(3))
    Attachment.objects.exclude(pk=fresh.pk).update(at=now() - timedelta(days=8))
    (media / "aa").mkdir(exist_ok=True)
    stray, young = media / "aa" / "stray", media / "aa" / "young"
    for path in (stray, young):
        path.write_bytes(b"x")
    before = (now() - timedelta(days=8)).timestamp()
    os.utime(stray, (before, before))
    monkeypatch.setattr(queries, "users_of", lambda: _uses(used))
    call_command("files_tidy")
    assert set(Attachment.objects.all()) == {used, fresh}
    assert not default_storage.exists(old.file.name)
    assert (stray.exists(), young.exists()) == (False, True)


def _uses(row: Attachment) -> list[tuple[Any, str]]:
    """As if a table of somebody's referred to that row."""

    class Users:
        @staticmethod
        def filter(**condition: Any) -> Any:
            return Attachment.objects.filter(**condition).filter(pk=row.pk)

    return [(type("Use", (), {"_base_manager": Users}), "pk")]


def test_a_table_that_refers_to_attachments_is_asked() -> None:
    for model, column in queries.users_of():
        assert model._meta.get_field(column).related_model is Attachment


def test_ones_own_data_names_the_files(
    alba: Person, bruno: Person, client_of: Callable[[Person], Any]
) -> None:
    attach(upload("de alba.pdf", PDF), by=alba)
    attach(upload("de bruno.pdf", PDF), by=bruno)
    page = client_of(alba).get("/cuenta/mis-datos/").content.decode()
    assert "de alba.pdf" in page
    assert "de bruno.pdf" not in page
