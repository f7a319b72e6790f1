"""Motions, replies, experts and captions through pages: each act by its seat, told in words, kept in the minutes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from sessions import log, render
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.refusals import Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import Choice, Method, MotionKind, Role, Side, Speaks
from sessions.forms import motions as motion_forms
from sessions.forms import speaking as speaking_forms
from sessions.hub import frames
from sessions.minutes import journal, services
from sessions.minutes.queries import record_of
from sessions.models import Agreement, Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
WHO = ("alba", "bruno", "dora", "elias", "fatima", "vera", "tun")
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
RULES = Rules(vote_seconds=0, budgets=True, speech_seconds=60)


def room(*, speech: bool = True) -> tuple[Session, dict[str, Any]]:
    """An open session; an expert and an interpreter without account; Elías has the floor for the first turn."""
    session = make.session_open(rules=RULES)
    seats = {
        "vera": make.seat(session, None, Role.EXPERT, Side.GUEST, name="Vera Sanz", organization="Instituto"),
        "tun": make.seat(session, None, Role.INTERPRETER, Side.GUEST, name="Eva Tun"),
    }
    for seat in seats.values():
        make.admit(session, seat)
    if speech:
        make.play(session, "elias", c.RequestFloor())
        make.play(session, "alba", c.GiveFloor())
    return session, {**{n: n for n in WHO if n not in seats}, **seats}


MEMBERS, CHAIRS = ("bruno", "dora", "elias"), ("alba", "dora")
# Who is let through to the rule itself; everybody else is refused as `not_yours`.
MAY: dict[str, tuple[c.Command, tuple[str, ...]]] = {
    "set_budget": (c.SetBudget("i5", Side.CIVIL, 5), CHAIRS),
    "ask_reply": (c.AskReply("t1", "Me nombró"), MEMBERS), "withdraw_reply": (c.WithdrawReply(), MEMBERS),
    "grant_reply": (c.GrantReply("y1"), CHAIRS), "refuse_reply": (c.RefuseReply("y1", "No"), CHAIRS),
    "give_reply": (c.GiveReply(), CHAIRS), "ask_expert": (c.AskExpert("Vera", "Cifras"), MEMBERS),
    "invite_expert": (c.InviteExpert("6", "Cifras"), CHAIRS), "appeal_ruling": (c.AppealRuling("No"), MEMBERS),
    "move_procedural": (c.MoveProcedural(MotionKind.CLOSURE, "Ya"), MEMBERS),
    "move_reconsider": (c.MoveReconsider("A1", "Cifras"), MEMBERS),
    "oppose_motion": (c.SpeakOnMotion(Speaks.AGAINST), MEMBERS), "hear_motion": (c.HearOnMotion(), CHAIRS),
    "withdraw_motion": (c.WithdrawMotion(), MEMBERS), "carry_motion": (c.CarryMotion(), CHAIRS),
    "lapse_motion": (c.LapseMotion("Se fue"), CHAIRS), "supersede": (c.SupersedeAgreement("A1", "A2"), CHAIRS),
    "request_recount": (c.RequestRecount("No se vio"), MEMBERS),
    "mark_language": (c.MarkLanguage("nah"), ("alba", "elias", "tun")),
    "relay_text": (c.RelayText("Buenos días", "es"), ("alba", "tun")),
}  # fmt: skip


def test_every_role_may_do_what_is_its_own_and_nothing_else() -> None:
    session, seats = room()
    for name, (command, fit) in MAY.items():
        for who in WHO:
            code = ""
            with transaction.atomic():
                try:
                    make.play(session, seats[who], command)
                except Refused as found:
                    code = found.code.value
                transaction.set_rollback(True)
            log.forget()
            session.refresh_from_db()
            assert (code != "not_yours") is (who in fit), (name, who, code)


def test_whoever_has_no_seat_neither_reads_the_forms_nor_does_the_acts(client_of: ClientOf, nobody: Any) -> None:
    session, _seats = room()
    carmen, seq = client_of(make.cast("carmen")), session.seq
    for name in (*MAY, "put_motion", "caption", "slow_down", "give_reply_to", "support_motion"):
        assert carmen.get(url(session, name)).status_code == 403
        assert carmen.post(url(session, name), {"key": "k", "reason": "x", "words": "x"}).status_code == 403
        assert client_of(nobody).get(url(session, name)).status_code == 302
    session.refresh_from_db()
    assert session.seq == seq


def test_a_motion_goes_through_the_pages_from_the_move_to_the_vote(client_of: ClientOf) -> None:
    session, _seats = room(speech=False)
    p = {n: Person(client_of(make.cast(n)), session) for n in ("alba", "bruno", "dora", "elias")}
    steps: list[tuple[str, str, dict[str, str]]] = [
        ("bruno", "move_procedural", {"kind": "closure", "reason": "Ya se dijo lo necesario"}),
        ("elias", "oppose_motion", {}), ("alba", "hear_motion", {}), ("elias", "end_speech", {}),
        ("alba", "put_motion", {"text": "¿Se cierra?", "language": "es", "method": "show", "motion": "m1"}),
        ("bruno", "cast_vote", {"choice": "for", "question": "v1"}), ("dora", "close_vote", {"question": "v1"}),
        ("elias", "request_recount", {"reason": "No se vio", "question": "v1"}),
        ("dora", "close_vote", {"question": "v1"}), ("dora", "declare_result", {"carried": "yes", "question": "v1"}),
        ("elias", "move_procedural", {"kind": "suspension", "reason": "Un receso"}),
        ("dora", "carry_motion", {"motion": "m2"}),
    ]  # fmt: skip
    for who, name, data in steps:
        assert p[who].does(name, **data).status_code == 303, (who, name)
    page = p["alba"].client.get(url(session)).content.decode()
    assert "The room has decided to suspend the session. Suspend it, and say until when." in page
    assert "The debate on this item is closed; the list of speakers ends." in page
    assert "debate closed" in page


def test_a_page_left_open_acts_on_no_other_motion_and_appeals_no_other_ruling(client_of: ClientOf) -> None:
    session, _seats = room(speech=False)
    dora, bruno = (Person(client_of(make.cast(n)), session) for n in ("dora", "bruno"))
    bruno.does("move_procedural", kind="closure", reason="Ya")
    make.play(session, "bruno", c.WithdrawMotion())
    make.play(session, "elias", c.MoveProcedural(MotionKind.CLOSURE, "Ya"))
    for stale in ("m1", ""):
        refused(dora.does("carry_motion", motion=stale), "Another question is before the room now")
        answer = dora.does("put_motion", text="¿Se cierra?", language="es", method=Method.SHOW, motion=stale)
        refused(answer, "A motion is before the room.")
    make.play(session, "elias", c.WithdrawMotion())
    make.play(session, "bruno", c.RaisePointOfOrder("Orden"))
    make.play(session, "dora", c.RulePointOfOrder(True, "Sí"))
    refused(bruno.does("appeal_ruling", reason="No", point="o9"), "There is no ruling that could still be appealed.")
    assert bruno.does("appeal_ruling", reason="No", point="o1").status_code == 303


def test_the_door_offers_both_roles_and_neither_has_a_vote(client_of: ClientOf) -> None:
    session, _seats = room(speech=False)
    alba = Person(client_of(make.cast("alba")), session)
    form = alba.client.get(url(session, "walk_in")).content.decode()
    assert "Invited expert" in form
    assert "Interpreter" in form
    for role in ("expert", "interpreter"):
        told = {"name": f"Alguien {role}", "organization": "", "side": "guest", "role": role, "via": "hall"}
        assert alba.does("walk_in", **told).status_code == 303
        seat = session.seats.get(name=f"Alguien {role}")
        assert (seat.role, seat.votes) == (role, False)


def test_the_list_and_the_floor_show_budgets_replies_and_the_language_in_one_line_each(client_of: ClientOf) -> None:
    session, _seats = room()
    for act in (c.SetBudget("i5", Side.PUBLIC, 1), c.SetBudget("i5", Side.CIVIL, 9)):
        make.play(session, "alba", act)
    make.play(session, "elias", c.MarkLanguage("nah"))
    make.play(session, "bruno", c.AskReply("t1", "Nos nombró"))
    page = client_of(make.cast("alba")).get(url(session)).content.decode()
    for words in ("speaks in Nahuatlahtolli", "Public service in this item:", "of 1 min", "Rights of reply",
                  "to turn 1"):  # fmt: skip
        assert words in page, words
    make.play(session, "elias", c.EndSpeech())
    make.play(session, "alba", c.RecordTurn(make.seat_of(session, "elias").key, 70))
    make.play(session, "elias", c.RequestFloor())
    page = client_of(make.cast("alba")).get(url(session)).content.decode()
    assert "the time of their side is used up" in page
    assert "used up" in page
    told = Person(client_of(make.cast("alba")), session).does("give_floor")
    refused(told, "The side of this person has used up its time in this item.")


# --- Captions ----------------------------------------------------------------------------------------
def test_captions_are_on_screen_and_in_the_log_and_in_no_journal_nor_minutes(client_of: ClientOf) -> None:
    session, seats = room()
    before = session.seq
    make.play(session, seats["tun"], c.RelayText("SUBTITULO-QUE-PASA", "es"))
    for audience in Audience:
        frame = frames.frame_since(session, audience, "en", before)
        assert set(frame["regions"]) == {"captions"} | ({"next"} if audience is Audience.DESK else set())
        assert 'lang="es"' in frame["regions"]["captions"]
        assert "SUBTITULO-QUE-PASA" in frame["regions"]["captions"]
        assert frame["journal"] == []
        assert frame["whole"] is False
    page = client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert page.count("SUBTITULO-QUE-PASA") == 1
    assert page.count('role="log"') == 1
    make.play(session, "elias", c.EndSpeech())
    make.play(session, "dora", c.CloseSession())
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    assert "SUBTITULO" not in json.dumps(row.document)
    assert "subtitulo" not in row.search
    turn = row.document["items"][0]["turns"][0]
    assert turn["captions"] == [before + 1]
    said = [x.line.said for x in journal.lines(record_of(row), desk=False) if x.line]
    assert "SUBTITULO-QUE-PASA" not in said


def test_an_interpreters_form_comes_back_in_the_same_channel_without_a_script(client_of: ClientOf) -> None:
    session, _seats = room()
    tun = make.seat(session, "carmen", Role.INTERPRETER, Side.GUEST)
    make.admit(session, tun)
    carmen = Person(client_of(make.cast("carmen")), session)
    answer = carmen.does("relay_text", words="Buenos días", language="yua")
    assert answer["Location"] == f"{url(session, 'relay_text')}?language=yua"
    again = carmen.client.get(answer["Location"]).content.decode()
    assert '<option value="yua" selected>' in again
    assert re.search(r"<textarea[^>]*>\s*</textarea>", again)


# --- Bad input ---------------------------------------------------------------------------------------
def test_every_naughty_string_is_taken_as_typed_or_refused_plainly() -> None:
    session, _seats = room()
    make.play(session, "bruno", c.RaisePointOfOrder("Orden"))
    make.play(session, "dora", c.RulePointOfOrder(True, "Sí"))
    now, taken = make.room_of(session), 0
    for string in STRINGS:
        for form, data, name in (
            (motion_forms.RulingForm, {"reason": string, "point": "o1"}, "reason"),
            (motion_forms.ProceduralForm, {"reason": string, "kind": "closure"}, "reason"),
            (motion_forms.RecountForm, {"reason": string}, "reason"),
            (speaking_forms.AskReplyForm, {"reason": string, "turn": "t1"}, "reason"),
            (speaking_forms.CaptionForm, {"words": string, "language": "es"}, "words"),
            (speaking_forms.AskExpertForm, {"name": "Vera", "topic": string}, "topic"),
        ):  # fmt: skip
            filled = form({"key": "k", **data}, room=now, session=session)
            if name in filled.errors:
                assert all(str(one) for one in filled.errors[name])
                continue
            assert filled.is_valid(), filled.errors
            assert "\x00" not in filled.cleaned_data[name]
            assert "\u202e" not in filled.cleaned_data[name]
            taken += 1
    assert taken > 1500


def test_markup_in_reasons_and_captions_is_shown_as_typed(client_of: ClientOf) -> None:
    session, seats = room()
    bad = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    make.play(session, seats["tun"], c.RelayText(bad, "es"))
    make.play(session, "bruno", c.AskReply("t1", bad))
    make.play(session, "bruno", c.AskExpert(bad, bad))
    make.play(session, "bruno", c.MoveProcedural(MotionKind.CLOSURE, bad))
    for audience in Audience:
        for html in render.regions(("captions", "list", "people", "decision"), session, make.room_of(session),
                                   audience, "es-mx").values():  # fmt: skip
            assert "<script>alert" not in html
            assert "<img" not in html
    page = client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert "<img" not in page


@pytest.mark.parametrize(("who", "name", "data"), [
    ("bruno", "move_procedural", {"kind": "appeal", "reason": "x"}),
    ("bruno", "move_procedural", {"kind": "", "reason": "x"}),
    ("bruno", "move_procedural", {"kind": "closure", "reason": "\u202ex"}),
    ("bruno", "move_procedural", {"kind": "closure", "reason": "x" * 100_000}),
    ("bruno", "move_reconsider", {"ref": "A9", "reason": "x"}),
    ("bruno", "ask_reply", {"turn": "t9", "reason": "x"}), ("alba", "grant_reply", {"reply": "y9"}),
    ("alba", "set_budget", {"item": "i5", "side": "guest", "minutes": "5"}),
    ("alba", "set_budget", {"item": "i5", "side": "civil", "minutes": "-1"}),
    ("alba", "set_budget", {"item": "i5", "side": "civil", "minutes": "9" * 30}),
    ("alba", "invite_expert", {"seat": "999", "topic": "x"}), ("alba", "caption", {"words": "", "language": "es"}),
    ("alba", "caption", {"words": "x" * 501, "language": "es"}),
    ("alba", "caption", {"words": "x", "language": "zz"}),
    ("alba", "mark_language", {"language": "' OR 1=1"}), ("alba", "supersede", {"agreement": "A1", "by": "A1"}),
    ("alba", "put_motion", {"text": "x", "language": "es", "method": "shout", "motion": "m1"}),
])  # fmt: skip
def test_what_makes_no_act_is_refused_and_kept(
    client_of: ClientOf, who: str, name: str, data: dict[str, str]
) -> None:
    session, _seats = room()
    seq = session.seq
    answer = Person(client_of(make.cast(who)), session).does(name, **data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    session.refresh_from_db()
    assert session.seq == seq


# --- Minutes -----------------------------------------------------------------------------------------
@pytest.mark.guideline("G31")
def test_minutes_tell_motions_replies_experts_and_what_was_reopened_once_each(client_of: ClientOf) -> None:
    session, seats = room()
    acts: list[tuple[str, c.Command]] = [
        ("bruno", c.AskReply("t1", "Se nombró a mi organización")), ("alba", c.GrantReply("y1")),
        ("bruno", c.AskExpert("Vera Sanz", "Cómo se midió")),
        ("alba", c.InviteExpert(seats["vera"].key, "Cómo se midió", "z1")), ("elias", c.EndSpeech()),
        ("alba", c.GiveReply()), ("bruno", c.EndSpeech()), ("bruno", c.RaisePointOfOrder("Orden")),
        ("dora", c.RulePointOfOrder(False, "No procede")), ("bruno", c.AppealRuling("El texto no circuló")),
        ("alba", c.PutToVote("¿Queda en pie?", Method.SHOW, motion="m1")), ("bruno", c.CastVote(Choice.AGAINST)),
        ("alba", c.CloseVote()), ("dora", c.DeclareResult(False)),
        ("alba", c.PutToVote("Cada mes", Method.ROLL_CALL, agrees=True)), ("bruno", c.CastVote(Choice.FOR)),
        ("alba", c.CloseVote()), ("dora", c.DeclareResult(True)), ("elias",
        c.MoveReconsider("A1", "Hay cifras nuevas")),
        ("alba", c.PutToVote("¿Se reconsidera?", Method.SHOW, motion="m2")), ("bruno", c.CastVote(Choice.FOR)),
        ("alba", c.CloseVote()), ("dora", c.DeclareResult(True)),
        ("alba", c.PutToVote("Cada semana", Method.ROLL_CALL, agrees=True)), ("bruno", c.CastVote(Choice.FOR)),
        ("alba", c.CloseVote()), ("dora", c.DeclareResult(True)), ("alba", c.SupersedeAgreement("A1", "A2")),
        ("alba", c.ReadAgreement("A1")), ("alba", c.ReadAgreement("A2")), ("dora", c.CloseSession()),
    ]  # fmt: skip
    for who, command in acts:
        make.play(session, who, command)
    assert list(Agreement.objects.order_by("key").values_list("key", "superseded")) == [("A1", "A2"), ("A2", "")]
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    (item,) = row.document["items"]
    assert [(m["kind"], m["outcome"], m["vote"]) for m in item["motions"]] == [
        ("appeal", "carried", "v1"), ("reconsideration", "carried", "v3"),
    ]  # fmt: skip
    assert item["points"][0]["overturned"] is True
    assert [(r["outcome"], r["turn"]) for r in item["replies"]] == [("given", "t2")]
    assert [(x["name"], x["asked_by"]["name"], x["invited"]["name"]) for x in item["experts"]] == [
        ("Vera Sanz", "Bruno Sosa", "Vera Sanz")
    ]  # fmt: skip
    assert [(a["id"], a["reopened"], a["superseded"]) for a in row.document["agreements"]] == [
        ("A1", "m2", "A2"), ("A2", "", ""),
    ]  # fmt: skip
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    for words in (
        "The room overturned the ruling.", "The room overturned this ruling on appeal.", "Carried by vote.",
        "The ruling stands unless more than half of the votes for and against are against it", "Replaced by A2",
        "asked for a right of reply", "The chair invited Vera Sanz at",
    ):  # fmt: skip
        assert page.count(words) == 1, words
    for words in ("el texto no circulo", "hay cifras nuevas", "se nombro a mi organizacion", "como se midio"):
        assert words in row.search
