"""The rules of sessions by version: published, in plain words, copied when a session is convened (G25)."""

import hashlib
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from consultations.models import Consultation
from consultations.modes.deliberation.services import session_new
from consultations.own_data import collect
from consultations.sessionrules import queries
from consultations.sessionrules.forms import VersionForm
from consultations.sessionrules.models import SessionRules
from consultations.sessionrules.services import sessionrules_publish
from incidencia.clock import now
from sessions import services as sessions
from sessions import wire
from sessions.core.ruleset import Rules
from sessions.core.terms import Balance, Base, ItemKind, Majority, Method, Points, QuorumBase, Tie
from sessions.forms.plan import RulesForm
from sessions.models import Session
from sessions.queries import rules_of
from sessions.wording import ruleset
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import sessions as room

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def publish(of: Consultation, by: Any, reason: str = "Se acordó", **rules: Any) -> SessionRules:
    return sessionrules_publish(consultation=of, rules=Rules(**rules), reason=reason, by=by)


def at(of: Consultation, path: str = "", language: str = "/en") -> str:
    return f"{language}/procesos/{of.reference}/reglas-de-sesiones/{path}"


def typed(**changes: Any) -> dict[str, Any]:
    """The form as the browser sends it, with these rules."""
    known = Rules(**changes)
    data = {name: getattr(known, name) for name in RulesForm.base_fields}
    return {k: v for k, v in data.items() if v is not False} | {"reason": "Se acordó en la sesión"}


def drafted(of: Consultation, seated: Cast) -> Session:
    members = {m.person_id: m for m in of.memberships.in_force()}
    return session_new(
        consultation=of, title_es="Primera sesión", title_en="", starts_at=now() + timedelta(days=20),
        presides=members[seated["dora"].pk], deputy=None, by=seated["alba"],
    )  # fmt: skip


def convened(session: Session, seated: Cast) -> Session:
    item = session.draft_items.get(kind=ItemKind.SUBJECT)
    sessions.item_change(item, title_es="Un asunto", title_en="", minutes=30, by=seated["alba"])
    sessions.contact_change(session, place="Sala 1", by=seated["alba"])
    return sessions.convene(session, by=seated["alba"], key="convene")


@pytest.mark.guideline("G25")
@pytest.mark.engine
def test_a_session_is_convened_with_the_version_in_force_and_keeps_it(operating: Consultation, seated: Cast) -> None:
    publish(operating, seated["alba"], speech_seconds=120, quorum_least=2)
    session = drafted(operating, seated)
    assert rules_of(session).edition == 1
    session = convened(session, seated)
    first = session.entries.get(type="SessionConvened").payload["rules"]
    assert (first["edition"], first["speech_seconds"], first["quorum_least"]) == (1, 120, 2)
    publish(operating, seated["alba"], speech_seconds=240)
    session.refresh_from_db()
    assert (rules_of(session).edition, room.room_of(session).rules.edition) == (1, 1), "what was convened stays"
    assert rules_of(drafted(operating, seated)).edition == 2


def test_a_draft_follows_the_version_in_force_when_it_is_convened(operating: Consultation, seated: Cast) -> None:
    session = drafted(operating, seated)
    assert rules_of(session).edition == 0
    publish(operating, seated["alba"], speech_seconds=90)
    session = convened(Session.objects.get(pk=session.pk), seated)
    assert (session.rules["edition"], session.rules["speech_seconds"]) == (1, 90)


def test_a_version_to_come_holds_from_its_day_on(operating: Consultation, seated: Cast) -> None:
    publish(operating, seated["alba"])
    begins = now() + timedelta(days=3)
    sessionrules_publish(
        consultation=operating, rules=Rules(speech_seconds=60), reason="Por el calor", by=seated["alba"],
        in_force_from=begins,
    )  # fmt: skip
    assert [v.number for v in (queries.in_force(operating),) if v] == [1]
    with time_machine.travel(begins + timedelta(seconds=1)):
        version = queries.in_force(operating)
        assert version is not None
        assert version.number == 2


def test_the_hash_is_of_the_very_bytes_that_are_published(
    operating: Consultation, seated: Cast, client: Client
) -> None:
    version = publish(operating, seated["alba"])
    data = client.get(at(operating, "1.json"))
    assert data["Content-Type"] == "application/json"
    assert hashlib.sha256(data.content).hexdigest() == version.sha256
    assert wire.build(Rules, data.json()) == queries.values_of(version)


def test_what_cannot_be_published_is_refused(operating: Consultation, seated: Cast) -> None:
    alba = seated["alba"]
    with refused("in-force-backwards"):
        sessionrules_publish(
            consultation=operating, rules=Rules(), reason="", by=alba, in_force_from=now() - timedelta(days=1)
        )
    publish(operating, alba, reason="")
    with refused("nothing-changes"):
        publish(operating, alba)
    with refused("reason-needed"):
        publish(operating, alba, reason="  ", speech_seconds=60)
    later = now() + timedelta(days=9)
    sessionrules_publish(
        consultation=operating, rules=Rules(speech_seconds=60), reason="x", by=alba, in_force_from=later
    )
    with refused("in-force-backwards"):
        publish(operating, alba, speech_seconds=70)
    assert [v.number for v in queries.versions_of(operating)] == [2, 1]


@pytest.mark.engine
def test_the_database_keeps_versions_apart_and_wants_a_reason(operating: Consultation, seated: Cast) -> None:
    version = publish(operating, seated["alba"])
    for changes in ({"number": 1}, {"number": 2, "reason": ""}, {"number": 0, "reason": "x"}):
        copy = SessionRules.objects.get(pk=version.pk)
        copy.pk = None
        for name, value in changes.items():
            setattr(copy, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            copy.save(force_insert=True)


# --- Who ---------------------------------------------------------------------------------------------
def test_only_who_convenes_publishes(operating: Consultation, seated: Cast) -> None:
    assert allowed(seated, "sessionrules_publish", operating) == {"alba"}


def test_the_form_is_for_who_convenes_alone(operating: Consultation, seated: Cast, client_of: Browser) -> None:
    for who in ("bruno", "carmen", "dora", "elias", "fatima"):
        for answer in (client_of(seated[who]).get(at(operating, "nueva/")),
                       client_of(seated[who]).post(at(operating, "nueva/"), typed())):  # fmt: skip
            assert answer.status_code == 403, who
    assert Client().get(at(operating, "nueva/")).status_code == 302
    assert not SessionRules.objects.exists()


def test_the_coordinator_publishes_and_anybody_reads_what_changed(
    operating: Consultation, seated: Cast, client_of: Browser, client: Client
) -> None:
    alba = client_of(seated["alba"])
    assert alba.get(at(operating, "nueva/")).status_code == 200
    first = alba.post(at(operating, "nueva/"), typed())
    assert first.status_code == 303
    second = alba.post(at(operating, "nueva/"), typed(speech_seconds=60, majority=Majority.TWO_THIRDS))
    assert second.status_code == 303
    page = client.get(at(operating, "2/")).content.decode()
    assert "A turn lasts 3 minutes" in page
    assert "A turn lasts 1 minute" in page
    assert "Two thirds" in page
    assert "Se acordó en la sesión" in page
    spanish = client.get(at(operating, "", "")).content.decode()
    assert 'href="/procesos/' in spanish
    assert client.get(at(operating, "9/")).status_code == 404
    assert client.get(at(operating, "9.json")).status_code == 404


def test_without_a_version_the_page_says_whose_rules_hold(operating: Consultation, client: Client) -> None:
    page = client.get(at(operating)).content.decode()
    assert "No version has been published yet" in page
    assert "There is quorum with more than 50 %" in page


@pytest.mark.parametrize("changes", [
    {"speech_seconds": "x"}, {"speech_seconds": "5"}, {"quorum_over_percent": "100"}, {"quorum_least": "-1"},
    {"majority": "most"}, {"balance": ""}, {"reason": "x" * 1001}, {"statement_hours": "9" * 30},
    {"in_force_from_0": "never"}, {"review_days": "0"}, {"objection_seconds": "1\x00"},
    {"methods": ()}, {"methods": ["by_shouting"]}, {"methods": ["show"], "method": "secret"}, {"method": ""},
    {"quorum_to_decide": "50"}, {"quorum_to_decide": "100"}, {"points": "nobody"}, {"quorum_base": ""},
    {"majority_whole": "most"}, {"undo_seconds": "-1"}, {"frozen": "x"}, {"overtakes": "99"}, {"least_cell": "1"},
    {"motion_seconds": "0"}, {"reserve_years": "6"}, {"confirm_days": "0"},
])  # fmt: skip
def test_what_a_careless_hand_types_is_shown_again_with_what_is_wrong(
    operating: Consultation, seated: Cast, client_of: Browser, changes: dict[str, Any]
) -> None:
    answer = client_of(seated["alba"]).post(at(operating, "nueva/"), typed() | changes)
    assert answer.status_code in (422, 303)
    if answer.status_code == 303:
        assert "in_force_from_0" in changes, "an unknown field is no field"
        return
    assert "aria-invalid" in answer.content.decode()
    assert not SessionRules.objects.exists()


def test_prepared_rules_cannot_be_changed_where_the_process_published_its_own(
    operating: Consultation, seated: Cast, client_of: Browser
) -> None:
    publish(operating, seated["alba"])
    session = drafted(operating, seated)
    alba = client_of(seated["alba"])
    address = f"/en/sesiones/{session.reference}/preparar/"
    page = alba.get(address).content.decode()
    assert 'name="rules-speech_seconds"' not in page
    assert "version 1 of its rules" in page
    sent = {f"rules-{k}": v for k, v in typed(speech_seconds=60).items()}
    answer = alba.post(address, {"section": "rules", **sent})
    assert answer.status_code == 422
    assert rules_of(session).speech_seconds == 180


def test_room_and_session_page_name_the_version_and_link_it(
    operating: Consultation, seated: Cast, client_of: Browser
) -> None:
    publish(operating, seated["alba"])
    session = convened(drafted(operating, seated), seated)
    link = f'href="/en/procesos/{operating.reference}/reglas-de-sesiones/1/"'
    alba = client_of(seated["alba"])
    for path in ("", "sala/"):
        assert link in alba.get(f"/en/sesiones/{session.reference}/{path}").content.decode(), path


def test_the_minutes_name_the_version(seated: Cast, client_of: Browser) -> None:
    session = room.session_closed(rules=replace(room.QUICK, edition=3))
    page = client_of(seated["alba"]).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert f'href="/en/procesos/{session.series}/reglas-de-sesiones/3/"' in page
    assert "Version 3 of the rules" in page


# --- Words -------------------------------------------------------------------------------------------
def test_every_rule_has_its_sentence_and_nothing_else_is_told() -> None:
    assert set(ruleset.SAID) | set(ruleset.ABOUT_ITSELF) == {f.name for f in fields(Rules)}


OTHER: dict[type, Any] = {
    Balance: Balance.CHAIR, Majority: Majority.FOUR_FIFTHS, Base: Base.ENTITLED, bool: True, Method: Method.SECRET,
    tuple: (Method.ROLL_CALL,), Points: Points.MEMBERS, QuorumBase: QuorumBase.ADMITTED,
}  # fmt: skip


@pytest.mark.parametrize("name", [f.name for f in fields(Rules) if f.name not in ruleset.ABOUT_ITSELF])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_rule_that_changes_reads_differently(name: str, language: str) -> None:
    before = Rules()
    was = getattr(before, name)
    if isinstance(was, Tie):
        return  # there is one
    now_ = (not was) if isinstance(was, bool) else OTHER.get(type(was), 8)
    after = replace(before, **{name: now_})
    with translation.override(language):
        told = ruleset.changed(before, after)
    assert [c.name for c in told] == [name]
    assert told[0].before != told[0].now


def test_both_forms_ask_for_every_rule_once_and_show_it(operating: Consultation, seated: Cast) -> None:
    """A rule that is published and that nobody can set is a rule of whoever wrote the code."""
    one_value = {"tie"} if len(Tie) == 1 else set()
    rules = {f.name for f in fields(Rules)} - set(ruleset.ABOUT_ITSELF) - one_value
    for form in (
        VersionForm(None, known=Rules(), zone="UTC", first=True), RulesForm(session=drafted(operating, seated)),
    ):  # fmt: skip
        shown = [field.name for group in form.groups() for field in group.fields]
        shown += [field.name for field in form.folded()]
        assert set(form.fields) - {"reason", "in_force_from"} == set(shown) == rules
        assert len(shown) == len(rules)


def test_every_rule_stands_on_the_pages_that_ask_for_it(
    operating: Consultation, seated: Cast, client_of: Browser
) -> None:
    alba = client_of(seated["alba"])
    page = alba.get(at(operating, "nueva/")).content.decode()
    assert "Rarely changed" in page
    session = drafted(operating, seated)
    prepare = alba.get(f"/en/sesiones/{session.reference}/preparar/").content.decode()
    for name in RulesForm.base_fields:
        assert f'name="{name}"' in page, name
        assert f'name="rules-{name}"' in prepare, name


RARE = {"undo_seconds": 20, "frozen": 4, "overtakes": 1, "least_cell": 6, "motion_seconds": 60, "reserve_years": 2,
        "confirm_days": 5}  # fmt: skip


def test_what_is_rarely_changed_is_published_as_typed(
    operating: Consultation, seated: Cast, client_of: Browser
) -> None:
    changes = RARE | {"methods": ("show", "roll_call"), "method": "roll_call", "consensus_first": True,
                      "points": "members", "quorum_base": "admitted", "quorum_to_decide": 60}  # fmt: skip
    answer = client_of(seated["alba"]).post(at(operating, "nueva/"), typed() | changes)
    assert answer.status_code == 303, answer.content.decode()
    version = queries.in_force(operating)
    assert version is not None
    rules = queries.values_of(version)
    assert {n: getattr(rules, n) for n in changes} == changes


def test_the_rules_of_a_session_that_has_its_own_are_set_on_its_page(
    operating: Consultation, seated: Cast, client_of: Browser
) -> None:
    session = drafted(operating, seated)
    sent = {f"rules-{k}": v for k, v in (typed() | RARE | {"methods": ["secret"], "method": "secret"}).items()}
    address = f"/en/sesiones/{session.reference}/preparar/"
    assert client_of(seated["alba"]).post(address, {"section": "rules", **sent}).status_code == 302
    session.refresh_from_db()
    rules = rules_of(session)
    assert {n: getattr(rules, n) for n in RARE} == RARE
    assert (rules.methods, rules.method) == ((Method.SECRET,), Method.SECRET)


@pytest.mark.guideline("G25")
def test_a_version_of_before_reads_as_it_did_and_the_next_one_says_what_changed(
    operating: Consultation, seated: Cast
) -> None:
    old = publish(operating, seated["alba"], majority=Majority.TWO_THIRDS)
    SessionRules.objects.filter(pk=old.pk).update(values=old.values | {"version": "2"})
    old.refresh_from_db()
    with translation.override("en"):
        before = queries.values_of(old)
        assert "unless the chair says otherwise" in ruleset.SAID["majority"](before)
        now_ = queries.values_of(publish(operating, seated["alba"], majority=Majority.TWO_THIRDS))
        told = ruleset.changed(before, now_)
    assert [c.name for c in told] == ["majority"]
    assert "never for less" in told[0].now


def test_whoever_published_finds_it_in_their_own_data(operating: Consultation, seated: Cast) -> None:
    publish(operating, seated["alba"])
    with translation.override("en"):
        told = collect(seated["alba"])["Rules of sessions you published"]
    assert [row["Version"] for row in told] == [1]
