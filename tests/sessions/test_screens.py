"""The console's step and duties, the script to print, the projector, and what the public sees of a live session."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from incidencia.clock import now
from sessions import facts, render, tickets
from sessions.acts import ACTS, MINE, console, places
from sessions.audiences import Audience, on_screen
from sessions.core import commands as c
from sessions.core.ruleset import Rules
from sessions.core.terms import Effect, Method, TextKind
from sessions.hub import frames
from sessions.hub.frames import Hearer
from sessions.models import Presence, Session
from sessions.screen import script_parts
from tests.factories import sessions as make
from tests.sessions.scripts import MARKER

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def page(client_of: ClientOf, session: Session, who: str, name: str = "room", query: str = "") -> str:
    one = client_of(make.cast(who)) if who else Client()
    return one.get(reverse(name, args=[session.reference]) + query).content.decode()


def controls(html: str) -> set[str]:
    return set(re.findall(r'data-do="(\w+)"', html))


# --- The next step ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["alba", "dora"])
def test_the_desk_sees_one_step_with_its_key_and_one_sentence(who: str, client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    shown = page(client_of, session, who)
    step = re.search(r'<a class="button main" id="next-act"[^>]*>', shown)
    assert step is not None
    assert "actos/give_floor/" in step[0]
    assert 'data-shortcut="enter"' in step[0]
    assert 'aria-keyshortcuts="Alt+Shift+Enter"' in step[0]
    assert shown.count('<p class="script">') == 1


@pytest.mark.parametrize("who", ["bruno", "elias", "fatima"])
def test_nobody_else_is_shown_the_step_or_the_script(who: str, client_of: ClientOf) -> None:
    session = make.session_open()
    shown = page(client_of, session, who)
    assert 'id="next-act"' not in shown
    assert 'class="script"' not in shown
    assert not {"give_floor", "open_item", "propose"} & controls(shown)
    for audience in (Audience.ROOM, Audience.PUBLIC):
        assert render.region("next", session, make.room_of(session), audience, "es-mx") == ""
        assert "next" not in frames.frame_since(session, audience, "es-mx", 0)["regions"]


def test_the_decision_s_sentence_wins_over_the_floor_s(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    make.play(session, "alba", c.PutToVote("¿Se publica?", Method.ROLL_CALL))
    shown = page(client_of, session, "alba")
    assert shown.count('<p class="script">') == 1
    assert "votación nominal" in re.search(r'<p class="script">.*?</p>', shown, re.S)[0]  # type: ignore[index]


def test_the_step_stands_on_the_list_of_acts_for_whoever_has_no_script(client_of: ClientOf) -> None:
    session = make.session_open()
    assert 'id="next-act"' in page(client_of, session, "alba", "act_list")
    assert 'id="next-act"' not in page(client_of, session, "bruno", "act_list")


# --- Duties ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("duty", ["", "floor", "text", "nonsense"])
def test_with_any_duty_every_act_of_the_desk_stays_reachable(duty: str, client_of: ClientOf) -> None:
    session = make.session_open()
    all_acts = {spec.name for specs in console().values() for spec in specs}
    assert all_acts <= controls(page(client_of, session, "alba", query=f"?duty={duty}"))


def test_a_duty_folds_away_what_belongs_to_the_other_operator(client_of: ClientOf) -> None:
    session = make.session_open()

    def open_acts(duty: str) -> set[str]:
        shown = page(client_of, session, "alba", query=f"?duty={duty}")
        desk = shown[shown.index('id="console-title"') : shown.index('id="more"')]
        return controls(desk.split('<details id="for-others"')[0])

    assert "close_list" in open_acts("floor")
    assert "propose" not in open_acts("floor")
    assert "propose" in open_acts("text")
    assert "close_list" not in open_acts("text")
    assert {"close_list", "propose"} <= open_acts("")
    assert open_acts("") <= places.FRONT


def test_every_act_of_the_desk_stands_in_one_place_whatever_lists_name_it() -> None:
    specs = [s for part in console().values() for s in part]
    rest = [s for s in specs if s.name not in places.FRONT]
    folded = [s.name for fold in places.subjects(rest) for s in fold.specs]
    assert sorted(folded) == sorted(s.name for s in rest)
    named = {n for _title, _part, names in places.SUBJECTS.values() for n in names} | places.FRONT
    assert named <= {s.name for s in specs}
    unknown = replace(ACTS["suspend"], name="something_new")
    assert [f.key for f in places.subjects([unknown])] == ["session"]


def test_every_act_of_a_seat_stands_once_in_its_menu() -> None:
    specs = [ACTS[n] for n in MINE]
    told = [s.name for fold in places.menu(specs) for s in fold.specs]
    assert sorted(told) == sorted(MINE)
    assert {n for _title, _parts, names in places.MENU.values() for n in names} <= set(MINE)


def test_in_front_of_the_desk_stands_what_the_present_step_needs(client_of: ClientOf) -> None:
    """A newcomer met some 35 controls at once."""
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Borrador", ("Uno.", "Dos.")))
    shown = page(client_of, session, "alba")
    desk = shown[shown.index('id="console-title"') : shown.index('id="for-others"')]
    there = {a for a, rest in re.findall(r'data-do="(\w+)"([^>]*)>', desk) if "hidden" not in rest}
    assert {"stop_speech", "pause_speech", "propose", "put_to_vote", "suspend"} <= there
    assert len(there) <= 14
    assert not there & {"paper_vote", "classify_item", "go_off_record", "hand_over", "present_text"}


def test_whoever_chairs_withdraws_a_proposal_beside_it_while_the_window_runs(client_of: ClientOf) -> None:
    session = make.session_open()
    make.lively(session)
    make.play(session, "alba", c.ProposeAdoption("Conservar el párrafo", make.Effect.BINDS))
    for who in ("alba", "dora", "bruno"):
        shown = page(client_of, session, who)
        card = shown[shown.index('data-region="decision"') : shown.index('data-region="text"')]
        found = {a for a, rest in re.findall(r'data-do="(\w+)"([^>]*)>', card) if "hidden" not in rest}
        assert ("withdraw_proposal" in found) is (who != "bruno")
        assert ("withdraw_proposal/" in page(client_of, session, who, "act_list")) is (who != "bruno")


def test_the_card_of_questions_says_to_each_what_they_do_there(client_of: ClientOf) -> None:
    session = make.session_open()
    ask = re.compile(r'data-do="ask_question"[^>]*>')

    def card(who: str) -> str:
        return page(client_of, session, who).partition('data-region="questions"')[2]

    assert all("hidden" in found for found in ask.findall(card("bruno")))
    make.play(session, "alba", c.OpenQuestions())
    first = ask.search(card("fatima"))
    assert first is not None
    assert "hidden" not in first[0]
    assert "La mesa lee antes cada una." in card("bruno")
    assert "le llega primero a usted" in card("alba")
    assert "le llega primero a usted" not in card("bruno")




# --- The script --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("who", "status"), [("alba", 200), ("dora", 200), ("bruno", 403), ("elias", 403),
                                             ("fatima", 403), ("carmen", 403)])  # fmt: skip
def test_the_script_is_for_the_desk(who: str, status: int, client_of: ClientOf) -> None:
    for session in (make.session_open(), make.session_drafted(title_es="Otra")):
        answer = client_of(make.cast(who)).get(reverse("room_script", args=[session.reference]))
        assert answer.status_code == status


def test_the_script_asks_for_a_sign_in_and_knows_no_unknown_session(client: Client, client_of: ClientOf) -> None:
    session = make.session_open()
    assert client.get(reverse("room_script", args=[session.reference])).status_code == 302
    alba = client_of(make.cast("alba"))
    assert alba.get(reverse("room_script", args=["MEC-2026-999-S1"])).status_code == 404


def test_whoever_presides_reads_the_script_and_somebody_removed_does_not(client_of: ClientOf) -> None:
    session = make.session_open()
    address = reverse("room_script", args=[session.reference])
    make.play(session, "alba", c.HandOverChair(make.seat_of(session, "elias").key))
    assert client_of(make.cast("elias")).get(address).status_code == 200
    make.play(session, "alba", c.Remove(make.seat_of(session, "dora").key, "Perturba"))
    assert client_of(make.cast("dora")).get(address).status_code == 403


def test_the_script_has_the_sentences_of_a_text_of_motions_and_of_the_time_off_the_record(
    client_of: ClientOf,
) -> None:
    with override("en"):
        parts = (*script_parts.on_text(), *script_parts.on_motions(Rules()), *script_parts.off_record(Rules()))
        told = "\n".join(p.sentence for p in parts)
    for said in (
        "We take up: Amendment ____", "The text stays as it was", "We vote on this: Amendment ____",
        "I put the text as a whole", "appeals against my ruling", "the ruling of the chair stands",
        "the ruling of the chair is overturned", "Does anybody wish to speak against it?",
        "0 in favour and 2 against may speak on the motion, 2 minutes each", "We go off the record, because ________",
        "explain their position or dissociate",
    ):  # fmt: skip
        assert said in told, said
    shown = page(client_of, make.session_open(), "alba", "room_script")
    for section in ("on-text", "motions", "off-record"):
        assert f'id="{section}"' in shown


def test_where_the_rules_keep_all_on_record_the_script_says_nothing_of_it(client_of: ClientOf) -> None:
    shown = page(client_of, make.session_open(rules=Rules(off_record=False)), "alba", "room_script")
    assert 'id="off-record"' not in shown


def test_the_script_opens_every_item_and_leaves_blanks(client_of: ClientOf) -> None:
    session = make.session_open()
    shown = page(client_of, session, "alba", "room_script")
    for item in make.room_of(session).items:
        assert (item.plan.title_es or item.plan.title_en) in shown
    for words in ("votación nominal", "votación secreta", "a mano alzada", "moción de orden", "quórum", "________"):
        assert words in shown
    assert "Tratamos «Reducción de daños»" in shown


# --- The projector -------------------------------------------------------------------------------------------
def test_a_projector_shows_the_room_and_nothing_of_the_desk(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    make.play(session, "alba", c.PutToVote("¿Se publica?", Method.ROLL_CALL))
    shown = page(client_of, session, "alba", "room_projector")
    assert "Bruno Sosa" in shown
    assert "¿Se publica?" in shown
    assert not controls(shown)
    assert "<form" not in shown
    for mine in ("console", 'class="script"', "not-voted", 'data-region="lobby"', 'data-region="next"'):
        assert mine not in shown


@pytest.mark.parametrize(
    ("who", "status"), [("alba", 200), ("dora", 200), ("bruno", 200), ("carmen", 302), ("", 302)]
)
def test_a_projector_is_opened_by_whoever_may_hear_the_room(who: str, status: int, client_of: ClientOf) -> None:
    session = make.session_open()
    one = client_of(make.cast(who)) if who else Client()
    for name, refused in (("room_projector", 302), ("projector_since", 403), ("projector_ticket", 403)):
        answer = one.get(reverse(name, args=[session.reference]))
        assert answer.status_code == (status if status == 200 else refused)


def test_a_projector_of_the_desk_hears_as_the_room_in_frames_and_tickets(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    make.play(session, "bruno", c.AskAdmission(f"Bruno {MARKER}", ""))
    alba = client_of(make.cast("alba"))
    frame = alba.get(reverse("projector_since", args=[session.reference])).content.decode()
    assert MARKER not in frame
    assert set(json.loads(frame)["regions"]) & {"lobby", "next"} == set()
    ticket = alba.get(reverse("projector_ticket", args=[session.reference])).json()["ticket"]
    told = tickets.read(ticket, {"sessionid": alba.cookies["sessionid"].value})
    assert (told.audience, told.screen) == (Audience.ROOM, True)


def test_a_public_observer_s_projector_hears_as_the_public() -> None:
    assert [on_screen(a) for a in (None, *Audience)] == [None, Audience.PUBLIC, *[Audience.ROOM] * 3]


def test_a_projector_stays_when_its_opener_takes_the_chair_and_goes_when_they_leave() -> None:
    session = make.session_open()
    elias, dora = (make.seat_of(session, who).key for who in ("elias", "dora"))
    screens = {Hearer(k, Audience.ROOM, "es-mx", screen=True) for k in (elias, dora)}
    page_of_elias = Hearer(elias, Audience.ROOM, "es-mx")
    since = session.seq
    make.play(session, "alba", c.HandOverChair(elias))
    moved = frames.news(session.pk, since, {*screens, page_of_elias}).moved
    assert moved == {page_of_elias}
    since = Session.objects.get(pk=session.pk).seq
    make.play(session, "dora", c.Leave())
    assert frames.news(session.pk, since, screens).moved == {Hearer(dora, Audience.ROOM, "es-mx", screen=True)}


def test_a_projector_is_no_sign_that_its_opener_is_there(client_of: ClientOf) -> None:
    session = make.session_open()
    Presence.objects.all().delete()
    for name in ("room_projector", "projector_since", "projector_ticket"):
        client_of(make.cast("bruno")).get(reverse(name, args=[session.reference]))
    assert make.seat_of(session, "bruno").key not in facts.connected(session)


def test_a_projector_works_by_refresh_alone(client_of: ClientOf) -> None:
    session = make.session_open()
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page(
        client_of, session, "alba", "room_projector"
    )


def test_suspended_until_stands_on_the_projector(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "alba", c.Suspend("Comida", now().replace(year=now().year + 1)))
    shown = page(client_of, session, "alba", "room_projector")
    assert "Comida" in shown
    assert "Se reanuda" in shown


# --- The public -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["", "carmen"])
def test_the_public_is_told_what_it_follows_and_has_no_dead_controls(who: str, client_of: ClientOf) -> None:
    session = make.session_open()
    session.public_live = True
    session.save(update_fields=["public_live"])
    make.play(session, "alba", c.ProposeAdoption("Se publican las cifras", Effect.BINDS))
    shown = page(client_of, session, who)
    assert "sin voz ni voto" in shown
    assert session.series in shown
    assert f'Su acta estará en <a href="{reverse("session_page", args=[session.reference])}">' in shown
    assert "Se publican las cifras" in shown
    assert not controls(shown)
    assert "dock" not in re.findall(r'class="([\w-]+)"', shown)


def test_whoever_has_a_seat_is_not_told_that_they_have_none(client_of: ClientOf) -> None:
    assert "sin voz ni voto" not in page(client_of, make.session_open(), "bruno")


# --- Votes on a small screen --------------------------------------------------------------------------------------
QUESTION = {"text": "¿Se publica?", "language": "es", "method": "roll_call", "majority": "simple", "base": "cast"}


def test_what_belongs_to_an_agreement_is_folded_away_and_nothing_of_it_is_chosen(client_of: ClientOf) -> None:
    session = make.session_open()
    shown = client_of(make.cast("alba")).get(reverse("act", args=[session.reference, "put_to_vote"])).content.decode()
    folded = shown[shown.index("<details>") :]
    for name in ("agrees", "effect", "power", "civil_who"):
        assert f'name="{name}"' in folded
        assert f'name="{name}"' not in shown[: shown.index("<details>")]
    assert "checked" not in folded.split("</details>")[0]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [({"agrees": "on"}, "effect"), ({"effect": "binds"}, "agrees"), ({"civil_who": "Red"}, "agrees"),
     ({"power": "Nombramiento"}, "agrees"), ({"ad_referendum": "on"}, "agrees")],
)  # fmt: skip
def test_a_half_filled_agreement_is_told_and_shown_unfolded(
    typed: dict[str, str], wrong: str, client_of: ClientOf
) -> None:
    session = make.session_open()
    address = reverse("act", args=[session.reference, "put_to_vote"])
    answer = client_of(make.cast("alba")).post(address, QUESTION | typed | {"key": "k"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [wrong]
    assert "<details open>" in answer.content.decode()
    assert make.room_of(session).vote is None


@pytest.mark.parametrize("typed", [{}, {"agrees": "on", "effect": "recommends", "power": "Nombramiento"}])
def test_a_question_with_or_without_an_agreement_is_put(typed: dict[str, str], client_of: ClientOf) -> None:
    session = make.session_open()
    address = reverse("act", args=[session.reference, "put_to_vote"])
    assert client_of(make.cast("alba")).post(address, QUESTION | typed | {"key": "k"}).status_code == 303
    vote = make.room_of(session).vote
    assert vote is not None
    assert (vote.agrees, vote.power) == (bool(typed), typed.get("power", ""))


def test_explaining_a_vote_names_it_and_stands_by_its_result_alone(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "alba", c.PutToVote("¿Se publica?", Method.ROLL_CALL))
    make.play(session, "alba", c.CloseVote())
    make.play(session, "alba", c.DeclareResult(False))
    region = render.region("decision", session, make.room_of(session), Audience.ROOM, "es-mx")
    assert "explain_vote/?vote=v1" in region
    public = render.region("decision", session, make.room_of(session), Audience.PUBLIC, "es-mx")
    assert "explain_vote" not in public
    make.play(session, "alba", c.PutToVote("¿Y esto?", Method.SECRET))
    shown = page(client_of, session, "bruno")
    card = shown[shown.index('class="card decision open"') : shown.index('id="journal-title"')]
    assert "explain_vote" not in card
