"""The pages that show minutes: who reads what in which state, what they say, what never leaks."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sessions.acting import admission
from sessions.core import commands as c
from sessions.core.terms import AmendmentKind, Choice, Method, TextKind
from sessions.minutes import services
from sessions.minutes import work as w
from sessions.models import Seat
from tests.factories.many import FEW, MANY
from tests.factories.minutes import STATES, minutes_in, work_on
from tests.factories.sessions import play, session_at_its_hour, session_open
from tests.sessions.minutes.browsers import DESK, EVERYBODY, SEATED, at, browser

pytestmark = pytest.mark.django_db

SECRET = "Zanzíbar todavía callado"
READERS = {"draft": DESK, "circulated": SEATED, "approved": SEATED, "published": set(EVERYBODY)}
READING = ("minutes_page", "minutes_json", "minutes_changes", "minutes_log")


# --- Who reads --------------------------------------------------------------------------------------
@pytest.mark.parametrize("view", READING)
@pytest.mark.parametrize("state", STATES)
def test_who_reads_follows_from_the_state(view: str, state: str) -> None:
    row = minutes_in(state)
    for name in EVERYBODY:
        status = browser(name).get(at(view, row)).status_code
        assert status == (200 if name in READERS[state] else 403), (name, status)


@pytest.mark.parametrize("state", ["draft", "circulated", "approved"])
def test_what_is_written_in_a_draft_reaches_nobody_outside(state: str) -> None:
    row = minutes_in("draft")
    work_on(row, "alba", w.EditWording("t1", SECRET, "Por zanzibar"))
    work_on(row, "alba", w.AddNarrative("i5", SECRET + " del punto", "Por zanzibar"))
    for command in (w.Circulate(), w.ApproveMinutes())[: STATES.index(state)]:
        work_on(row, "alba", command)
    addresses = [
        *(at(view, row) for view in READING), at("minutes_edit", row, "t1"), at("statement_confirm", row, "t1"),
        at("minutes_approve", row), "/actas/", f"/r/{row.session.reference}-A1",
    ]  # fmt: skip
    outsiders = ("carmen", "root", "nobody") + (("bruno", "fatima") if state == "draft" else ())
    for name in outsiders:
        for address in addresses:
            for path in (address, f"/en{address}"):
                page = browser(name).get(path, follow=True).content.decode()
                assert "zanz" not in page.lower(), (name, path)
        found = browser(name).get("/actas/", {"q": "zanzibar"}).context["page"].object_list
        assert list(found) == []


def test_outsiders_are_told_why_and_what_to_do() -> None:
    row = minutes_in("circulated")
    page = Client().get("/en" + at("minutes_page", row))
    assert page.status_code == 403
    assert "not public yet" in page.content.decode()
    assert "/cuenta/login/?next=" in page.content.decode() or "login" in page.content.decode()


def test_a_session_that_sits_or_is_unknown_has_no_minutes() -> None:
    session = session_open()
    assert browser("alba").get(f"/sesiones/{session.reference}/acta/").status_code == 404
    assert browser("alba").get("/sesiones/MEC-1999-001-S1/acta/").status_code == 404


# --- What the document shows ------------------------------------------------------------------------
def test_the_page_is_a_draft_until_approved() -> None:
    row = minutes_in("circulated")
    assert "Draft minutes" in browser("bruno").get("/en" + at("minutes_page", row)).content.decode()
    work_on(row, "alba", w.ApproveMinutes())
    page = browser("bruno").get("/en" + at("minutes_page", row)).content.decode()
    assert "Draft minutes" not in page


def test_an_agreement_stands_on_the_page_once_under_its_own_anchor() -> None:
    row = minutes_in("published")
    page = Client().get(at("minutes_page", row)).content.decode()
    assert page.count('id="A1"') == 1
    assert page.count("Conservar la perspectiva de género en el párrafo 6.") == 1
    assert page.count('href="#A1"') >= 1


def test_the_colophon_prints_size_and_head() -> None:
    row = minutes_in("published")
    page = Client().get("/en" + at("minutes_page", row)).content.decode()
    assert row.log_head in page
    assert f"a log of {row.log_seq} entries" in page


def test_every_provenance_link_leads_to_a_line_of_the_log() -> None:
    row = minutes_in("published")
    page = Client().get(at("minutes_page", row)).content.decode()
    log_page = Client().get(at("minutes_log", row)).content.decode()
    wanted = set(re.findall(r"acta/registro/#(n\d+)", page))
    assert wanted
    assert wanted <= set(re.findall(r'id="(n\d+)"', log_page))


def test_the_door_is_not_told_in_the_log_that_everybody_reads() -> None:
    row = minutes_in("published")
    lines = Client().get(at("minutes_log", row)).context["lines"]
    told = {type(one.entry.event).__name__ for one in lines if one.line}
    assert not told & {"PersonAdmitted", "PersonLeft", "AdmissionAsked", "AdmissionRefused"}
    at_desk = browser("alba").get(at("minutes_log", row)).context["lines"]
    assert all(one.line for one in at_desk)


def test_a_record_of_a_session_not_held_is_called_so() -> None:
    session = session_at_its_hour()
    play(session, "alba", c.RecordNotHeld("Nadie llegó"))
    page = browser("alba").get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert "record that the session was not held" in page
    assert "Nadie llegó" in page


def test_statements_bear_how_they_stand_with_their_speaker() -> None:
    row = minutes_in("circulated")
    url = "/en" + at("minutes_page", row)
    assert "Not confirmed" in browser("fatima").get(url).content.decode()
    work_on(row, "bruno", w.ContestStatement("t1", "Pedí reforzarla"))
    page = browser("fatima").get(url).content.decode()
    assert "Contested by the speaker" in page
    assert "Pedí reforzarla" in page
    work_on(row, "bruno", w.ConfirmStatement("t1"))
    page = browser("fatima").get(url).content.decode()
    assert "Confirmed by the speaker" in page
    assert "Pedí reforzarla" not in page


def test_the_approved_minutes_list_who_approved_objected_and_did_not_answer() -> None:
    row = minutes_in("circulated")
    work_on(row, "bruno", w.DisputeMinutes("Falta mi segunda intervención"))
    work_on(row, "alba", w.ApproveMinutes())
    page = browser("fatima").get("/en" + at("minutes_page", row)).content.decode()
    answers = page[page.index('id="answers"') : page.index('id="seal"')]
    assert "Falta mi segunda intervención" in answers
    assert answers.index("Dora Ibarra") < answers.index("Bruno Sosa") < answers.index("Elías Montes")


def test_changes_show_both_wordings_author_time_and_reason() -> None:
    row = minutes_in("draft")
    work_on(row, "alba", w.EditWording("t1", "Pide reforzar la perspectiva de género.", "Se oyó mal"))
    page = browser("alba").get("/en" + at("minutes_changes", row)).content.decode()
    assert "<del>conservar</del><ins>reforzar</ins>" in page
    assert "Alba Ruiz" in page
    assert "Se oyó mal" in page


# --- Cost and addresses -----------------------------------------------------------------------------
def test_the_page_costs_the_same_with_3_and_with_300_turns(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    row = minutes_in("published")
    url, item = at("minutes_page", row), next(i for i in row.document["items"] if i["turns"])
    turn = item["turns"][0]
    for number in (FEW, MANY):
        item["turns"] = [{**turn, "id": f"t{n}"} for n in range(1, number + 1)]
        row.save()
        with django_assert_max_num_queries(4):
            page = Client().get(url).content.decode()
        assert f'id="t{number}"' in page


def test_the_permanent_reference_of_an_agreement_leads_to_its_one_entry() -> None:
    row = minutes_in("published")
    response = Client().get(f"/r/{row.session.reference}-A1")
    assert response.status_code == 302
    assert response["Location"].endswith(f"/sesiones/{row.session.reference}/acta/#A1")


def test_before_publication_it_leads_to_the_session() -> None:
    row = minutes_in("circulated")
    response = Client().get(f"/r/{row.session.reference}-A1")
    assert response["Location"].endswith(f"/sesiones/{row.session.reference}/")


def test_what_has_no_reference_leads_nowhere() -> None:
    row = minutes_in("published")
    assert Client().get(f"/r/{row.session.reference}-A99").status_code == 404


# --- What they say of rulings, votes, questions and texts -------------------------------------------
def _lively() -> str:
    """The minutes of a session with an appeal, a vote that was changed, merged questions and an amendment."""
    session = session_open()
    Seat.objects.filter(session=session, name__startswith="Bruno").update(organization="Red Norte, A. C.")
    play(session, "bruno", c.Leave())
    play(session, "alba", admission(Seat.objects.get(session=session, name__startswith="Bruno")))
    play(session, "bruno", c.RaisePointOfOrder("Cuestión de orden"))
    play(session, "dora", c.RulePointOfOrder(False, "No procede"))
    play(session, "bruno", c.AppealRuling("Sí procede"))
    play(session, "dora", c.PutToVote("¿Se sostiene?", Method.ROLL_CALL, motion="m1"))
    for who, choice in (("bruno", Choice.FOR), ("bruno", Choice.AGAINST), ("elias", Choice.AGAINST)):
        play(session, who, c.CastVote(choice))
    play(session, "dora", c.CloseVote())
    play(session, "dora", c.DeclareResult(False))
    play(session, "dora", c.OpenQuestions())
    for n, (who, words) in enumerate((("elias", "¿Cuándo?"), ("bruno", "¿En qué fecha, por favor?")), 1):
        play(session, who, c.AskQuestion(words))
        if n == 1:
            play(session, "alba", c.ApproveQuestion("q1"))
    play(session, "alba", c.MergeQuestion("q2", "q1"))
    play(session, "dora", c.PresentText(TextKind.CHAIR, "Borrador.", ("Uno dos.", "Tres.")))
    play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Cuatro.", "Por claridad"))
    play(session, "dora", c.RuleAdmissible("x1.a1"))
    play(session, "dora", c.PutToVote("", Method.SHOW, about="x1.a1"))
    play(session, "bruno", c.CastVote(Choice.AGAINST))
    play(session, "dora", c.CloseVote())
    play(session, "dora", c.DeclareResult(False))
    play(session, "dora", c.CloseSession())
    row = services.drafted(session)
    assert row is not None
    page = browser("alba").get("/en" + at("minutes_page", row)).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_no_raw_id_no_doubled_stop_and_no_lost_words() -> None:
    said = _lively()
    assert "o1" not in re.findall(r"\w+", said)
    assert ".." not in said.replace("...", "")
    assert "Red Norte, A. C. Appeal against a ruling ( the ruling on the point of order ): Sí procede" in said
    assert "asked the same in these words: ¿En qué fecha, por favor?" in said
    assert "changed before the close; it had been: In favour" in said


def test_the_result_of_an_appeal_is_told_as_a_ruling() -> None:
    said = _lively()
    assert "The ruling is overturned" in said
    assert "votes in favour were needed" not in said.partition("Amendments")[0]


def test_an_amendment_is_told_in_whole_sentences() -> None:
    said = _lively()
    assert "Other words for the paragraph. Cuatro. Reasons given: Por claridad" in said
    assert "Not carried Dora Ibarra ruled it in order at" in said
