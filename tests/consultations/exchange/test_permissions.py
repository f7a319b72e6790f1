"""Who offers, passes on, accepts and reads: everybody of the cast, before, during and after."""

import pytest

from consultations.exchange import services
from consultations.exchange.models import Share
from consultations.models import Consultation
from consultations.modes.information.models import Item
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import exchange as make

pytestmark = pytest.mark.django_db
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody", "olga"}
PROCESS = {"alba", "bruno", "dora", "elias", "fatima"}


def fresh(share: Share) -> Share:
    return Share.objects.select_related("source__coordinator", "to__coordinator", "item", "lesson").get(pk=share.pk)


@pytest.mark.guideline("G28")
@pytest.mark.engine
def test_an_offer_before_during_and_after(
    seated: Cast, operating: Consultation, other: Consultation, document: Item, olga: Person, alba: Person
) -> None:
    people: Cast = {**seated, "olga": olga}
    bruno = people["bruno"]
    assert allowed(people, "share_offer", operating) == PROCESS
    offer = services.document_offer(source=operating, to=other, item=document, why="x", by=bruno)  # type: ignore[arg-type]
    assert allowed(people, "share_view", fresh(offer)) == {"alba", "bruno"}
    assert allowed(people, "share_forward", fresh(offer)) == {"alba"}
    assert allowed(people, "share_decline", fresh(offer)) == {"alba"}
    assert allowed(people, "share_accept", fresh(offer)) == set()
    services.share_forward(share=offer, by=alba)
    assert allowed(people, "share_view", fresh(offer)) == {"alba", "bruno", "olga"}
    assert allowed(people, "share_forward", fresh(offer)) == set()
    for act in ("share_accept", "share_decline"):
        assert allowed(people, act, fresh(offer)) == {"olga"}
    services.share_accept(share=offer, by=olga)
    assert allowed(people, "share_view", fresh(offer)) == EVERYBODY
    for act in ("share_forward", "share_accept", "share_decline"):
        assert allowed(people, act, fresh(offer)) == set()


def test_a_lesson_before_and_in_the_library_and_taken_out(
    seated: Cast, operating: Consultation, olga: Person, alba: Person
) -> None:
    people: Cast = {**seated, "olga": olga}
    bruno = people["bruno"]
    assert allowed(people, "lesson_write", operating) == PROCESS
    mine = make.lesson(operating, bruno)  # type: ignore[arg-type]
    assert allowed(people, "lesson_view", mine) == {"alba", "bruno"}
    assert allowed(people, "lesson_publish", mine) == {"alba"}
    assert allowed(people, "lesson_decline", mine) == {"alba", "bruno"}
    mine = services.lesson_publish(lesson=mine, by=alba)
    assert allowed(people, "lesson_view", mine) == EVERYBODY
    assert allowed(people, "lesson_publish", mine) == set()
    assert allowed(people, "lesson_decline", mine) == {"bruno"}
    mine = services.lesson_decline(lesson=mine, reason="Nombra a alguien.", by=bruno)  # type: ignore[arg-type]
    assert allowed(people, "lesson_view", mine) == {"alba", "bruno"}
    assert allowed(people, "lesson_decline", mine) == set()


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = ("share_offer", "share_view", "share_forward", "share_accept", "share_decline", "lesson_write",
            "lesson_view", "lesson_publish", "lesson_decline")  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()
