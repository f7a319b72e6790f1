"""Items: drafted, scheduled, published, corrected with a reason, replaced, reserved."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from consultations.activities.models import Activity
from consultations.activities.services import activity_cancel
from consultations.modes.information import services
from consultations.modes.information.models import Item, ItemVersion, ReadMark
from consultations.modes.information.states import State, state
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.models import Attachment
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.day import local_day
from tests.factories import information as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[..., Client]
BLNS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))
INSTANTS = st.datetimes(timezones=st.just(timezone.get_fixed_timezone(0)))


def typed(**values: str) -> dict[str, str]:
    """What somebody types into the form of an item."""
    return {"kind": "document", "title_es": "Borrador cero", "summary_es": "Tiene 34 párrafos.", **values}


LATER = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=99))


@given(at=st.none() | INSTANTS, instant=INSTANTS, later=LATER)
def test_what_is_published_never_becomes_unpublished(at: object, instant: object, later: timedelta) -> None:
    before = state(at, instant)  # type: ignore[arg-type]
    after = state(at, min(instant, instant.max.replace(tzinfo=instant.tzinfo) - later) + later)  # type: ignore
    assert before is not State.PUBLISHED or after is State.PUBLISHED
    assert (before is State.DRAFT) == (at is None)


def test_a_scheduled_item_appears_at_its_instant_without_any_job(
    feed: Activity, alba: Person, client: Client
) -> None:
    instant = now() + timedelta(hours=5)
    item = make.published(feed, alba, at=instant)
    page = f"/informacion/{item.reference}/"
    with time_machine.travel(instant - timedelta(seconds=1), tick=False):
        assert client.get(page).status_code == 404
        assert client.get(f"/r/{item.reference}").status_code == 404
    with time_machine.travel(instant, tick=False):
        assert client.get(page).status_code == 200
        assert client.get(f"/r/{item.reference}").headers["Location"] == page


@pytest.mark.engine
@pytest.mark.guideline("G27.II")
def test_every_item_has_a_summary_in_plain_words_of_at_most_eighty(
    feed: Activity, alba: Person, client_of: ClientOf
) -> None:
    bare = make.drafted(feed, alba, summary_es="")
    with refused("item-unready"):
        services.item_publish(item=bare, at=None, by=alba)
    new = f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/publicaciones/nueva/"
    answer = client_of(alba).post(new, typed(summary_es="palabra " * 81))
    assert answer.status_code == 422
    assert "G27.II" in answer.content.decode()
    assert "palabra palabra" in answer.content.decode()
    assert client_of(alba).post(new, typed(summary_es="palabra " * 80)).status_code == 303


def test_a_correction_says_why_and_keeps_the_earlier_text(feed: Activity, alba: Person, client: Client) -> None:
    item = make.published(feed, alba)
    with refused("reason-needed"):
        make.corrected(item, alba, reason="  ", summary_es="x")
    with refused("nothing-changed"):
        make.corrected(item, alba)
    assert item.versions.count() == 1
    make.corrected(item, alba, reason="Eran 35.", summary_es="Tiene 35 párrafos.")
    page = client.get(f"/informacion/{item.reference}/versiones/").content.decode()
    assert page.index("Tiene 35 párrafos.") < page.index("Tiene 34 párrafos.")
    assert "Eran 35." in page


@pytest.mark.engine
@pytest.mark.engine
def test_the_dates_of_a_meeting_are_kept_with_each_version(feed: Activity, alba: Person) -> None:
    day = local_day() + timedelta(days=30)
    item = make.published(feed, alba, kind="meeting", place="Viena", starts_on=day, ends_on=day)
    make.corrected(item, alba, starts_on=day, ends_on=day + timedelta(days=2))
    assert [v.ends_on for v in item.versions.all()] == [day, day + timedelta(days=2)]
    item.refresh_from_db()
    assert item.ends_on == day + timedelta(days=2)


def test_two_who_correct_at_once_lose_nothing(feed: Activity, alba: Person, client_of: ClientOf) -> None:
    item = make.published(feed, alba)
    page, client = f"/informacion/{item.reference}/corregir/", client_of(alba)
    base = make.standing(item).at.isoformat()
    first = client.post(page, typed(summary_es="Una", reason="Porque sí", base=base))
    assert first.status_code == 303
    second = client.post(page, typed(summary_es="Otra", reason="Por otra cosa", base=base))
    assert second.status_code == 422
    assert "Otra" in second.content.decode()
    fresh = make.standing(item).at.isoformat()
    assert fresh in second.content.decode()
    assert client.post(page, typed(summary_es="Otra", reason="Por otra cosa", base=fresh)).status_code == 303
    assert item.versions.count() == 3


@pytest.mark.engine
def test_a_draft_changed_in_another_window_is_not_written_over(feed: Activity, alba: Person) -> None:
    item = make.drafted(feed, alba)
    with refused("overtaken"):
        services.item_change(item=item, base="", values=make.PLAIN, keep=set(), files=(), by=alba)


def test_what_replaces_another_is_named_on_both_and_once(feed: Activity, alba: Person, client: Client) -> None:
    old = make.published(feed, alba)
    new = make.drafted(feed, alba, title_es="Borrador uno", supersedes=old)
    assert "Borrador uno" not in client.get(f"/informacion/{old.reference}/").content.decode()
    assert new.reference not in client.get(f"/informacion/{old.reference}/").content.decode()
    services.item_publish(item=new, at=None, by=alba)
    assert new.reference in client.get(f"/informacion/{old.reference}/").content.decode()
    assert old.reference in client.get(f"/informacion/{new.reference}/").content.decode()
    with refused("replaced-twice"):
        make.drafted(feed, alba, supersedes=old)


@pytest.mark.engine
def test_what_is_published_is_never_thrown_away_nor_held_back(feed: Activity, alba: Person) -> None:
    item = make.published(feed, alba)
    for act in (services.item_discard, services.item_hold_back):
        with refused("published"):
            act(item=item)
    waiting = make.published(feed, alba, at=now() + timedelta(days=1))
    assert services.item_hold_back(item=waiting).state is State.DRAFT
    services.item_discard(item=waiting)
    assert not Item.objects.filter(pk=waiting.pk).exists()


def test_files_go_with_their_version(feed: Activity, alba: Person, client_of: ClientOf, client: Client) -> None:
    new = f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/publicaciones/nueva/"
    file = SimpleUploadedFile("nota.txt", b"Una nota.")
    assert client_of(alba).post(new, {**typed(), "attachments": file}).status_code == 303
    item, kept = Item.objects.get(), Attachment.objects.get()
    address = f"/informacion/{item.reference}/archivos/{kept.pk}/"
    assert client.get(address).status_code == 404
    services.item_publish(item=item, at=None, by=alba)
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"Una nota."
    assert answer.headers["Content-Disposition"].startswith("attachment")
    lies = SimpleUploadedFile("foto.png", b"MZ\x90 no es una foto")
    refusal = client_of(alba).post(new, {**typed(), "attachments": lies})
    assert refusal.status_code == 422
    assert Item.objects.count() == 1


@pytest.mark.engine
@pytest.mark.guideline("A9")
def test_a_reserve_leaks_nowhere(seated: Cast, feed: Activity, client_of: ClientOf) -> None:
    item = make.reserved(feed, seated["alba"])
    at = f"/procesos/{feed.consultation.reference}"
    paths = [
        f"/informacion/{item.reference}/", f"/informacion/{item.reference}/versiones/",
        f"{at}/actividades/{feed.place}/", f"{at}/actividades/{feed.place}/?q=margenes", f"{at}/informacion.atom",
        f"{at}/informacion.json", f"{at}/calendario.ics", f"{at}/", f"/novedades/{feed.pk}",
    ]  # fmt: skip
    for who in ("nobody", "carmen", "bruno", "fatima", "root"):
        client = client_of(seated[who])
        for path in paths[:-1]:
            page = client.get(path).content.decode()
            assert make.SECRET not in page, (who, path)
        assert "Líneas de negociación" in client.get(paths[0]).content.decode()
        assert "Artículo 113" in client.get(paths[2]).content.decode()
        assert item.reference not in client.get(paths[3]).content.decode()
    assert make.SECRET in client_of(seated["elias"]).get(paths[0]).content.decode()
    assert make.SECRET not in ItemVersion.objects.get().folded


@pytest.mark.guideline("A9")
def test_a_reserve_ends_with_a_reason_and_what_was_reserved_before_stays_so(
    seated: Cast, feed: Activity, client_of: ClientOf
) -> None:
    item = make.reserved(feed, seated["alba"])
    make.corrected(
        item, seated["alba"], "Terminó la negociación.", reserved=False, summary_es="Lo que se negoció.",
        body_es="Versión pública.",
    )  # fmt: skip
    page = f"/informacion/{item.reference}/"
    seen = client_of(seated["carmen"]).get(page).content.decode()
    assert "Versión pública." in seen
    versions = client_of(seated["carmen"]).get(f"{page}versiones/").content.decode()
    assert make.SECRET not in versions
    assert "Terminó la negociación." in versions
    assert make.SECRET in client_of(seated["dora"]).get(f"{page}versiones/").content.decode()
    with refused("was-public"):
        make.corrected(item, seated["alba"], reserved=True)


@pytest.mark.guideline("A9")
def test_a_reserve_without_ground_or_review_is_refused_with_what_was_typed(
    feed: Activity, alba: Person, client_of: ClientOf
) -> None:
    new = f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/publicaciones/nueva/"
    answer = client_of(alba).post(new, typed(reserved="on", ground="Artículo 113"))
    assert answer.status_code == 422
    assert "Artículo 113" in answer.content.decode()
    assert answer.content.decode().count("(A9)") >= 2


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"title_es": " "}, "title_es"), ({"kind": "meeting"}, "starts_on"),
        ({"starts_on": "2027-01-01"}, "starts_on"),
        ({"kind": "meeting", "starts_on": "2027-01-03", "ends_on": "2027-01-01"}, "ends_on"),
        ({"kind": "meeting", "starts_on": "0001-01-01"}, "starts_on"), ({"kind": "otra"}, "kind"),
        ({"title_es": "al rev\u202eés"}, "title_es"), ({"supersedes": "9999"}, "supersedes"),
        ({"read_by": "9999-12-31T23:59"}, "read_by"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_refused_beside_its_field(
    feed: Activity, alba: Person, client_of: ClientOf, values: dict[str, str], name: str
) -> None:
    new = f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/publicaciones/nueva/"
    answer = client_of(alba).post(new, typed(**values))
    assert answer.status_code == 422
    assert name in answer.context["form"].errors
    assert not Item.objects.exists()


@pytest.mark.engine
def test_no_naughty_string_breaks_an_item(feed: Activity, alba: Person, client_of: ClientOf) -> None:
    new = f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/publicaciones/nueva/"
    client = client_of(alba)
    for text in BLNS:
        cut = text[:150]
        answer = client.post(new, typed(title_es=cut or "x", summary_es=cut, body_es=text, place=cut))
        assert answer.status_code in (303, 422), text
    for item in Item.objects.exclude(versions__summary_es="")[:200]:
        services.item_publish(item=item, at=None, by=alba)
    for end in ("informacion.atom", "informacion.json", "calendario.ics", f"actividades/{feed.place}/"):
        answer = client.get(f"/procesos/{feed.consultation.reference}/{end}")
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content or end.endswith((".json", ".ics"))


def test_a_mark_is_of_the_version_that_was_read(seated: Cast, feed: Activity, client_of: ClientOf) -> None:
    item = make.published(feed, seated["alba"])
    client, page = client_of(seated["bruno"]), f"/informacion/{item.reference}/"
    assert client.post(f"{page}leido/", {"act": "read"}).status_code == 303
    assert ReadMark.objects.get().version == 1
    assert 'class="num">1<' in client_of(seated["alba"]).get(page).content.decode()
    make.corrected(item, seated["alba"], summary_es="Otra cosa.")
    assert 'class="num">0<' in client_of(seated["alba"]).get(page).content.decode()
    client.post(f"{page}leido/", {"act": "read"})
    assert ReadMark.objects.get().version == 2
    client.post(f"{page}leido/", {"act": "forget"})
    assert not ReadMark.objects.exists()


@pytest.mark.guideline("G27.II")
def test_what_is_scheduled_or_public_keeps_its_summary(feed: Activity, alba: Person) -> None:
    waiting = make.published(feed, alba, at=now() + timedelta(days=1))
    mute = {**make.PLAIN, "summary_es": ""}
    with refused("item-unready"):
        services.item_change(
            item=waiting, base=make.standing(waiting).at.isoformat(), values=mute, keep=set(), files=(), by=alba
        )
    assert make.standing(waiting).summary_es
    with refused("mute"):
        make.corrected(make.published(feed, alba), alba, summary_es="")
    reserve = make.reserved(feed, alba, summary_es="")
    with refused("mute"):
        make.corrected(reserve, alba, reserved=False)


def test_what_was_scheduled_beyond_a_cancellation_is_never_published(
    feed: Activity, alba: Person, client: Client
) -> None:
    instant = now()
    out, late = make.published(feed, alba), make.published(feed, alba, at=instant + timedelta(days=2))
    activity_cancel(activity=feed, reason="Se une a otra.", by=alba)
    with time_machine.travel(instant + timedelta(days=3)):
        assert client.get(f"/informacion/{out.reference}/").status_code == 200
        assert client.get(f"/informacion/{late.reference}/").status_code == 404
        assert client.get(f"/r/{late.reference}").status_code == 404
        told = client.get(f"/procesos/{feed.consultation.reference}/informacion.json").content.decode()
        assert out.reference in told
        assert late.reference not in told
