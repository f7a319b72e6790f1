"""Who may design, check, reply and read: in every state of a round, for everybody, with what could leak."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.surveillance import records, services
from consultations.modes.surveillance.models import Checklist, CheckRound
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
OFFICIALS = {"alba", "dora", "elias"}
SECRET = "La bodega estaba vacía en Tlapa"


def collected(checklist: Checklist, bruno: Person) -> CheckRound:
    """A round with findings that nobody outside the team may read. Call it within `after_notice`."""
    row = make.again(checklist.rounds.get(number=1))
    make.found(row, bruno, "no", found=SECRET)
    return row


def leaks(client: Client, row: CheckRound) -> set[str]:
    """Which of the pages and data of a round tell the secret."""
    reference = row.checklist.contribution.reference
    at = f"/en/aportaciones/{reference}"
    process, activity = row.checklist.contribution.consultation, row.checklist.contribution.activity
    assert activity
    paths = [
        f"{at}/", f"{at}/puntos.csv", f"{at}/puntos.json", f"{at}/puntos/1/", f"{at}/comparacion/",
        f"/en/procesos/{process.reference}/actividades/{activity.place}/", f"/en/procesos/{process.reference}/",
        "/en/pendientes/", f"{at}/rondas/1/campo/", f"{at}/rondas/1/campo/1/", f"{at}/rondas/1/respuesta/",
        *(f"{at}/rondas/1/{end}" for end in ("", "datos.csv", "datos.json", "puntos.json", "enviar/", "publicar/")),
    ]  # fmt: skip
    told = set()
    for path in paths:
        answer = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        if SECRET in body.decode():
            told.add(path.split(f"{reference}/", 1)[-1])
    return told


def test_civil_society_designs_and_officials_never(seated: Cast, watching: Activity) -> None:
    assert allowed(seated, "checklist_design", watching) == {"bruno"}
    with refused("official"):
        make.begun(watching, seated["dora"])  # type: ignore[arg-type]
    with refused("not-civil-society"):
        make.begun(watching, seated["carmen"])  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "code"), [(0, "not-open-yet"), (800, "closed")])
def test_nothing_is_begun_before_and_after_the_window(
    seated: Cast, operating: Consultation, alba: Person, bruno: Person, days: int, code: str
) -> None:
    activity = make.watched(operating, alba, opens_at=now() + timedelta(days=2))
    with time_machine.travel(now() + timedelta(days=days)), refused(code):
        make.begun(activity, bruno)
    draft = make.watched(operating, alba, publish=False)
    assert allowed(seated, "checklist_design", draft) == set()


@pytest.mark.guideline("G11.VI")
def test_findings_are_the_teams_then_the_officials_then_everybodys(
    seated: Cast, checklist: Checklist, bruno: Person, dora: Person, client_of: Browser
) -> None:
    row = make.announced(checklist, bruno)
    assert allowed(seated, "findings_read", make.again(row)) == {"bruno"}
    assert allowed(seated, "claim_write", make.again(row)) == set()
    with make.after_notice(row):
        row = collected(checklist, bruno)
        assert allowed(seated, "findings_read", row) == {"bruno"}
        assert allowed(seated, "finding_write", row) == {"bruno"}
        for name in EVERYBODY - {"bruno"}:
            assert leaks(client_of(seated[name]), row) == set(), name
        assert "rondas/1/" in leaks(client_of(bruno), row)
        row = services.round_send(row=row, by=bruno)
        row = make.again(row)
        assert allowed(seated, "findings_read", row) == OFFICIALS | {"bruno"}
        assert allowed(seated, "claim_write", row) == OFFICIALS
        for name in EVERYBODY - OFFICIALS - {"bruno"}:
            assert leaks(client_of(seated[name]), row) == set(), name
        assert "rondas/1/respuesta/" in leaks(client_of(dora), row)
        assert not any(SECRET in letter.body for letter in mail.outbox)
        services.reply_complete(row=row, by=dora)
        row = make.again(services.round_publish(row=row, by=bruno))
        assert allowed(seated, "findings_read", row) == EVERYBODY
        assert {"rondas/1/", "rondas/1/datos.csv", "rondas/1/datos.json"} <= leaks(client_of(seated["nobody"]), row)


def test_the_lead_keeps_it_and_the_team_checks(
    seated: Cast, checklist: Checklist, bruno: Person, carmen: Person
) -> None:
    make.monitor(checklist, bruno, carmen)
    checklist = make.fresh(checklist)
    row = make.again(make.announced(checklist, bruno))
    assert allowed(seated, "checklist_keep", checklist) == allowed(seated, "round_keep", row) == {"bruno"}
    assert (
        allowed(seated, "checklist_team", checklist) == allowed(seated, "finding_write", row) == {"bruno", "carmen"}
    )
    assert allowed(seated, "checklist_read", checklist) == EVERYBODY


def test_who_is_invited_answers_and_only_they_shield_their_name(
    seated: Cast, checklist: Checklist, bruno: Person, carmen: Person
) -> None:
    invited = services.monitor_invite(checklist=checklist, email=carmen.email.upper(), by=bruno)
    assert allowed(seated, "monitor_answer", invited) == {"carmen"}
    assert allowed(seated, "monitor_shield", invited) == set()
    joined = services.monitor_accept(monitor=invited, by=carmen, speaking_as="", shielded=False)
    assert allowed(seated, "monitor_answer", joined) == set()
    assert allowed(seated, "monitor_shield", joined) == {"carmen"}


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = (
        "checklist_design", "checklist_read", "checklist_keep", "checklist_team", "round_keep", "findings_read",
        "finding_write", "claim_write", "monitor_answer", "monitor_shield",
    )  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()


def test_an_official_who_opens_the_field_form_is_told_why_not(
    client_of: Browser, checklist: Checklist, bruno: Person, dora: Person
) -> None:
    row = make.announced(checklist, bruno)
    at = f"/en/aportaciones/{checklist.contribution.reference}/rondas/1"
    with make.after_notice(row):
        make.sent(make.again(row), bruno, "no")
        for path in ("campo/", "campo/1/", "puntos/1/corregir/"):
            answer = client_of(dora).get(f"{at}/{path}")
            assert answer.status_code == 403
            assert "Only the team of this checklist" in answer.content.decode()
        assert client_of(dora).post(f"{at}/campo/1/", {"answer": "yes"}).status_code == 403


def test_a_members_only_activity_is_read_by_members_only(
    seated: Cast, operating: Consultation, client_of: Browser
) -> None:
    closed = make.watched(operating, seated["alba"], visibility="members")  # type: ignore[arg-type]
    row = make.published(make.begun(closed, seated["bruno"]), seated["bruno"], seated["dora"])  # type: ignore[arg-type]
    row = make.again(row)
    assert allowed(seated, "findings_read", row) == OFFICIALS | {"bruno", "fatima"}
    at = f"/en/aportaciones/{row.checklist.contribution.reference}"
    for path in ("", "/puntos.csv", "/rondas/1", "/rondas/1/datos.json", "/comparacion", "/puntos/1"):
        end = "" if "." in path else "/"
        assert client_of(seated["carmen"]).get(f"{at}{path}{end}").status_code == 404


def test_what_moderation_hides_is_not_in_the_data(
    client_of: Browser, checklist: Checklist, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    row = make.published(checklist, bruno, dora)
    contribution = checklist.contribution
    contribution.hidden_at = now()
    contribution.save(update_fields=["hidden_at"])
    at = f"/en/aportaciones/{contribution.reference}"
    assert "¿Se cumplió" not in client_of(nobody).get(f"{at}/").content.decode()
    for path in ("puntos.csv", "puntos.json", f"rondas/{row.number}/", "rondas/1/datos.csv", "comparacion/"):
        assert client_of(nobody).get(f"{at}/{path}").status_code == 404

    assert contribution.activity
    assert list(records.of_activity(contribution.activity)) == []
