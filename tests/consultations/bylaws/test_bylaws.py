"""The operating rules: nine parts, before the members, approved by version, then in force (G25)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from consultations.bylaws import approving, considering, queries, services
from consultations.bylaws.models import BylawsVersion, Consideration, PartComment
from consultations.bylaws.parts import Part
from consultations.bylaws.states import State
from consultations.desk.sources import waiting_for
from consultations.members.leaving.ending import resign
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import membership as life
from tests.factories import sessions as room
from tests.factories.many import copies

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def fresh(version: BylawsVersion) -> BylawsVersion:
    return BylawsVersion.objects.select_related("consultation__agency", "consultation__coordinator__person").get(
        pk=version.pk
    )


def at(version: BylawsVersion, path: str = "") -> str:
    return f"/en/procesos/{version.consultation.reference}/reglas/{version.number}/{path}"


@pytest.mark.guideline("G25")
@pytest.mark.engine
def test_from_the_draft_to_the_rules_in_force(
    seated: Cast, operating: Consultation, django_capture_on_commit_callbacks: Any
) -> None:
    alba, bruno, dora, elias = (seated[who] for who in ("alba", "bruno", "dora", "elias"))
    version = life.drafted(operating)
    assert version.state is State.DRAFT
    with django_capture_on_commit_callbacks(execute=True):
        version = services.bylaws_submit(
            version=version, closes_at=now() + timedelta(days=10), criterion="consensus", by=alba
        )
    assert {letter.to[0] for letter in mail.outbox} == {bruno.email, dora.email, elias.email}
    life.assented(version, bruno, dora, elias)
    version = approving.approve_by_assents(version=version, by=alba)
    assert (version.state, version.way, version.criterion) == (State.APPROVED, "assents", "consensus")
    assert queries.in_force(operating) is None
    services.bylaws_publish(version=version, by=alba)
    assert queries.in_force(operating) == version
    assert (version.civil_asked, version.public_asked) == (1, 2)


@pytest.mark.guideline("G25")
def test_rules_with_an_empty_part_are_refused_and_every_one_is_named(seated: Cast, operating: Consultation) -> None:
    version = life.drafted(operating, empty=(Part.STRUCTURE, Part.TRANSPARENCY))
    with refused("parts-empty") as caught:
        services.bylaws_submit(
            version=version, closes_at=now() + timedelta(days=10), criterion="majority", by=seated["alba"]
        )
    assert "3." in str(caught.value.message)
    assert "9." in str(caught.value.message)
    assert fresh(version).state is State.DRAFT


def test_members_have_time_to_consider(seated: Cast, operating: Consultation) -> None:
    with refused("term-too-short"):
        life.submitted(operating, days=2)


def test_nothing_is_submitted_while_a_side_has_nobody_with_a_vote(seated: Cast, operating: Consultation) -> None:
    resign(membership=life.membership(operating, seated["bruno"]), words="", by=seated["bruno"])
    with refused("side-empty"):
        life.submitted(operating)


@pytest.mark.guideline("G25", "G31")
def test_a_version_nobody_was_asked_about_is_not_approved(seated: Cast, operating: Consultation) -> None:
    version = life.drafted(operating)
    with refused("nobody-was-asked"):
        approving.approve_by_assents(version=version, by=seated["alba"])
    with refused("nobody-was-asked"):
        approving.approve_by_session(version=version, agreement="MEC-2026-001-S1-A1", by=seated["alba"])


@pytest.mark.guideline("G31")
def test_it_waits_for_the_members_and_then_the_criterion_decides(seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    life.assented(version, seated["bruno"])
    with refused("members-may-still-speak"):
        approving.approve_by_assents(version=version, by=seated["alba"])
    with time_machine.travel(now() + life.LONGER):
        with refused("criterion-not-met") as caught:
            approving.approve_by_assents(version=version, by=seated["alba"])
        assert "2" in str(caught.value.message)
        assert "G31" in str(caught.value.rule)


def test_an_objection_says_why_and_the_last_word_counts(seated: Cast, operating: Consultation) -> None:
    version, bruno = life.submitted(operating), seated["bruno"]
    with refused("objection-without-reason"):
        considering.bylaws_consider(version=version, agrees=False, reason=" ", by=bruno)
    considering.bylaws_consider(version=version, agrees=False, reason="Falta el quórum.", by=bruno)
    considering.bylaws_consider(version=version, agrees=False, reason="Falta el quórum.", by=bruno)
    assert Consideration.objects.count() == 1
    life.assented(version, bruno)
    assert [row.agrees for row in queries.standing(version)] == [True]
    assert Consideration.objects.count() == 2
    assert queries.tallies(version)[0].agree == 1


def test_what_somebody_said_who_left_since_does_not_count(seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    life.assented(version, seated["elias"], seated["dora"], seated["bruno"])
    resign(membership=life.membership(operating, seated["elias"]), words="", by=seated["elias"])
    assert (queries.tallies(version)[1].asked, queries.tallies(version)[1].agree) == (1, 1)
    version = approving.approve_by_assents(version=version, by=seated["alba"])
    assert (queries.tallies(version)[1].asked, queries.tallies(version)[1].agree) == (1, 1)


@pytest.mark.guideline("G8.I")
def test_nothing_is_approved_while_a_comment_waits_for_its_answer(
    seated: Cast, operating: Consultation, django_capture_on_commit_callbacks: Any
) -> None:
    version, alba, bruno = life.submitted(operating), seated["alba"], seated["bruno"]
    said = {"part": "sessions", "text": "Cada mes.", "language": "es-mx", "by": bruno}
    comment = considering.bylaws_comment(version=version, **said)
    assert considering.bylaws_comment(version=version, **said) == comment
    life.assented(version, bruno, seated["dora"], seated["elias"])
    with refused("comments-unanswered"):
        approving.approve_by_assents(version=version, by=alba)
    with django_capture_on_commit_callbacks(execute=True):
        considering.comment_answer(comment=comment, answer="Se mantiene cada dos meses, por el presupuesto.", by=alba)
    assert mail.outbox[-1].to == [bruno.email]
    with refused("answered-already"):
        considering.comment_answer(comment=comment, answer="Otra.", by=alba)
    assert approving.approve_by_assents(version=version, by=alba).approved_at


@pytest.mark.guideline("G25")
def test_a_session_approves_by_an_agreement_taken_since_the_members_were_asked(
    seated: Cast, operating: Consultation
) -> None:
    version, alba = life.submitted(operating), seated["alba"]
    BylawsVersion.objects.update(submitted_at=now() - timedelta(days=2))
    version = fresh(version)
    with refused("no-such-agreement"):
        approving.approve_by_session(version=version, agreement="MEC-2026-999-S1-A1", by=alba)
    held = room.session_closed(series=operating.reference)
    reference = held.agreements.get().reference
    for words in ("Se aprueban las reglas.", "Se aprueba la versión 11.", "Se aprueba la versión 2."):
        held.agreements.update(text=words)
        with refused("names-no-version"):
            approving.approve_by_session(version=version, agreement=reference, by=alba)
    held.agreements.update(text="Se aprueba la versión 1 de las reglas de operación.")
    version = approving.approve_by_session(version=version, agreement=reference.lower(), by=alba)
    assert (version.way, version.agreement) == ("session", reference)


def test_what_was_taken_ad_referendum_approves_nothing_before_it_is_ratified(
    seated: Cast, operating: Consultation
) -> None:
    version = life.submitted(operating)
    BylawsVersion.objects.update(submitted_at=now() - timedelta(days=2))
    held = room.session_closed(series=operating.reference)
    held.agreements.update(ad_referendum=True)
    with refused("no-such-agreement"):
        approving.approve_by_session(
            version=fresh(version), agreement=held.agreements.get().reference, by=seated["alba"]
        )


def test_an_agreement_from_before_the_members_were_asked_approves_nothing(
    seated: Cast, operating: Consultation
) -> None:
    held = room.session_closed(series=operating.reference)
    version = life.submitted(operating)
    with refused("no-such-agreement"):
        approving.approve_by_session(version=version, agreement=held.agreements.get().reference, by=seated["alba"])


def test_a_submitted_version_keeps_its_words(seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    with refused("not-its-turn"):
        services.bylaws_write(version=version, language="es-mx", texts=life.texts(), before={}, by=seated["alba"])


def test_two_writers_do_not_undo_each_other(seated: Cast, operating: Consultation) -> None:
    version, alba = life.drafted(operating), seated["alba"]
    opened = life.texts()
    services.bylaws_write(version=version, language="es-mx", texts=life.texts(general="Uno"), before=opened, by=alba)
    with refused("changed-meanwhile"):
        services.bylaws_write(
            version=version, language="es-mx", texts=life.texts(general="Dos"), before=opened, by=alba
        )
    services.bylaws_write(
        version=version, language="es-mx", texts=life.texts(general="Uno", sessions="Tres"), before=opened, by=alba
    )
    assert queries.texts_of(version)[Part.SESSIONS] == "Tres"


def test_the_next_version_begins_from_the_last_one_and_shows_what_changes(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    voters = [seated[who] for who in ("bruno", "dora", "elias")]
    first = life.published(operating, *voters)
    again = services.bylaws_draft(consultation=operating, by=seated["alba"])
    assert services.bylaws_draft(consultation=operating, by=seated["alba"]) == again
    assert queries.texts_of(again) == queries.texts_of(first)
    second = life.submitted(operating, sessions="Las sesiones son mensuales.")
    assert second == again
    page = client_of(seated["bruno"]).get(at(second, "cambios/")).content.decode()
    assert "<ins>" in page
    assert page.count("Nothing changes.") == 8
    life.assented(second, *voters)
    approving.approve_by_assents(version=second, by=seated["alba"])
    services.bylaws_publish(version=fresh(second), by=seated["alba"])
    page = client_of(seated["carmen"]).get(f"/en/procesos/{operating.reference}/reglas/").content.decode()
    assert "Version 2, in force" in page
    assert "Replaced" in page
    assert client_of(seated["carmen"]).get(at(first)).status_code == 200


def test_a_withdrawn_version_says_why_and_makes_room_for_the_next(seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    with refused("reason-needed"):
        services.bylaws_withdraw(version=version, reason="", by=seated["alba"])
    services.bylaws_withdraw(version=version, reason="Se atienden las objeciones.", by=seated["alba"])
    with refused("not-its-turn"):
        considering.bylaws_consider(version=version, agrees=True, reason="", by=seated["bruno"])
    assert services.bylaws_draft(consultation=operating, by=seated["alba"]).number == 2


def test_what_waits_for_whom(seated: Cast, operating: Consultation) -> None:
    def rows(who: str) -> list[Any]:
        return [row for row in waiting_for(seated[who]) if "/reglas/" in row.href]

    version = life.submitted(operating)
    assert rows("bruno")[0].due == version.closes_at
    assert rows("alba") == rows("fatima") == rows("carmen") == []
    considering.bylaws_comment(version=version, part="sessions", text="x", language="es-mx", by=seated["bruno"])
    life.assented(version, seated["bruno"])
    assert rows("bruno") == []
    assert len(rows("alba")) == 1
    considering.comment_answer(comment=PartComment.objects.get(), answer="y", by=seated["alba"])
    with time_machine.travel(now() + life.LONGER):
        assert len(rows("alba")) == 1
        assert rows("dora") == []


def test_a_part_is_written_by_a_page_that_keeps_what_was_typed(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    alba = client_of(seated["alba"])
    assert alba.post(f"/en/procesos/{operating.reference}/reglas/nueva/").status_code == 303
    version = BylawsVersion.objects.get()
    typed = {"language": "es-mx", **{part.value: f"Texto {part.number}" for part in Part},
             **{f"before_{part.value}": "" for part in Part}}  # fmt: skip
    assert alba.post(at(version, "redactar/"), {**typed, "general": "‮mal"}).status_code == 422
    assert alba.post(at(version, "redactar/"), typed).status_code == 303
    answer = alba.post(at(version, "redactar/"), {**typed, "general": "Otro texto"})
    assert answer.status_code == 422
    assert "Otro texto" in answer.content.decode()
    closes = (now() + timedelta(days=12)).strftime("%Y-%m-%dT%H:%M")
    done = alba.post(at(version, "someter/"), {"closes_at": closes, "criterion": "consensus"})
    assert done.status_code == 303
    bruno = client_of(seated["bruno"])
    assert bruno.post(at(version, "considerar/"), {"agrees": "no", "reason": ""}).status_code == 422
    assert bruno.post(at(version, "considerar/"), {"agrees": "yes", "reason": ""}).status_code == 303
    assert bruno.post(
        at(version, "partes/sessions/comentar/"), {"text": "Cada mes", "language": "es-mx"}
    ).status_code == 303  # fmt: skip
    assert "Cada mes" in bruno.get(at(version)).content.decode()
    answer = alba.post(at(version, "aprobar/"), {"way": "session", "agreement": "MEC-1"})
    assert answer.status_code == 422


def test_the_page_of_a_version_costs_the_same_for_three_and_for_thirty(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    version, client = life.submitted(operating), warm(client_of(seated["alba"]))
    considering.bylaws_comment(version=version, part="sessions", text="x", language="es-mx", by=seated["bruno"])
    few = queries_of(lambda: client.get(at(version)))
    copies(PartComment.objects.get(), 30, text=lambda n: f"comentario {n}")
    assert queries_of(lambda: client.get(at(version))) == few
    where = f"/en/procesos/{operating.reference}/reglas/"
    assert queries_of(lambda: client.get(where)) <= 15


def test_the_rules_are_read_by_everybody_once_in_force(
    client_of: Browser, seated: Cast, operating: Consultation, nobody: Person
) -> None:
    where = f"/en/procesos/{operating.reference}/reglas/"
    empty = client_of(nobody).get(where).content.decode()
    assert "No rules are in force yet" in empty
    version = life.published(
        operating, *(seated[who] for who in ("bruno", "dora", "elias")), general="## Uno\n\n*bien*"
    )
    page = client_of(nobody).get(where).content.decode()
    assert "<em>bien</em>" in page
    assert "Majority of each side" in client_of(nobody).get(at(version)).content.decode()


def test_once_the_process_concluded_no_version_is_drafted(seated: Cast, operating: Consultation) -> None:
    assert operating.ends_at
    with time_machine.travel(operating.ends_at + timedelta(days=1)), refused("process-concluded"):
        services.bylaws_draft(consultation=operating, by=seated["alba"])
    assert not BylawsVersion.objects.exists()


@pytest.mark.guideline("G25")
def test_the_form_offers_the_agreements_that_name_the_version_and_no_other(
    seated: Cast, operating: Consultation, client_of: Callable[..., Client]
) -> None:
    life.submitted(operating)
    BylawsVersion.objects.update(submitted_at=now() - timedelta(days=2))
    version = BylawsVersion.objects.get()
    row = room.session_closed(series=operating.reference).agreements.get()
    client, page = client_of(seated["alba"]), at(version, "aprobar/")
    shown = client.get(page).content.decode()
    assert row.reference not in shown
    assert "does not say “version 1”" in shown
    sent = {"way": "session", "agreement": row.reference}
    assert client.post(page, sent).status_code == 422
    type(row).objects.update(text="Se aprueba la versión 1 de las reglas de operación.")
    assert row.reference in client.get(page).content.decode()
    assert client.post(page, sent).status_code == 303
    assert BylawsVersion.objects.get().agreement == row.reference


@pytest.mark.parametrize(("old", "new", "shown"), [
    ("Cada **dos** meses", "Cada **tres** meses", "Cada dos\u2192tres meses"),
    ("Cada dos meses", "Cada **dos** meses", "Cada dos meses"),
    ("## Sesiones\n\n1. _Cada_ mes", "# Sesiones\n\n1. Cada mes", "Sesiones|1. Cada mes"),
    ("a_b * c 2*3", "a_b * c 2*3", "a_b * c 2*3"),
])  # fmt: skip
def test_a_comparison_shows_words_and_no_marks(old: str, new: str, shown: str) -> None:
    told = []
    for pieces in queries.changed(old, new):
        words = "".join(f"{one.words}\u2192" if one.kind == "del" else one.words for one in pieces)
        told.append(words)
    assert "|".join(told) == shown
