"""Drafts that write themselves, and acts on them, in the database."""

import json

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from sessions import chain, desk, log, wire
from sessions.core import commands as c
from sessions.core.refusals import Refused as CoreRefused
from sessions.core.ruleset import Rules
from sessions.minutes import services, stream
from sessions.minutes import work as w
from sessions.models import Minutes, MinutesEntry
from tests.factories.minutes import AT_ONCE, minutes_in, work_on
from tests.factories.sessions import play, session_at_its_hour, session_closed, session_open

pytestmark = [pytest.mark.django_db, pytest.mark.engine]

NOT_SEALED = Rules(objection_seconds=3, seal_seconds=86_400)


def test_a_session_that_closes_has_its_draft() -> None:
    session = session_closed()
    services.draft_after(session.pk)
    row = Minutes.objects.get(session=session)
    assert (row.state, row.log_seq, row.log_head) == ("draft", session.seq, session.head)
    document = stream.document_of(row)
    assert [a.reference for a in document.agreements] == [f"{session.reference}-A1"]
    assert document.colophon.head == session.head


def test_a_draft_is_made_once_however_often_it_is_asked_for() -> None:
    session = session_closed()
    services.draft_after(session.pk)
    first = Minutes.objects.get(session=session)
    services.draft_after(session.pk)
    again = Minutes.objects.get(session=session)
    assert wire.canonical(first.document) == wire.canonical(again.document)
    assert Minutes.objects.count() == 1


def test_a_session_that_still_sits_has_no_minutes() -> None:
    session = session_open()
    services.draft_after(session.pk)
    assert services.drafted(session) is None


def test_a_session_reopened_before_sealing_is_drafted_again_at_its_next_closing() -> None:
    session = session_closed(rules=NOT_SEALED)
    services.draft_after(session.pk)
    play(session, "alba", c.ReopenSession("Something was forgotten"))
    play(session, "alba", c.OpenItem("i6"))
    play(session, "alba", c.CloseSession())
    row = services.drafted(session)
    assert row is not None
    assert row.log_seq == session.seq
    assert [r.reason for r in stream.document_of(row).times.reopenings] == ["Something was forgotten"]


def test_a_draft_is_brought_to_the_seal_when_somebody_looks() -> None:
    session = session_closed(rules=AT_ONCE)
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    session.refresh_from_db()
    assert session.phase == "sealed"
    assert stream.document_of(row).times.sealed is not None
    assert row.log_head == session.head


def test_a_session_that_was_not_held_leaves_a_record() -> None:
    session = session_at_its_hour()
    play(session, "alba", c.RecordNotHeld("Nobody came"))
    row = services.drafted(session)
    assert row is not None
    assert not stream.document_of(row).identity.held
    work_on(row, "alba", w.Circulate())


def test_the_head_in_the_colophon_is_the_chain_of_the_leaves() -> None:
    row = minutes_in("published")
    head = chain.EMPTY
    for line in row.session.entries.order_by("seq"):
        head = chain.head(head, line.leaf)
    assert row.log_head == head
    assert stream.document_of(row).colophon.head == head


def test_minutes_do_not_circulate_while_the_session_may_be_reopened() -> None:
    row = minutes_in("draft", rules=NOT_SEALED)
    with pytest.raises(w.Refused) as refused:
        work_on(row, "alba", w.Circulate())
    assert refused.value.code is w.Code.LOG_OPEN


def test_the_same_act_twice_does_its_work_once() -> None:
    row = minutes_in()
    first = work_on(row, "alba", w.EditWording("t1", "Otras palabras", "Más claro"), key="one")
    again = work_on(row, "alba", w.EditWording("t1", "Otras palabras", "Más claro"), key="one")
    assert first.entry is not None
    assert again.entry is None
    assert again.work == first.work
    assert MinutesEntry.objects.count() == 1


def test_a_refused_act_leaves_nothing() -> None:
    row = minutes_in()
    with pytest.raises(w.Refused):
        work_on(row, "bruno", w.EditWording("t1", "Mías", "Porque sí"))
    assert not MinutesEntry.objects.exists()
    row.refresh_from_db()
    assert row.seq == 0


def test_the_stream_of_minutes_has_no_gaps_and_no_doubles() -> None:
    row = minutes_in("published")
    assert list(row.entries.values_list("seq", flat=True)) == [1, 2, 3]
    with pytest.raises(IntegrityError), transaction.atomic():
        MinutesEntry.objects.create(
            minutes=row, seq=1, at=row.published_at, act="other", type="Circulated", version=1, payload={}
        )


def test_the_row_follows_the_stream() -> None:
    row = minutes_in("published")
    work = stream.work_of(row)
    assert (row.state, row.seq) == ("published", 3)
    assert (row.circulated_at, row.approved_at, row.published_at) == (
        work.circulated_at, work.approved_at, work.published_at,
    )  # fmt: skip


def test_every_event_of_the_stream_survives_storage() -> None:
    row = minutes_in("circulated")
    work_on(row, "alba", w.AddNarrative("i5", "Se habló largo", "Falta contexto"))
    work_on(row, "alba", w.EditWording("t1", "Pide conservar la perspectiva", "Más breve"))
    work_on(row, "bruno", w.ContestStatement("t1", "Pedí reforzarla", base=3))
    work_on(row, "bruno", w.ConfirmStatement("t1", 3))
    work_on(row, "bruno", w.SendStatement("Postura", "Pedimos cifras", "es", "i5"))
    work_on(row, "bruno", w.DisputeMinutes("Falta mi segunda intervención"))
    work_on(row, "bruno", w.AcceptMinutes())
    work_on(row, "dora", w.ApproveMinutes())
    done = work_on(row, "alba", w.PublishMinutes())
    assert stream.work_of(row) == done.work
    assert set(stream.BY_NAME) == set(row.entries.values_list("type", flat=True))


def test_the_folded_words_are_those_of_the_minutes_as_they_are_now() -> None:
    row = minutes_in("draft")
    work_on(row, "alba", w.EditWording("t1", "Atención a jóvenes migrantes", "Así lo dijo"))
    row.refresh_from_db()
    assert "atencion a jovenes migrantes" in row.search
    assert "perspectiva de genero" in row.search  # the agreement
    assert "pide conservar" not in row.search


@pytest.mark.django_db(transaction=True)
def test_circulating_writes_to_those_admitted_in_their_language() -> None:
    row = minutes_in("draft")
    bruno = row.session.seats.get(person__name="Bruno Sosa").person
    bruno.language = "en"
    bruno.save()
    mail.outbox.clear()
    work_on(row, "alba", w.Circulate())
    assert len(mail.outbox) == 5
    letter = next(m for m in mail.outbox if m.to == [bruno.email])
    assert f"/en/sesiones/{row.session.reference}/acta/" in letter.body
    assert "1 statement of yours" in letter.body


@pytest.mark.django_db(transaction=True)
def test_publishing_writes_to_those_admitted_once() -> None:
    row = minutes_in("approved")
    mail.outbox.clear()
    work_on(row, "alba", w.PublishMinutes(), key="p")
    work_on(row, "alba", w.PublishMinutes(), key="p")
    assert len(mail.outbox) == 5


def test_the_room_is_never_reopened_once_its_minutes_circulate() -> None:
    row = minutes_in("circulated")
    with pytest.raises(CoreRefused):
        play(row.session, "alba", c.ReopenSession("Too late"))
    before = row.document
    services.draft_after(row.session_id)
    row.refresh_from_db()
    assert row.document == before


def test_the_stored_document_equals_one_built_again_from_the_log() -> None:
    row = minutes_in("published")
    desk.settle(row.session_id)
    again = services.build(
        log.entries(row.session), agreement_reference=lambda n: f"{row.session.reference}-A{n}", head=row.log_head
    )
    assert wire.canonical(wire.plain(again)) == wire.canonical(row.document)
    assert json.loads(wire.canonical(row.document)) == row.document
