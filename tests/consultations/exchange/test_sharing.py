"""From one process to another: through both coordinations, with reasons, and nothing that is reserved (A9)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from consultations.activities.models import Activity
from consultations.desk.asked import told
from consultations.desk.reach import reach_of
from consultations.exchange import checklist, queries, services
from consultations.exchange.models import Lesson, Share
from consultations.exchange.own_data import collect
from consultations.exchange.states import State
from consultations.exchange.waiting import to_decide, to_publish
from consultations.models import Consultation
from consultations.modes.information.models import Item
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import refused
from tests.factories import exchange as make
from tests.factories import information

pytestmark = pytest.mark.django_db
WHY = "Les puede servir."


@pytest.mark.guideline("G28")
@pytest.mark.engine
def test_a_members_offer_goes_through_both_coordinations(
    operating: Consultation, other: Consultation, document: Item, alba: Person, bruno: Person, olga: Person,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        offer = services.document_offer(source=operating, to=other, item=document, why=WHY, by=bruno)
    assert offer.state is State.OFFERED
    assert mail.outbox[-1].to == [alba.email]
    with refused("decided"):
        services.share_accept(share=offer, by=olga)
    with refused("not-convening"):
        services.share_forward(share=offer, by=olga)
    with django_capture_on_commit_callbacks(execute=True):
        offer = services.share_forward(share=offer, by=alba)
        services.share_forward(share=offer, by=alba)
    assert mail.outbox[-1].to == [olga.email]
    assert not queries.received(other).exists()
    with django_capture_on_commit_callbacks(execute=True):
        offer = services.share_accept(share=offer, by=olga)
        assert services.share_accept(share=offer, by=olga).accepted_at == offer.accepted_at
    assert mail.outbox[-1].to == [bruno.email]
    assert list(queries.received(other)) == [offer]
    assert list(queries.given(operating)) == [offer]


@pytest.mark.guideline("G28")
def test_each_coordination_declines_with_a_reason(
    operating: Consultation, other: Consultation, document: Item, alba: Person, bruno: Person, olga: Person
) -> None:
    offer = services.document_offer(source=operating, to=other, item=document, why=WHY, by=bruno)
    with refused("reason-needed"):
        services.share_decline(share=offer, reason=" ", by=alba)
    returned = services.share_decline(share=offer, reason="Ya lo tienen.", by=alba)
    assert returned.state is State.RETURNED
    with refused("decided"):
        services.share_forward(share=offer, by=alba)
    again = services.document_offer(source=operating, to=other, item=document, why=WHY, by=alba)
    assert again.state is State.PASSED
    with refused("not-convening"):
        services.share_decline(share=again, reason="x", by=alba)
    assert services.share_decline(share=again, reason="No es de aquí.", by=olga).state is State.DECLINED


@pytest.mark.guideline("A9")
@pytest.mark.engine
def test_nothing_that_is_reserved_leaves(
    operating: Consultation, other: Consultation, feed: Activity, alba: Person, bruno: Person
) -> None:
    secret = information.reserved(feed, alba)
    draft = information.drafted(feed, alba)
    later = information.published(feed, alba, now() + timedelta(days=2))
    members = information.published(information.feed(operating, alba, visibility="members"), alba)
    for item in (secret, draft, later, members):
        for by in (alba, bruno):
            with refused("not-public"):
                services.document_offer(source=operating, to=other, item=item, why=WHY, by=by)
    assert not Share.objects.exists()


@pytest.mark.guideline("A9")
def test_a_file_of_what_was_reserved_or_of_another_item_does_not_leave(
    operating: Consultation, other: Consultation, feed: Activity, document: Item, alba: Person
) -> None:
    file = document.versions.get().attachments.get()
    open_one = information.published(feed, alba)
    with refused("not-public"):
        services.document_offer(source=operating, to=other, item=open_one, attachment=file, why=WHY, by=alba)
    made = services.document_offer(source=operating, to=other, item=document, attachment=file, why=WHY, by=alba)
    assert made.title == "cifras.txt"


@pytest.mark.guideline("A9")
def test_what_is_no_longer_public_is_neither_accepted_nor_shown(
    operating: Consultation, other: Consultation, alba: Person, bruno: Person, olga: Person, carmen: Person
) -> None:
    lesson = make.in_library(operating, bruno)
    first = services.lesson_offer(lesson=lesson, to=other, why=WHY, by=alba)
    services.share_accept(share=first, by=olga)
    assert carmen.has_perm("consultations.share_view", Share.objects.get())
    services.lesson_decline(lesson=lesson, reason="Nombra a alguien.", by=bruno)
    assert not queries.received(other).exists()
    assert not carmen.has_perm("consultations.share_view", Share.objects.get())
    lesson.refresh_from_db()
    with refused("not-public"):
        services.lesson_offer(lesson=lesson, to=other, why=WHY, by=alba)
    waiting = make.in_library(operating, bruno, title="Otra")
    second = services.lesson_offer(lesson=waiting, to=other, why=WHY, by=alba)
    services.lesson_decline(lesson=waiting, reason="x", by=bruno)
    with refused("not-public"):
        services.share_accept(share=second, by=olga)


def test_not_to_oneself_not_twice_not_without_why_not_by_outsiders(
    operating: Consultation, other: Consultation, document: Item, bruno: Person, carmen: Person, alba: Person
) -> None:
    offer = {"source": operating, "item": document, "why": WHY}
    with refused("own-process"):
        services.document_offer(**offer, to=operating, by=bruno)  # type: ignore[arg-type]
    with refused("not-a-member"):
        services.document_offer(**offer, to=other, by=carmen)  # type: ignore[arg-type]
    with refused("reason-needed"):
        services.document_offer(**{**offer, "why": " "}, to=other, by=bruno)  # type: ignore[arg-type]
    services.document_offer(**offer, to=other, by=bruno)  # type: ignore[arg-type]
    with refused("offered-already"):
        services.document_offer(**offer, to=other, by=alba)  # type: ignore[arg-type]
    assert Share.objects.count() == 1


@pytest.mark.guideline("A9")
def test_a_process_that_is_not_public_offers_nothing(
    drafted: Consultation, other: Consultation, alba: Person
) -> None:
    with refused("not-public"):
        make.checklist(drafted, other, alba)


def test_a_draft_of_another_process_is_offered_nothing(
    operating: Consultation, document: Item, drafted: Consultation, bruno: Person
) -> None:
    with refused("no-process"):
        services.document_offer(source=operating, to=drafted, item=document, why=WHY, by=bruno)


# --- Checklists ------------------------------------------------------------------------------------


def test_a_checklist_is_shared_as_data_and_copied_whole(
    operating: Consultation, other: Consultation, bruno: Person
) -> None:
    made = make.checklist(operating, other, bruno)
    made.refresh_from_db()
    assert checklist.read(made.payload) == make.CHECKLIST
    assert make.checklist(operating, other, bruno) == made
    assert Share.objects.count() == 1


@pytest.mark.parametrize("data", [
    None, [], "x", {}, {"name": "x"}, {"name": "x", "items": []}, {"name": "", "items": [{"question": "x"}]},
    {"name": "x", "items": ["x"]}, {"name": "x", "items": [{"method": "x"}]},
    {"name": "x", "items": [{"question": 1}]},
    {"name": "x", "items": [{"question": "x", "weight": -1}]},
    {"name": "x", "items": [{"question": "x", "weight": "2"}]},
    {"name": "x", "items": [{"question": "x", "weight": True}]}, {"name": "x\x00", "items": [{"question": "x"}]},
    {"name": "‮x", "items": [{"question": "x"}]}, {"name": "x", "items": [{"question": "x"}] * 501},
    {"name": "x", "items": [{"question": "x", "weight": float("nan")}]},
])  # fmt: skip
def test_what_is_no_checklist_is_refused(data: Any) -> None:
    with refused("no-checklist"):
        checklist.read(data)


def test_what_a_checklist_does_not_know_is_not_kept() -> None:
    read = checklist.read({"name": "x", "items": [{"question": "y", "monitor": "Irene"}], "secret": "z"})
    assert read.payload() == {"name": "x", "language": "es", "items": [{"question": "y", "method": "", "weight": 1}]}


@pytest.mark.parametrize("url", ["https://otro.example/", "//otro.example", "javascript:alert(1)", "/\\otro", ""])
def test_its_source_is_a_page_of_this_site(
    operating: Consultation, other: Consultation, bruno: Person, url: str
) -> None:
    with refused("no-page"):
        services.checklist_offer(
            source=operating, to=other, checklist=make.CHECKLIST, source_url=url, why=WHY, by=bruno
        )


# --- Lessons ---------------------------------------------------------------------------------------


@pytest.mark.guideline("G28")
def test_a_members_lesson_waits_for_the_coordination_and_that_of_who_convenes_does_not(
    operating: Consultation, alba: Person, bruno: Person, dora: Person
) -> None:
    assert make.lesson(operating, alba, title="De la coordinación").is_in_library
    mine = make.lesson(operating, bruno)
    assert not mine.is_in_library
    with refused("not-convening"):
        services.lesson_publish(lesson=mine, by=dora)
    assert services.lesson_publish(lesson=mine, by=alba).is_in_library
    services.lesson_publish(lesson=mine, by=alba)
    with refused("decided"):
        services.lesson_decline(lesson=mine, reason="Cambié de opinión.", by=alba)
    assert {row.title for row in queries.library()} == {"De la coordinación", mine.title}


def test_a_lesson_not_taken_says_why_and_is_told(
    operating: Consultation, alba: Person, bruno: Person, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    mine = make.lesson(operating, bruno)
    with django_capture_on_commit_callbacks(execute=True):
        services.lesson_decline(lesson=mine, reason="Nombra a una persona usuaria.", by=alba)
    assert "Nombra a una persona usuaria." in mail.outbox[-1].body
    with refused("decided"):
        services.lesson_publish(lesson=mine, by=alba)


def test_the_library_finds_without_accents_by_language_and_process(
    operating: Consultation, alba: Person, bruno: Person
) -> None:
    make.in_library(operating, bruno, title="Preparación")
    make.in_library(operating, bruno, title="Sowing early", language="en")
    assert [row.title for row in queries.library("PREPARACION reunimos")] == ["Preparación"]
    assert [row.title for row in queries.library(language="en")] == ["Sowing early"]
    assert queries.library(process=operating.reference).count() == 2
    assert not queries.library("otra cosa").exists()


def test_a_lesson_sent_twice_is_written_once(operating: Consultation, bruno: Person) -> None:
    for _twice in range(2):
        services.lesson_write(consultation=operating, words=make.WORDS, by=bruno, speaking_as="", key="k")
    assert Lesson.objects.count() == 1


def test_two_people_who_send_the_same_key_write_two_lessons(
    operating: Consultation, bruno: Person, dora: Person
) -> None:
    told = {"consultation": operating, "words": make.WORDS, "speaking_as": "", "key": "k"}
    made = [services.lesson_write(by=who, **told) for who in (bruno, dora)]
    assert [one.author for one in made] == [bruno, dora]


def test_what_waits_for_who_convenes_and_ones_data(
    operating: Consultation, other: Consultation, document: Item, alba: Person, bruno: Person, olga: Person
) -> None:
    offer = services.document_offer(source=operating, to=other, item=document, why=WHY, by=bruno)
    make.lesson(operating, bruno)
    assert len(told([to_decide, to_publish], reach_of(alba))) == 2
    assert not told([to_decide, to_publish], reach_of(olga))
    assert not told([to_decide, to_publish], reach_of(bruno))
    services.share_forward(share=offer, by=alba)
    assert len(told([to_decide, to_publish], reach_of(alba))) == 1
    assert len(told([to_decide, to_publish], reach_of(olga))) == 1
    assert WHY in str(collect(bruno))
    assert WHY not in str(collect(alba))
    assert not any(rows for rows in collect(olga).values())


@pytest.mark.engine
def test_the_database_knows_what_can_not_be(
    operating: Consultation, other: Consultation, document: Item, bruno: Person
) -> None:
    offer = services.document_offer(source=operating, to=other, item=document, why=WHY, by=bruno)
    rows = Share.objects.filter(pk=offer.pk)
    for wrong in ({"to": operating}, {"accepted_at": now()}, {"ended_at": now()}, {"kind": "lesson"}, {"why": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
