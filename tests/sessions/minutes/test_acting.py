"""The acts on minutes in the browser: for whom they open, what odd input meets, what a refusal keeps."""

import pytest
from django.test import Client

from sessions.core.ruleset import Rules
from sessions.minutes import services
from sessions.minutes import work as w
from sessions.models import MinutesEntry
from tests.factories.minutes import AT_ONCE, STATES, minutes_in, work_on
from tests.factories.sessions import cast, session_closed
from tests.sessions.minutes.browsers import DESK, EVERYBODY, SEATED, at, browser, sent

pytestmark = pytest.mark.django_db

TYPED = {"base": "0", "text": "Lo que pone Alba", "language": "es", "reason": "Porque"}

ACTS: dict[str, tuple[tuple[str, ...], dict[str, set[str]]]] = {
    "minutes_edit": (("t1",), {"draft": DESK, "circulated": DESK}),
    "minutes_circulate": ((), {"draft": DESK}),
    "statement_confirm": (("t1",), {"circulated": {"bruno"}}),
    "statement_contest": (("t1",), {"circulated": {"bruno"}}),
    "minutes_reply": ((), {"circulated": SEATED}),
    "minutes_approve": ((), {"circulated": DESK}),
    "minutes_publish": ((), {"approved": DESK}),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("view", ACTS)
def test_every_act_opens_for_its_people_in_its_state_and_for_nobody_else(view: str, state: str) -> None:
    args, allowed = ACTS[view]
    row = minutes_in(state)
    for name in EVERYBODY:
        for method in ("get", "post"):
            response = getattr(browser(name), method)(at(view, row, *args))
            if name in allowed.get(state, set()):
                assert response.status_code == (200 if method == "get" else 422), (name, method)
            else:
                assert response.status_code in (302, 403, 409), (name, method, response.status_code)
    assert MinutesEntry.objects.filter(minutes=row).count() == STATES.index(state)


def test_the_whole_way_in_the_browser() -> None:
    session = session_closed(rules=AT_ONCE)
    row = services.drafted(session)
    assert row is not None
    alba, bruno, dora = browser("alba"), browser("bruno"), browser("dora")
    for passage, text in (("t1", "Pide reforzarla."), ("i5", "Se habló del párrafo 6.")):
        assert sent(alba, at("minutes_edit", row, passage), text=text, reason="Se oyó mal").status_code == 303
    assert sent(alba, at("minutes_circulate", row)).status_code == 303
    contested = sent(bruno, at("statement_contest", row, "t1"), words="Pedí ampliarla.")
    assert contested.status_code == 303
    assert contested["Location"].endswith("/acta/#t1")
    assert sent(bruno, at("minutes_reply", row), answer="accept").status_code == 303
    assert sent(dora, at("minutes_approve", row)).status_code == 303
    assert sent(alba, at("minutes_publish", row)).status_code == 303
    page = Client().get(at("minutes_page", row)).content.decode()
    for words in ("Pide reforzarla.", "Se habló del párrafo 6.", "Pedí ampliarla."):
        assert words in page


def test_a_confirmation_is_two_taps() -> None:
    row = minutes_in("circulated")
    bruno = browser("bruno")
    assert at("statement_confirm", row, "t1") in bruno.get(at("minutes_page", row)).content.decode()
    assert sent(bruno, at("statement_confirm", row, "t1")).status_code == 303
    page = bruno.get("/en" + at("minutes_page", row)).content.decode()
    assert "Confirmed by the speaker" in page
    assert at("statement_confirm", row, "t1") not in page


def test_a_refusal_keeps_what_was_typed_and_says_why() -> None:
    row = minutes_in()
    url = "/en" + at("minutes_edit", row, "t1")
    response = sent(browser("alba"), url, text="Palabras que no se pierden", reason=" ")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Palabras que no se pierden" in page
    assert "The reason is missing." in page
    assert not MinutesEntry.objects.exists()


def test_somebody_elses_change_is_read_before_it_is_overwritten() -> None:
    row = minutes_in()
    alba, url = browser("alba"), "/en" + at("minutes_edit", row, "t1")
    form = alba.get(url).context["form"]
    work_on(row, "dora", w.EditWording("t1", "Lo que puso Dora", "Antes"))
    fields = {**TYPED, "key": form["key"].value()}
    response = alba.post(url, fields)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Lo que puso Dora" in page
    assert "Lo que pone Alba" in page
    fresh = response.context["form"]
    assert alba.post(url, {**fields, "base": fresh["base"].value()}).status_code == 303


def test_two_who_summarise_an_item_at_once_do_not_overwrite_each_other() -> None:
    row = minutes_in()
    alba, url = browser("alba"), "/en" + at("minutes_edit", row, "i5")
    form = alba.get(url).context["form"]
    work_on(row, "dora", w.AddNarrative("i5", "Lo que puso Dora", "Antes"))
    fields = {**TYPED, "key": form["key"].value()}
    response = alba.post(url, fields)
    assert response.status_code == 422
    assert "Lo que puso Dora" in response.content.decode()
    assert alba.post(url, {**fields, "base": response.context["form"]["base"].value()}).status_code == 303


def test_a_form_sent_twice_does_its_work_once() -> None:
    row = minutes_in()
    alba, url = browser("alba"), at("minutes_edit", row, "t1")
    form = alba.get(url).context["form"]
    fields = {**TYPED, "key": form["key"].value()}
    assert [alba.post(url, fields).status_code for _ in range(2)] == [303, 303]
    assert MinutesEntry.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "x" * 100_000, "reason": "Largo"},
        {"text": "Bien", "reason": "x" * 5_000},
        {"text": "Bien", "reason": "Bien", "base": "-1"},
        {"text": "Bien", "reason": "Bien", "base": "99999999999999999999"},
        {"text": "Bien", "reason": "Bien", "key": ""},
        {"text": "Bien", "reason": "Bien", "key": "k" * 65},
        {"text": "nulo \0", "reason": "Bien"},
        {"text": "Bien", "reason": "Bien", "language": "xx"},
    ],
)
def test_bad_input_changes_nothing(fields: dict[str, str]) -> None:
    row = minutes_in()
    response = sent(browser("alba"), at("minutes_edit", row, "t1"), **fields)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert not MinutesEntry.objects.exists()


@pytest.mark.parametrize("passage", ["A1", "t99", "i5.title", "nada", "<b>", "i5.outcome"])
def test_facts_and_unknown_passages_have_no_form(passage: str) -> None:
    row = minutes_in()
    assert browser("alba").get(at("minutes_edit", row, passage)).status_code == 404


def test_markup_is_shown_as_it_was_typed() -> None:
    row = minutes_in("draft")
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    work_on(row, "alba", w.EditWording("t1", bad, bad))
    work_on(row, "alba", w.AddNarrative("i5", bad, bad))
    work_on(row, "alba", w.Circulate())
    work_on(row, "bruno", w.ContestStatement("t1", bad + "2", base=1))
    work_on(row, "bruno", w.DisputeMinutes(bad))
    work_on(row, "alba", w.ApproveMinutes())
    work_on(row, "alba", w.PublishMinutes())
    for view in ("minutes_page", "minutes_changes", "minutes_log"):
        page = Client().get(at(view, row)).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_nothing_circulates_before_the_seal_and_the_page_says_so() -> None:
    row = minutes_in("draft", rules=Rules(objection_seconds=3, seal_seconds=86_400))
    alba = browser("alba")
    assert "sealed" in alba.get("/en" + at("minutes_page", row)).content.decode()
    response = sent(alba, "/en" + at("minutes_circulate", row))
    assert response.status_code == 422
    assert "not sealed yet" in response.content.decode()


def test_the_chair_who_approves_too_early_reads_until_when_the_term_runs() -> None:
    row = minutes_in("circulated", rules=Rules(objection_seconds=3, seal_seconds=0, review_days=5))
    response = sent(browser("dora"), "/en" + at("minutes_approve", row))
    assert response.status_code == 422
    assert "term for answers runs until" in response.content.decode()


def test_forms_refuse_a_foreign_origin() -> None:
    row = minutes_in()
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast("alba"))
    assert client.post(at("minutes_circulate", row), {"key": "x"}).status_code == 403
    assert not MinutesEntry.objects.exists()


@pytest.mark.parametrize("view", ["minutes_page", "minutes_json", "minutes_changes", "minutes_log"])
def test_pages_that_show_take_no_posts(view: str) -> None:
    row = minutes_in("published")
    assert browser("alba").post(at(view, row)).status_code == 405


def test_the_secretariat_is_told_that_it_enters_the_chairs_approval() -> None:
    row = minutes_in("circulated")
    url = "/en" + at("minutes_approve", row)
    assert "on the chair&#x27;s instruction" in browser("alba").get(url).content.decode().replace("'", "&#x27;")
    assert "Approve as chair" in browser("dora").get(url).content.decode()
    assert sent(browser("alba"), url).status_code == 303
    page = browser("fatima").get("/en" + at("minutes_page", row)).content.decode()
    assert "Approved by Dora Ibarra; Alba Ruiz entered it" in page
