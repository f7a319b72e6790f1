"""Who may write, correct, read and mark: before, during and after the window, for everybody, with a secret inside."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from consultations.activities.models import Activity
from consultations.activities.services import activity_cancel
from consultations.models import Consultation
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import information as make

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
SIGNED_IN = EVERYBODY - {"nobody"}
OFFICIALS = {"alba", "dora", "elias"}
INSIDE = {"alba", "bruno", "dora", "elias", "fatima"}
ClientOf = Callable[..., Client]


def test_only_who_convenes_writes(seated: Cast, feed: Activity) -> None:
    assert allowed(seated, "item_write", feed) == {"alba"}
    for item in (make.drafted(feed, seated["alba"]), make.published(feed, seated["alba"])):
        assert allowed(seated, "item_keep", item) == {"alba"}


def test_a_draft_and_what_is_scheduled_are_seen_by_who_convenes_alone(seated: Cast, feed: Activity) -> None:
    for item in (
        make.drafted(feed, seated["alba"]), make.published(feed, seated["alba"], at=now() + timedelta(days=1))
    ):  # fmt: skip
        assert allowed(seated, "item_view", item) == {"alba"}
        assert allowed(seated, "item_mark", item) == set()
    with time_machine.travel(now() + timedelta(days=1, seconds=1)):
        assert allowed(seated, "item_view", item) == EVERYBODY


def test_what_is_published_is_read_by_everybody_and_marked_by_whoever_signed_in(seated: Cast, feed: Activity) -> None:
    item = make.published(feed, seated["alba"])
    assert allowed(seated, "item_read_whole", item) == EVERYBODY
    assert allowed(seated, "item_mark", item) == SIGNED_IN


@pytest.mark.guideline("A9")
def test_what_is_reserved_is_read_by_the_officials_alone(seated: Cast, feed: Activity) -> None:
    item = make.reserved(feed, seated["alba"])
    assert allowed(seated, "item_view", item) == EVERYBODY
    assert allowed(seated, "item_read_whole", item) == OFFICIALS
    assert allowed(seated, "item_mark", item) == {"dora", "elias", "alba"}


def test_where_only_members_read_nobody_else_learns_that_there_is_something(
    seated: Cast, operating: Consultation, client_of: ClientOf
) -> None:
    inner = make.feed(operating, seated["alba"], visibility="members")
    item = make.published(inner, seated["alba"], body_es=make.SECRET)
    assert allowed(seated, "item_view", item) == INSIDE
    for who in EVERYBODY - INSIDE:
        client = client_of(seated[who])
        assert client.get(f"/informacion/{item.reference}/").status_code == 404
        for end in ("informacion.atom", "informacion.json", "calendario.ics"):
            assert item.reference not in client.get(f"/procesos/{operating.reference}/{end}").content.decode()
        page = client.get(f"/procesos/{operating.reference}/actividades/{inner.place}/").content.decode()
        assert item.reference not in page


@pytest.mark.parametrize(("days", "opens"), [(0, 2), (12, 0)])
def test_nothing_is_published_before_and_after_the_window(
    seated: Cast, operating: Consultation, days: int, opens: int
) -> None:
    instant = now()
    activity = make.feed(
        operating, seated["alba"], opens_at=instant + timedelta(days=opens), closes_at=instant + timedelta(days=10)
    )
    item = make.drafted(activity, seated["alba"])
    with time_machine.travel(instant + timedelta(days=days)), refused("outside-window"):
        make.item_publish(item=item, at=None, by=seated["alba"])
    with refused("outside-window"):
        make.item_publish(item=item, at=instant + timedelta(days=11), by=seated["alba"])


def test_after_the_window_and_after_a_cancellation_it_is_still_corrected(seated: Cast, feed: Activity) -> None:
    item = make.published(feed, seated["alba"])
    activity_cancel(activity=feed, reason="Se une a otra.", by=seated["alba"])
    make.corrected(item, seated["alba"], summary_es="Tiene 35 párrafos.")
    assert allowed(seated, "item_view", item) == EVERYBODY
    with refused("outside-window"):
        make.published(feed, seated["alba"])


@pytest.mark.parametrize("act", ["editar", "corregir", "publicar", "descartar"])
@pytest.mark.parametrize("who", ["bruno", "carmen", "dora", "fatima", "root"])
def test_the_pages_of_who_convenes_are_closed_to_the_others(
    seated: Cast, feed: Activity, client_of: ClientOf, act: str, who: str
) -> None:
    item = make.published(feed, seated["alba"])
    draft = make.drafted(feed, seated["alba"])
    client = client_of(seated[who])
    assert client.post(f"/informacion/{item.reference}/{act}/").status_code == 403
    assert client.post(f"/informacion/{draft.reference}/{act}/").status_code == 404


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    for act in ("item_write", "item_keep", "item_view", "item_read_whole", "item_read_reserved", "item_mark"):
        assert allowed(seated, act, None) == set()
