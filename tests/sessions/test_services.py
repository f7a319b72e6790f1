"""A session outside its room: drafting, accrediting, convening, papers; and what each refuses."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import services
from sessions.core.terms import ItemKind, Phase, Role, Side
from sessions.models import Session
from tests.factories import sessions as make
from tests.incidencia.files import made as files

pytestmark = pytest.mark.django_db


def plain(**fields: object) -> Session:
    given = {
        "series": make.SERIES, "title_es": "Sesión", "title_en": "", "starts_at": now() + timedelta(days=9),
        "zone": "America/Mexico_City", "host_es": "Oficina", "host_en": "", "by": make.cast("alba"), **fields,
    }  # fmt: skip
    return services.draft(**given)  # type: ignore[arg-type]


def why(act: object, *args: object, **kwargs: object) -> Refused:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)  # type: ignore[operator]
    return refused.value


# --- Drafting --------------------------------------------------------------------------------------
def test_sessions_of_a_series_are_numbered_in_order() -> None:
    assert [plain().reference for _ in range(3)] == [f"{make.SERIES}-S{n}" for n in (1, 2, 3)]


def test_a_draft_starts_with_the_skeleton_and_a_seat_for_the_secretariat() -> None:
    session = plain()
    kinds = [i.kind for i in session.draft_items.all()]
    assert kinds[:4] == [ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.PREVIOUS_MINUTES, ItemKind.FOLLOW_UP]
    assert kinds[-3:] == [ItemKind.OTHER_MATTERS, ItemKind.READING, ItemKind.CLOSING]
    assert [(s.person, s.role, s.votes) for s in session.seats.all()] == [
        (make.cast("alba"), Role.SECRETARIAT, False)
    ]


def test_a_session_needs_a_title() -> None:
    assert why(plain, title_es=" ").code == "title_needed"


def test_a_new_point_stands_before_the_other_matters_and_papers_follow_their_point() -> None:
    session, alba = plain(), make.cast("alba")
    subject = session.draft_items.get(kind=ItemKind.SUBJECT)
    paper = services.paper_add(
        session, title="Borrador", language="es", position=subject.position, file=None, text="Palabras", by=alba
    )
    new = services.item_add(session, title_es="Otro asunto", title_en="", minutes=20, by=alba)
    new.refresh_from_db()
    assert new.position == subject.position + 1
    services.item_move(new, up=True, by=alba)
    paper.refresh_from_db()
    subject.refresh_from_db()
    assert paper.item_position == subject.position == new.position


def test_what_belongs_to_every_session_keeps_its_place() -> None:
    session, alba = plain(), make.cast("alba")
    reading = session.draft_items.get(kind=ItemKind.READING)
    assert why(services.item_move, reading, up=True, by=alba).code == "fixed_place"
    assert why(services.item_remove, reading, by=alba).code == "fixed_item"
    assert why(services.item_change, reading, title_es="L", title_en="", minutes=0, by=alba).code == "minutes"


# --- Accrediting -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("name_needed", {"name": " "}),
        ("one_chair", {"role": Role.CHAIR, "side": Side.PUBLIC}),
        ("no_vote", {"role": Role.OBSERVER, "votes": True}),
        ("no_vote", {"side": Side.GUEST, "votes": True}),
        ("powers_public", {"powers": "Todos"}),
    ],
)
def test_a_seat_that_contradicts_the_rules_is_refused(code: str, fields: dict[str, object]) -> None:
    session = make.session_drafted()
    given = {"role": Role.MEMBER, "side": Side.CIVIL, **fields}
    refused = why(make.seat, session, None, given.pop("role"), given.pop("side"), **given)
    assert refused.code == code
    assert refused.advice


def test_nobody_has_two_seats() -> None:
    session = make.session_drafted()
    assert why(make.seat, session, "bruno", Role.MEMBER, Side.CIVIL).code == "already_accredited"


def test_a_seat_that_was_used_stays_in_the_record() -> None:
    session, alba = make.session_open(), make.cast("alba")
    assert why(services.seat_withdraw, make.seat_of(session, "bruno"), by=alba).code == "seat_used"
    unused = make.seat(session, None, Role.OBSERVER, Side.GUEST, name="Rosa Tec", votes=False)
    services.seat_withdraw(unused, by=alba)
    assert not session.seats.filter(name="Rosa Tec").exists()


def test_the_last_seat_of_the_secretariat_stays() -> None:
    session = plain()
    assert why(services.seat_withdraw, session.seats.get(), by=make.cast("alba")).code == "last_secretariat"


# --- Convening -------------------------------------------------------------------------------------
@pytest.mark.guideline("G15")
def test_convening_refuses_with_all_that_is_missing_at_once() -> None:
    session = plain(starts_at=now() - timedelta(hours=1))
    missing = {m.code for m in services.missing_to_convene(session)}
    assert missing == {"in_the_past", "no_way_in", "blank_subject", "no_chair", "no_civil", "no_public"}
    refused = why(services.convene, session, by=make.cast("alba"), key="k")
    assert "The date is in the past." in str(refused.message) or refused.code == "in_the_past"
    session.refresh_from_db()
    assert session.convened_at is None
    assert session.seq == 0


def test_a_convened_session_has_its_agenda_in_the_log_and_its_papers_circulated() -> None:
    session = make.session_drafted()
    services.paper_add(
        session, title="Borrador", language="es", position=5, file=None, text="Palabras", by=make.cast("alba")
    )
    services.convene(session, by=make.cast("alba"), key="k")
    room = make.room_of(session)
    assert [i.plan.id for i in room.items] == [f"i{n}" for n in range(1, 9)]
    assert [(p.title, p.item, p.late) for p in room.papers] == [("Borrador", "i5", False)]
    assert session.papers.get().circulated_at is not None
    assert why(services.convene, session, by=make.cast("alba"), key="k2").code == "already_convened"


@pytest.mark.guideline("G27.I")
def test_a_paper_that_comes_after_the_term_is_marked_late() -> None:
    session = make.session_convened(starts_at=now() + timedelta(days=2))
    services.paper_add(
        session, title="Tarde", language="es", position=None, file=None, text="x", by=make.cast("alba")
    )
    assert [p.late for p in make.room_of(session).papers] == [True]


def test_only_a_seat_of_the_secretariat_signs_for_the_session() -> None:
    session = make.session_drafted()
    assert why(services.convene, session, by=make.cast("dora"), key="k").code == "not_secretariat"


def test_a_session_is_moved_and_cancelled_in_the_log_and_calendars_count_on() -> None:
    session, alba = make.session_convened(), make.cast("alba")
    later = now() + timedelta(days=20)
    for _ in range(2):
        services.reschedule(session, starts_at=later, reason="Por agenda", by=alba, key="once")
    assert (session.starts_at, session.calendar_sequence) == (later, 1)
    services.cancel(session, reason="Sin sede", by=alba, key="k2")
    assert (session.phase, session.calendar_sequence) == (Phase.CANCELLED, 2)


def test_somebody_at_the_door_is_admitted_once_by_key() -> None:
    session = make.session_open()
    given = {"by": make.cast("alba"), "seat": make.seat_of(session, "alba"), "key": "k", "name": "Rosa Tec",
             "organization": "", "role": Role.OBSERVER, "side": Side.GUEST, "via": "hall"}  # fmt: skip
    assert [services.walk_in(session, **given).again for _ in range(2)] == [False, True]
    assert session.seats.filter(name="Rosa Tec").count() == 1


# --- Papers ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", files.PDF, ""), ("a.PDF", files.PDF, ""), ("a.txt", "añadir".encode(), ""),
        ("a.odt", files.office(".odt"), ""), ("a.docx", files.office(".docx"), ""),
        ("a.pdf", b"<html>", "lies"), ("a.docx", files.office(".odt"), "lies"), ("a.odt", b"PK", "lies"),
        ("a.docx", files.office(".docx", {"word/vbaProject.bin": b"x"}), "macros"), ("a.txt", b"a\0b", "lies"),
        ("a.html", b"<script>", "wrong_kind"), ("a.exe", b"MZ", "wrong_kind"), ("a", files.PDF, "wrong_kind"),
        ("a.png", files.picture("PNG"), "wrong_kind"),
        ("a.pdf", b"%PDF-" + b"x" * 10_000_000, "too_large"),
    ],
    ids=lambda v: v if isinstance(v, str) else f"{len(v)}B",
)  # fmt: skip
def test_a_paper_is_what_its_name_says_and_everybody_can_open_it(name: str, content: bytes, code: str) -> None:
    session, alba = make.session_drafted(), make.cast("alba")
    file = SimpleUploadedFile(name, content)
    given = {"title": "Documento", "language": "es", "position": None, "file": file, "text": "", "by": alba}
    if code:
        assert why(services.paper_add, session, **given).code == code
        assert not session.papers.exists()
    else:
        paper = services.paper_add(session, **given)  # type: ignore[arg-type]
        assert paper.size == len(content)
        assert len(paper.sha256) == 64
        kept = re.fullmatch(r"papers/\d{4}/(?P<stem>[^/]+)\.\w+", paper.file.name)
        assert kept is not None
        assert len(kept["stem"]) >= 12  # of chance: nothing of the name it came with


def test_a_paper_that_was_circulated_is_not_taken_back() -> None:
    session, alba = make.session_convened(), make.cast("alba")
    paper = services.paper_add(session, title="D", language="es", position=None, file=None, text="x", by=alba)
    assert why(services.paper_remove, paper, by=alba).code == "circulated"


def test_a_text_of_more_than_a_hundred_kilobytes_is_no_paper() -> None:
    session, alba = make.session_drafted(), make.cast("alba")
    given = {"title": "D", "language": "es", "position": None, "file": None, "by": alba}
    assert why(services.paper_add, session, text="x" * 100_001, **given).code == "too_long"
    assert why(services.paper_add, session, text=" ", **given).code == "empty_paper"


def test_a_closed_session_has_its_agreement() -> None:
    session = make.session_closed()
    assert session.phase == Phase.CLOSED
    assert [a.reference for a in session.agreements.all()] == ["MEC-2026-014-S1-A1"]
    refused = why(make.seat, session, None, Role.OBSERVER, Side.GUEST, votes=False)
    assert refused.code == "session_over"
