"""Long threads and many of them: as many queries for few as for many, and every post has its address."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk.sources import waiting_for
from consultations.modes.dialogue.models import Post, Thread, Turn
from incidencia.accounts.models import Person
from tests.consultations.conftest import queries_of, warm
from tests.factories import dialogue as make
from tests.factories.many import copies

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def lengthen(thread: Thread, until: int) -> None:
    """Copy the last post until the thread has so many."""
    last = thread.posts.order_by("-number")[0]
    copies(
        last, until - last.number, number=lambda n: last.number + n + 1,
        key=lambda n: f"copy-{thread.pk}-{last.number + n}",
        text=lambda n: f"Intervención {last.number + n + 1}.",
    )  # fmt: skip
    Thread.objects.filter(pk=thread.pk).update(last=until)


def test_a_thread_of_five_hundred_posts_opens_at_its_newest_with_at_most_fifteen_queries(
    client_of: Browser, thread: Thread, dora: Person, bruno: Person, nobody: AnonymousUser
) -> None:
    make.posted(thread, dora, "", answers={1: "Doce mil."})
    page = f"/en/aportaciones/{thread.contribution.reference}/"
    reader, counts = warm(client_of(nobody)), []
    for many in (3, 500):
        lengthen(thread, many)
        counts.append(queries_of(lambda: reader.get(page)))
    assert counts[0] == counts[1] <= 15
    warmed = warm(client_of(bruno))
    shown = reader.get(page).content.decode()
    assert 'id="i500"' in shown
    assert 'id="i451"' in shown
    assert 'id="i450"' not in shown
    assert "?hasta=450" in shown
    assert queries_of(lambda: warmed.get(page)) <= 15


def test_every_post_has_an_address_that_opens_its_page_at_it(
    client_of: Browser, thread: Thread, nobody: AnonymousUser
) -> None:
    lengthen(thread, 120)
    reader, at = client_of(nobody), f"/en/aportaciones/{thread.contribution.reference}/intervenciones/"
    for number in (1, 2, 49, 50, 51, 69, 70, 71, 95, 120):
        answer = reader.get(f"{at}{number}/")
        assert answer.status_code == 302
        page, anchor = answer.headers["Location"].split("#")
        assert anchor == f"i{number}"
        assert f'id="i{number}"' in reader.get(page).content.decode(), number
    assert reader.get(f"{at}121/").status_code == 404
    assert reader.get(f"{at}0/").status_code == 404
    first = reader.get(f"{at}?hasta=50").content.decode()
    assert 'id="i1"' in first
    assert "?hasta=100" in first
    for strange in ("x", "-1", "99999999999999999999", "٣"):
        assert reader.get(at, {"hasta": strange}).status_code == 200


def test_the_columns_ask_as_often_for_few_as_for_many(
    client_of: Browser, talking: Activity, bruno: Person, dora: Person, carmen: Person
) -> None:
    client, counts = warm(client_of(carmen)), []
    page = f"/en/procesos/{talking.consultation.reference}/actividades/{talking.place}/"
    for many in (3, 27):
        for n in range(many):
            thread = make.opened(talking, bruno, title=f"Hilo {many} {n}")
            if n % 3 == 1:
                make.posted(thread, dora)
            if n % 3 == 2:
                make.concluded(thread, dora, bruno)
        counts.append([queries_of(lambda q=q: client.get(page + q)) for q in ("", "?columna=settled", "?q=hilo")])
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 18
    shown = client.get(page).content.decode()
    assert "See all 10" in shown


def test_a_search_finds_words_of_any_post_accents_aside(
    client_of: Browser, talking: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    one, other = make.opened(talking, bruno), make.opened(talking, bruno, title="Otra cosa")
    make.posted(one, dora, "Se habló del Cañón.")
    page = f"/en/procesos/{talking.consultation.reference}/actividades/{talking.place}/?q=canon+abasto"
    shown = client_of(nobody).get(page).content.decode()
    assert one.contribution.reference in shown
    assert other.contribution.reference not in shown


def test_the_desk_asks_as_often_for_few_as_for_many(talking: Activity, bruno: Person, dora: Person) -> None:
    def read() -> Any:
        return waiting_for(dora), waiting_for(bruno)

    counts = []
    for many in (3, 27):
        for n in range(many):
            thread = make.opened(talking, bruno, title=f"Hilo {many} {n}")
            if n % 2:
                make.posted(thread, dora)
        counts.append(queries_of(read))
    assert counts[0] == counts[1]
    assert Turn.objects.filter(ended_at__isnull=True).count() == 30
    assert Post.objects.count() == 44
