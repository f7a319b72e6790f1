"""The text on the table through its pages: who may, what conflicts say, what is typed by anybody, what is printed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from incidencia.clock import now
from incidencia.text.direction import turns
from sessions import desk, flags, log
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.refusals import Refused
from sessions.core.state.text import Text
from sessions.core.terms import AmendmentKind, Effect, Lift, Method, Slip, TextKind
from sessions.forms.amendments import AmendmentForm, DivisionForm, ReviseForm
from sessions.forms.brackets import AlternativeForm, BracketForm
from sessions.forms.text import EditForm, PresentForm, ReopenForm
from sessions.minutes import services
from sessions.models import Session
from sessions.screen.text import text as text_region
from tests.factories import sessions as make
from tests.sessions.test_acts import SCRIPTED, Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
WORDS = ("El país toma nota de las cifras.", "Se publican cada año.", "Las organizaciones las revisan.")
WHO = ("alba", "bruno", "dora", "elias", "fatima")


def tabled() -> Session:
    session = make.session_open()
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Borrador de posición", WORDS))
    return session


def table(session: Session) -> Text:
    return make.room_of(session).texts[-1]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now(), tick=True) as traveller:
        yield traveller


def people(client_of: ClientOf, session: Session) -> dict[str, Person]:
    return {n: Person(client_of(make.cast(n)), session) for n in WHO}


def after_the_window(session: Session, clock: time_machine.Traveller) -> None:
    clock.shift(4)
    make.lively(session)
    desk.settle(session.pk)
    session.refresh_from_db()


# --- Who may -----------------------------------------------------------------------------------------
MAY: dict[str, tuple[c.Command, set[str]]] = {
    "present": (c.PresentText(TextKind.CHAIR, "Otro", WORDS), {"alba", "dora"}),
    "edit": (c.EditParagraph("x1.1", 1, "Otras palabras."), {"alba", "dora"}),
    "amend": (c.SubmitAmendment("x1.1", 1, AmendmentKind.DELETE), {"bruno", "dora", "elias"}),
    "sponsor": (c.CoSponsor("x1.a1"), {"dora", "elias"}),
    "leave": (c.WithdrawSponsor("x1.a1"), {"bruno"}),
    "revise": (c.ReviseAmendment("x1.a1", 1, "Otras."), {"bruno"}),
    "admit": (c.RuleAdmissible("x1.a1"), {"alba", "dora"}),
    "rule out": (c.RuleOutOfOrder("x1.a1", "No es de aquí"), {"alba", "dora"}),
    "bracket": (c.PlaceBracket("x1.3", 1, "revisan"), {"bruno", "elias"}),
    "alternative": (c.AddAlternative("x1.b1", "las estudian"), {"alba", "bruno", "dora", "elias"}),
    "consent": (c.ConsentToLift("x1.b1", Lift.KEEP), {"bruno"}),
    "lift": (c.LiftBracket("x1.b1", Lift.KEEP), {"bruno"}),
    "agree": (c.AgreeParagraph("x1.1", 1), {"alba", "dora"}),
    "divide": (c.MoveDivision("x1", ("x1.1",)), {"bruno", "dora", "elias"}),
    "put": (c.PutToVote("", Method.SHOW, about="x1.b1.keep"), {"alba", "dora"}),
}  # fmt: skip


@pytest.mark.parametrize("name", list(MAY))
def test_every_role_may_do_what_is_its_own_and_nothing_else(name: str) -> None:
    session = tabled()
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Se publican cada mes."))
    make.play(session, "bruno", c.PlaceBracket("x1.3", 1, "Las organizaciones"))
    command, may = MAY[name]
    did = set()
    for who in WHO:
        with transaction.atomic():
            try:
                make.play(session, who, command)
                did.add(who)
            except Refused:
                pass
            transaction.set_rollback(True)
        log.forget()
        session.refresh_from_db()
    assert did == may


def test_whoever_has_no_seat_neither_works_on_a_text_nor_reads_its_forms(client_of: ClientOf, nobody: Any) -> None:
    session = tabled()
    carmen = client_of(make.cast("carmen"))
    for name in ("submit_amendment", "edit_paragraph", "place_bracket", "adopt_text"):
        assert carmen.get(url(session, name)).status_code == 403
        assert carmen.post(url(session, name), {"key": "k", "paragraph": "x1.1@1", "words": "W"}).status_code == 403
        assert client_of(nobody).get(url(session, name)).status_code == 302
    assert table(session).amendments == ()


@pytest.mark.parametrize(("who", "status"), [
    ("alba", 200), ("bruno", 200), ("fatima", 200), ("carmen", 403), ("nobody", 403),
])  # fmt: skip
def test_the_page_of_a_text_is_for_whoever_may_hear_the_room(
    client_of: ClientOf, nobody: Any, who: str, status: int
) -> None:
    session = tabled()
    client = client_of(nobody if who == "nobody" else make.cast(who))
    page = client.get(f"{url(session)}texto/")
    assert page.status_code == status
    assert (WORDS[0] in page.content.decode()) is (status == 200)
    session.public_live = True
    session.save(update_fields=["public_live"])
    assert client.get(f"{url(session)}texto/").status_code == 200


def test_whoever_waits_at_the_door_is_sent_to_it(client_of: ClientOf) -> None:
    session = tabled()
    make.play(session, "bruno", c.Leave())
    answer = client_of(make.cast("bruno")).get(f"{url(session)}texto/")
    assert (answer.status_code, answer["Location"]) == (302, url(session))


# --- A whole text ------------------------------------------------------------------------------------
@pytest.mark.guideline("G31")
def test_a_text_goes_through_the_pages_from_the_table_to_the_minutes(
    client_of: ClientOf, clock: time_machine.Traveller
) -> None:
    session = make.session_open()
    p = people(client_of, session)
    bruno = make.seat_of(session, "bruno").key
    steps: list[tuple[str, str, dict[str, Any]]] = [
        ("alba", "present_text", {"kind": "chair_text", "title": "Borrador", "language": "es",
                                  "words": "\n\n".join(WORDS)}),
        ("bruno", "submit_amendment", {"paragraph": "x1.2@1", "kind": "replace", "words": "Se publican cada mes.",
                                       "rationale": "Un año es mucho"}),
        ("fatima", "submit_amendment", {"paragraph": "x1.3@1", "kind": "add", "words": "En su lengua. Sin costo.",
                                        "sponsor": bruno}),
        ("bruno", "co_sponsor", {"amendment": "x1.a2"}),
        ("elias", "submit_amendment", {"paragraph": "x1.2@1", "kind": "delete"}),
        ("elias", "co_sponsor", {"amendment": "x1.a1"}), ("elias", "withdraw_sponsor", {"amendment": "x1.a1"}),
        ("bruno", "revise_amendment", {"amendment": "x1.a1", "base": "1", "words": "Se publican cada trimestre."}),
        ("alba", "rule_admissible", {"amendment": "x1.a1"}), ("alba", "rule_admissible", {"amendment": "x1.a2"}),
        ("dora", "rule_admissible", {"amendment": "x1.a3"}),
        ("alba", "order_amendments", {"order": "1, 3, 2", "reason": "La primera recoge lo demás"}),
        ("alba", "place_bracket", {"paragraph": "x1.1@1", "quote": "toma nota de", "alternatives": "usa\n\nlee",
                                   "placers": [bruno]}),
        ("bruno", "add_alternative", {"bracket": "x1.b1", "words": "reconoce"}),
        ("alba", "merge_alternatives", {"first": "x1.b1.1", "second": "x1.b1.2", "words": "usa y lee"}),
        ("bruno", "consent_to_lift", {"way_to_end": "x1.b1.4"}), ("alba", "lift_bracket", {"way_to_end": "x1.b1.4"}),
        ("alba", "edit_paragraph", {"paragraph": "x1.3@1", "words": "Las organizaciones revisan las cifras."}),
        ("alba", "agree_paragraph", {"paragraph": "x1.1@2"}),
        ("dora", "reopen_paragraph", {"paragraph": "x1.1@2", "reason": "Falta una coma"}),
        ("bruno", "move_division", {"target": "x1.a2", "words": "En su lengua.\n\nSin costo."}),
        ("dora", "rule_division", {"division": "x1.d1", "granted": "no", "reason": "Es una sola idea"}),
    ]  # fmt: skip
    for who, name, data in steps:
        answer = p[who].does(name, **data)
        assert answer.status_code == 303, (who, name, answer.content.decode()[-3000:])
    assert table(session).paragraphs[0].words == "El país usa y lee las cifras."
    page = p["bruno"].client.get(url(session)).content.decode()
    assert "2 amendments to decide" not in page
    assert "3 amendments to decide" in page
    assert "La primera recoge lo demás" in page
    answer = p["bruno"].does("decide_amendment", about="x1.a1", way="silence")
    refused(answer, "does not belong to your seat")
    make.lively(session)
    assert p["alba"].does("decide_amendment", about="x1.a1", way="silence").status_code == 303
    assert "Amendment 1: other words for paragraph 2" in p["bruno"].client.get(url(session)).content.decode()
    after_the_window(session, clock)
    assert table(session).paragraphs[1].words == "Se publican cada trimestre."
    page = p["bruno"].client.get(f"{url(session)}texto/").content.decode()
    assert page.count("a sponsor has to revise it") == 1, "the rival; not the one that adds a paragraph"
    assert p["bruno"].does("withdraw_sponsor", amendment="x1.a2").status_code == 303
    for name, data in (
        ("rule_out_of_order", {"amendment": "x1.a3", "reason": "Ya no hay qué borrar"}),
        ("place_bracket", {"paragraph": "x1.2@2", "quote": "", "unattributed": "on"}),
        ("decide_bracket", {"way_to_end": "x1.b2.keep", "way": "show"}), ("close_vote", {"question": "v1"}),
        ("declare_result", {"question": "v1", "carried": "no"}),
        ("decide_bracket", {"way_to_end": "x1.b2.keep", "way": "silence"}),
    ):  # fmt: skip
        make.lively(session)
        answer = p["alba"].does(name, **data)
        assert answer.status_code == 303, (name, answer.content.decode()[-3000:])
    after_the_window(session, clock)
    assert table(session).open_brackets() == ()
    make.lively(session)
    assert p["dora"].does("adopt_text", way="silence", effect="recommends", power="Art. 12").status_code == 303
    after_the_window(session, clock)
    (agreement,) = session.agreements.all()
    assert agreement.text == (
        "El país usa y lee las cifras.\n\nSe publican cada trimestre.\n\nLas organizaciones revisan las cifras."
    )
    clean = p["bruno"].client.get(f"{url(session)}texto/?view=clean").content.decode()
    assert "<ins>" not in clean, "what is adopted is no longer shown as an insertion"
    assert "Adopted as agreement A1." in clean
    for view in ("working", "changes", "history", "dance"):
        assert p["bruno"].client.get(f"{url(session)}texto/?view={view}").status_code == 200
    _close_and_read(session, p, clock)


def _close_and_read(session: Session, p: dict[str, Person], clock: time_machine.Traveller) -> None:
    make.play(session, "alba", c.ReadAgreement("A1"))
    make.play(session, "alba", c.CloseSession())
    assert services.drafted(session) is not None
    page = p["alba"].client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert "Annex: history of the text “Borrador”" in page
    assert "Ya no hay qué borrar" in page
    assert page.count("Se publican cada trimestre.\n") <= 1
    assert f"{session.reference}/sala/texto/?text=x1" in page


# --- Conflicts ---------------------------------------------------------------------------------------
def test_the_second_of_two_editors_sees_what_changed_and_keeps_what_they_typed(client_of: ClientOf) -> None:
    session = tabled()
    p = people(client_of, session)
    form = p["dora"].client.get(url(session, "edit_paragraph", "?paragraph=x1.1")).content.decode()
    assert 'value="x1.1@1" selected' in form
    assert WORDS[0] in form
    assert p["alba"].does("edit_paragraph", paragraph="x1.1@1", words="El país usa las cifras.").status_code == 303
    answer = p["dora"].does("edit_paragraph", paragraph="x1.1@1", words="El país lee las cifras.")
    refused(answer, "you had version 1 and it is version 2 now", "El país lee las cifras.")
    page = answer.content.decode()
    assert "What changed since you began:" in page
    assert "<del>toma nota de</del><ins>usa</ins>" in page
    assert 'value="x1.1@2" selected' in page
    assert table(session).paragraphs[0].words == "El país usa las cifras."
    assert p["dora"].does("edit_paragraph", paragraph="x1.1@2", words="El país lee las cifras.").status_code == 303


@pytest.mark.parametrize("paragraph", ["x1.1@0", "x1.1@7", "x1.9@1", "x9.1@1", "x1.1", "", "x1.1@-1", "<script>@1"])
def test_a_version_nobody_had_is_refused_and_what_was_typed_is_kept(client_of: ClientOf, paragraph: str) -> None:
    session = tabled()
    seq = session.seq
    dora = people(client_of, session)["dora"]
    answer = dora.does("edit_paragraph", paragraph=paragraph, words="Lo que escribí durante un buen rato.")
    assert answer.status_code == 422
    assert "Lo que escribí durante un buen rato." in answer.content.decode()
    assert (session.seq, dora.room().seq) == (seq, seq)


def test_an_amendment_to_a_deleted_paragraph_says_so_plainly(client_of: ClientOf) -> None:
    session = tabled()
    p = people(client_of, session)
    make.play(session, "alba", c.PlaceBracket("x1.2", 1, placers=(make.seat_of(session, "bruno").key,)))
    make.play(session, "bruno", c.LiftBracket("x1.b1", Lift.DELETE))
    answer = p["elias"].does("submit_amendment", paragraph="x1.2@1", kind="replace", words="Se publican siempre.")
    refused(answer, "Paragraph 2 was deleted.", "Se publican siempre.")


def test_brackets_lifted_by_somebody_else_are_refused_with_the_names_that_are_missing(client_of: ClientOf) -> None:
    session = tabled()
    p = people(client_of, session)
    make.play(session, "bruno", c.PlaceBracket("x1.2", 1, "cada año"))
    refused(p["elias"].does("lift_bracket", way_to_end="x1.b1.delete"), "Missing: Bruno Sosa.")
    refused(p["alba"].does("lift_bracket", way_to_end="x1.b1.keep"), "Missing: Bruno Sosa.")


@pytest.mark.parametrize(("quote", "said"), [
    ("no está", "does not have these words"), ("a", "times in the paragraph"),
    ("CADA AÑO", "does not have these words"),
])  # fmt: skip
def test_a_quote_not_found_or_found_twice_says_what_to_do(client_of: ClientOf, quote: str, said: str) -> None:
    session = tabled()
    answer = people(client_of, session)["bruno"].does("place_bracket", paragraph="x1.2@1", quote=quote)
    refused(answer, said, quote)


def test_a_revision_upon_words_that_changed_shows_the_difference(client_of: ClientOf) -> None:
    session = tabled()
    p = people(client_of, session)
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Se publican cada mes."))
    make.play(session, "alba", c.EditParagraph("x1.2", 1, "Se publican cada dos años."))
    form = p["bruno"].client.get(url(session, "revise_amendment", "?amendment=x1.a1")).content.decode()
    assert "What changed since you began:" in form
    answer = p["bruno"].does("revise_amendment", amendment="x1.a1", base="1", words="Se publican cada semana.")
    refused(answer, "it is version 2 now", "Se publican cada semana.")
    assert p["bruno"].does("revise_amendment", amendment="x1.a1", base="2", words="Semanal.").status_code == 303


def test_a_paper_of_the_item_becomes_the_text(client_of: ClientOf) -> None:
    session = make.session_open()
    p = people(client_of, session)
    paper = session.papers.create(
        item="i5", title="Borrador, rev. 2", text="Uno.\n\nDos.", sha256="0" * 64, added_by=make.cast("alba"),
        added_at=now(), circulated_at=now(),
    )  # fmt: skip
    other = session.papers.create(
        item="i6", title="De otro punto", text="Nada.", sha256="1" * 64, added_by=make.cast("alba"), added_at=now(),
        circulated_at=now(),
    )  # fmt: skip
    form = p["alba"].client.get(url(session, "present_text", f"?paper={paper.pk}")).content.decode()
    assert "Uno.\n\nDos." in form
    assert "De otro punto" not in form
    for data in ({"paper": ""}, {"paper": str(other.pk)}, {"paper": "99999999999999999999"}):
        answer = p["alba"].does("present_text", kind="zero_draft", title="T", language="es", **data)
        assert answer.status_code == 422
    sent = {"kind": "zero_draft", "title": "T", "language": "es", "paper": str(paper.pk)}
    assert p["alba"].does("present_text", **sent).status_code == 303
    assert [x.words for x in table(session).paragraphs] == ["Uno.", "Dos."]


def test_a_text_comes_from_a_paper_or_is_pasted_one_of_the_two(client_of: ClientOf) -> None:
    session = make.session_open()
    alba = people(client_of, session)["alba"]
    assert 'name="paper"' not in alba.client.get(url(session, "present_text")).content.decode()
    paper = session.papers.create(
        item="i5", title="Borrador, rev. 2", text="Uno.\n\nDos.", sha256="0" * 64, added_by=make.cast("alba"),
        added_at=now(), circulated_at=now(),
    )  # fmt: skip
    form = alba.client.get(url(session, "present_text")).content.decode()
    assert form.count("(one of the two)") == 2
    assert "(optional)" not in form
    sent = {"kind": "zero_draft", "title": "T", "language": "es"}
    none = alba.does("present_text", **sent).content.decode()
    assert "One of the two is needed" in none
    both = alba.does("present_text", **sent, paper=str(paper.pk), words="Otras palabras.")
    assert both.status_code == 422
    assert "Keep one of the two." in both.content.decode()
    assert make.room_of(session).texts == ()
    assert alba.does("present_text", **sent, words="Otras palabras.").status_code == 303
    assert [x.words for x in table(session).paragraphs] == ["Otras palabras."]


# --- What is left -------------------------------------------------------------------------------------
def test_beside_each_bracket_stands_who_placed_it_and_whose_consent_is_missing(client_of: ClientOf) -> None:
    session = tabled()
    seats = {w: make.seat_of(session, w).key for w in ("bruno", "elias", "dora")}
    make.play(session, "alba", c.PlaceBracket("x1.3", 1, "revisan", ("miran",), (seats["bruno"], seats["elias"])))
    make.play(session, "alba", c.PlaceBracket("x1.2", 1, "", (), (), True))
    fatima = client_of(make.cast("fatima"))

    def shown() -> str:
        return " ".join(fatima.get(f"{url(session)}texto/").content.decode().split())

    assert "placed by Red Norte por la Salud and Dirección de Salud Global ·" in shown()
    assert "to lift them: consent of Red Norte por la Salud and Dirección de Salud Global, or a decision" in shown()
    assert "only a decision of the room lifts them, since nobody is named" in shown()
    make.play(session, "bruno", c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 1))
    assert "with alternative 1: consent given by Red Norte por la Salud, still missing from Dirección" in shown()
    make.play(session, "elias", c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 1))
    assert "with alternative 1: everybody who placed them consents, they can be lifted" in shown()


def test_beside_brackets_each_is_offered_what_the_room_would_take_from_them() -> None:
    """A member was offered to consent to brackets of others, and to lift what others had not consented to."""
    session = tabled()
    bruno, elias = (make.seat_of(session, w).key for w in ("bruno", "elias"))
    make.play(session, "alba", c.PlaceBracket("x1.3", 1, "revisan", ("miran",), (bruno, elias)))
    make.play(session, "bruno", c.PlaceBracket("x1.1", 1, "nota"))

    def marks(seat: str) -> set[str]:
        return {w for w in flags.marks(make.room_of(session), seat) if w.startswith(("placed-", "lifts-"))}

    assert marks(bruno) == {"placed-x1.b1", "placed-x1.b2", "lifts-x1.b2"}
    assert marks(elias) == {"placed-x1.b1"}
    make.play(session, "bruno", c.ConsentToLift("x1.b1", Lift.DELETE))
    assert marks(elias) == {"placed-x1.b1", "lifts-x1.b1"}
    assert marks(bruno) == {"placed-x1.b1", "placed-x1.b2", "lifts-x1.b2"}
    room = text_region(session, make.room_of(session), Audience.ROOM)
    assert [s.agreed for b in room["blocks"] for s in b.squares] == [False, False]
    make.play(session, "elias", c.ConsentToLift("x1.b1", Lift.DELETE))
    room = text_region(session, make.room_of(session), Audience.ROOM)
    assert [s.agreed for b in room["blocks"] for s in b.squares] == [False, True]


def test_how_many_brackets_are_left_is_told_down_to_none(client_of: ClientOf) -> None:
    session = tabled()
    bruno = client_of(make.cast("bruno"))
    assert ">no open brackets" not in bruno.get(url(session)).content.decode()
    make.play(session, "bruno", c.PlaceBracket("x1.3", 1, "revisan"))
    for page in (url(session), f"{url(session)}texto/"):
        assert "1 open bracket<" in bruno.get(page).content.decode()
    make.play(session, "bruno", c.LiftBracket("x1.b1", Lift.KEEP))
    for page in (url(session), f"{url(session)}texto/"):
        assert ">no open brackets<" in bruno.get(page).content.decode()


def test_how_far_an_amendment_is_from_the_text_is_said_as_a_share_and_explained(client_of: ClientOf) -> None:
    session = tabled()
    bruno = client_of(make.cast("bruno"))
    assert 'id="how-far"' not in bruno.get(url(session)).content.decode()
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Se publican cada mes."))
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.DELETE))
    page = bruno.get(url(session)).content.decode()
    assert "25.0 % away from the text (words taken away: 1, brought: 1)" in page
    assert "100 % away from the text: it takes the whole paragraph away" in page
    assert 'id="how-far"' in page
    assert "of 1000" not in page


def test_a_paragraph_is_provisionally_agreed_and_ad_referendum_is_of_agreements(client_of: ClientOf) -> None:
    session = tabled()
    make.play(session, "alba", c.AgreeParagraph("x1.1"))
    for path in ("", "texto/", "actos/agree_paragraph/"):
        page = client_of(make.cast("dora")).get(f"{url(session)}{path}").content.decode().lower()
        assert "provisional" in page
        assert "ad referendum" not in page


@pytest.mark.parametrize("order", ["uno", "1;;;3,", "9" * 901, "9" * 400, "1, 1", "-1", "7"])
def test_an_order_that_names_nothing_is_refused(client_of: ClientOf, order: str) -> None:
    session = tabled()
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.DELETE))
    make.play(session, "alba", c.RuleAdmissible("x1.a1"))
    answer = people(client_of, session)["alba"].does("order_amendments", order=order, reason="Porque sí")
    assert answer.status_code == 422
    assert table(session).order == ()


# --- Anything typed ----------------------------------------------------------------------------------
def test_every_naughty_string_is_taken_as_typed_or_refused_plainly_by_every_form() -> None:
    session = tabled()
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Otras."))
    make.play(session, "bruno", c.PlaceBracket("x1.3", 1, "revisan"))
    make.play(session, "alba", c.AgreeParagraph("x1.1"))
    room, taken, bruno = make.room_of(session), 0, make.seat_of(session, "bruno").key
    for string in STRINGS:
        for form, name, data in (
            (PresentForm, "words", {"kind": "chair_text", "title": "T", "language": "es"}),
            (PresentForm, "title", {"kind": "chair_text", "words": "W", "language": "es"}),
            (DivisionForm, "words", {"target": "x1.a1"}),
            (ReviseForm, "rationale", {"amendment": "x1.a1", "base": "1"}),
            (AmendmentForm, "words", {"paragraph": "x1.2@1", "kind": "add"}),
            (AmendmentForm, "rationale", {"paragraph": "x1.2@1", "kind": "delete"}),
            (ReviseForm, "words", {"amendment": "x1.a1", "base": "1"}),
            (EditForm, "words", {"paragraph": "x1.2@1"}), (BracketForm, "quote", {"paragraph": "x1.2@1"}),
            (BracketForm, "alternatives", {"paragraph": "x1.2@1"}), (AlternativeForm, "words", {"bracket": "x1.b1"}),
            (ReopenForm, "reason", {"paragraph": "x1.1@1"}),
        ):  # fmt: skip
            filled = form({"key": "k", name: string, **data}, room=room, session=session, asker=bruno)
            if name in filled.errors:
                assert all(str(one) for one in filled.errors[name])
                continue
            assert filled.is_valid(), (form, filled.errors)
            assert "\x00" not in filled.cleaned_data[name]
            if name != "reason":
                assert "\u202e" not in filled.cleaned_data[name]
            taken += 1
    assert taken > 3000


def test_naughty_strings_are_shown_safe_wherever_a_text_is_shown(client_of: ClientOf) -> None:
    session = make.session_open()
    p = people(client_of, session)
    some = [s for s in STRINGS if s.strip() and not turns(s) and "\x00" not in s][::9]
    words = "\n\n".join(some)
    told = {"kind": "chair_text", "title": "<script>alert(1)</script>", "language": "es", "words": words}
    assert p["alba"].does("present_text", **told).status_code == 303
    first = table(session).paragraphs[0]
    for string in some[::4]:
        p["bruno"].does("submit_amendment", paragraph=f"{first.id}@1", kind="add", words=string, rationale=string)
        p["bruno"].does("place_bracket", paragraph=f"{first.id}@1", quote=string, alternatives=string)
    make.play(session, "bruno", c.PlaceBracket("x1.2", 1, "", ("<img src=x onerror=alert(1)>",)))
    make.play(session, "dora", c.PutToVote("", Method.SHOW, about="x1.b1.1"))
    assert len(table(session).amendments) > 5
    pages = [url(session), *(f"{url(session)}texto/?view={v}" for v in ("working", "clean", "changes", "history"))]
    for page in (*pages, url(session, "cast_vote"), url(session, "lift_bracket")):
        shown = p["bruno"].client.get(page).content.decode()
        assert not re.search(r"<script>\s*alert|<img ", shown)


def test_no_text_at_all_is_said_and_an_unknown_one_is_not_found(client_of: ClientOf) -> None:
    session = make.session_open()
    bruno = client_of(make.cast("bruno"))
    assert "No text was put on the table" in bruno.get(f"{url(session)}texto/").content.decode()
    for name in ("x1", "x99", "<script>", "x1.1", "%00"):
        assert bruno.get(f"{url(session)}texto/?text={name}").status_code == 404


def test_a_slip_corrected_after_adoption_is_told_where_the_clean_text_is_read(
    client_of: ClientOf, clock: time_machine.Traveller
) -> None:
    session = tabled()
    make.lively(session)
    make.play(session, "alba", c.ProposeAdoption("", Effect.BINDS, about="x1"))
    after_the_window(session, clock)
    from_, now_ = "\n\n".join(WORDS), "El país toma nota de las cifras oficiales."
    assert session.agreements.get().text == from_
    make.play(session, "alba", c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", now_, "Faltó una palabra"))
    page = client_of(make.cast("bruno")).get(f"{url(session)}texto/?view=clean").content.decode()
    assert "A slip was corrected after the adoption" in page
    assert now_ in page


@pytest.mark.parametrize(("way", "offered"), [("show", False), ("silence", True)])
def test_undo_is_offered_where_it_would_not_be_refused(client_of: ClientOf, way: str, offered: bool) -> None:
    """The same act is final by a vote, and is taken back in silence."""
    session = tabled()
    make.play(session, "bruno", c.PlaceBracket("x1.3", 1, "revisan"))
    make.lively(session)
    sent = {"key": "k", "way_to_end": "x1.b1.keep", "way": way}
    answer = client_of(make.cast("alba")).post(url(session, "decide_bracket"), sent, **SCRIPTED)
    assert answer.status_code == 200, answer.content.decode()[-2000:]
    assert ('data-do="undo"' in answer.content.decode()) is offered
