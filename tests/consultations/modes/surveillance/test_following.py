"""What follows a round: comparison, agenda, trail, desk, own data, the data of an activity."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk import asked
from consultations.desk.reach import reach_of
from consultations.levels import Level
from consultations.matters import matters_of
from consultations.models import Consultation, TrailStep
from consultations.modes.surveillance import own_data, records, services, waiting
from consultations.modes.surveillance.following import compared
from consultations.modes.surveillance.models import Checklist
from consultations.modes.table import MODES
from consultations.spine.services import step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import opinion
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.mark.guideline("G33")
def test_what_turned_worse_goes_to_the_next_agenda(
    checklist: Checklist, operating: Consultation, bruno: Person, dora: Person
) -> None:
    make.published(checklist, bruno, dora, ["yes", "partly"], ago=90)
    assert matters_of(operating) == []
    row = make.published(checklist, bruno, dora, ["partly", "unknown"], ago=60)
    (matter,) = matters_of(operating)
    assert matter.reference == checklist.contribution.reference
    assert matter.since == row.published_at
    assert matter.why == "El punto 1 empeoró en la ronda 2."
    make.published(checklist, bruno, dora, ["partly", "no"], ago=30)
    (matter,) = matters_of(operating)
    assert matter.why == "El punto 2 empeoró en la ronda 3."


def test_what_moderation_hides_is_not_on_the_agenda(
    checklist: Checklist, operating: Consultation, bruno: Person, dora: Person
) -> None:
    make.published(checklist, bruno, dora, "yes", ago=90)
    make.published(checklist, bruno, dora, "no", ago=60)
    type(checklist.contribution).objects.filter(pk=checklist.pk).update(hidden_at=now())
    assert matters_of(operating) == []


@pytest.mark.engine
def test_rounds_stand_side_by_side(checklist: Checklist, bruno: Person, dora: Person) -> None:
    make.published(checklist, bruno, dora, ["yes", "no"], ago=90)
    services.item_drop(item=checklist.items.get(number=1), reason="Se derogó.", by=bruno)
    make.item(checklist, bruno, question="¿Y esto?")
    make.published(checklist, bruno, dora, ["yes", "unknown"], ago=60)
    found = compared(checklist)
    told = {
        item.number: [(cell.finding and cell.finding.answer, cell.turn) if cell else None for cell, _row in cells]
        for item, cells in found.rows
    }
    assert told == {
        1: [("yes", None), None], 2: [("no", None), ("yes", "better")], 3: [None, ("unknown", None)]
    }  # fmt: skip
    assert [one.shown for one in found.scores] == ["50", "100"]


@pytest.mark.guideline("G33")
def test_what_was_found_done_is_verified_on_the_trail_it_came_from(
    checklist: Checklist, operating: Consultation, alba: Person, bruno: Person, dora: Person, carmen: Person
) -> None:
    asking = opinion.asked(operating, alba)
    first, second = (opinion.sent(opinion.where(asking), carmen, title=t).contribution for t in ("Una", "Otra"))
    for step in (Step.DELIBERATED, Step.AGREED, Step.IMPLEMENTED):
        step_take([first, second], step, act="MEC-2026-001-V-001", by=alba, acted_as="x")
    for one in checklist.items.all():
        services.item_drop(item=one, reason="Otros.", by=bruno)
    for one in (first, second):
        make.item(checklist, bruno, reference=one.reference, decision="", source="")
    make.published(checklist, bruno, dora, ["yes", "no"])
    verified = TrailStep.objects.filter(kind=Step.VERIFIED.value)
    assert [(one.contribution, one.act) for one in verified] == [(first, checklist.contribution.reference)]


def test_nothing_is_verified_before_publication(
    checklist: Checklist, operating: Consultation, alba: Person, bruno: Person, carmen: Person
) -> None:
    sent = opinion.sent(opinion.where(opinion.asked(operating, alba)), carmen).contribution
    make.item(checklist, bruno, reference=sent.reference, decision="", source="")
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.sent(row, bruno, "yes")
    assert not TrailStep.objects.filter(kind=Step.VERIFIED.value).exists()


def test_each_finds_what_waits(checklist: Checklist, bruno: Person, carmen: Person, dora: Person) -> None:
    sources = (waiting.to_accept, waiting.to_check, waiting.to_reply)

    def told(who: Person) -> list[str]:
        return [row.href.rsplit("/", 2)[-2] for row in asked.told(sources, reach_of(who))]

    invited = services.monitor_invite(checklist=checklist, email=carmen.email, by=bruno)
    assert told(carmen) == [str(invited.pk)]
    services.monitor_accept(monitor=invited, by=carmen, speaking_as="", shielded=False)
    planned = services.round_plan(checklist=checklist, notice_days=10, reply_days=10, by=bruno)
    assert (told(bruno), told(carmen), told(dora)) == (["anunciar"], [], [])
    row = services.round_announce(row=planned, by=bruno)
    assert (told(bruno), told(carmen), told(dora)) == ([], [], [])
    with make.after_notice(row):
        assert (told(bruno), told(carmen), told(dora)) == (["campo"], ["campo"], [])
        make.found(row, carmen)
        assert (told(bruno), told(carmen), told(dora)) == (["enviar"], [], [])
        row = services.round_send(row=row, by=bruno)
        assert (told(bruno), told(carmen), told(dora)) == ([], [], ["respuesta"])
        (due,) = asked.told([waiting.to_reply], reach_of(dora))
        assert due.due
        services.reply_complete(row=row, by=dora)
        assert (told(bruno), told(carmen), told(dora)) == (["publicar"], [], [])
        services.round_publish(row=row, by=bruno)
        assert (told(bruno), told(carmen), told(dora)) == ([], [], [])


def test_a_person_reads_what_they_did_and_nothing_of_others(
    checklist: Checklist, bruno: Person, carmen: Person, dora: Person
) -> None:
    make.monitor(checklist, bruno, carmen, shielded=True)
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, carmen, found="Lo que vio Carmen")
        row = services.round_send(row=row, by=bruno)
        make.claimed(row, dora, text="Lo que dijo Dora")
    told = {who: str(own_data.collect(who)) for who in (bruno, carmen, dora)}
    assert "Lo que vio Carmen" in told[carmen]
    assert "Lo que dijo Dora" in told[dora]
    assert "Los acuerdos de la tercera sesión." in told[bruno]
    for who, others in ((bruno, ("Lo que vio", "Lo que dijo")), (carmen, ("Lo que dijo",)), (dora, ("Lo que vio",))):
        assert not any(words in told[who] for words in others)


def test_the_data_of_an_activity_are_its_published_rounds(checklist: Checklist, bruno: Person, dora: Person) -> None:
    activity = checklist.contribution.activity
    assert activity
    make.published(checklist, bruno, dora, ["yes", "no"], ago=60)
    make.announced(checklist, bruno)
    rows = list(MODES[Level.SURVEILLANCE].records(activity))
    assert [(row["round"], row["number"], row["answer"], row["claim"]) for row in rows] == [
        (1, 1, "yes", "done"), (1, 2, "no", "")
    ]  # fmt: skip
    assert set(rows[0]) == set(records.RAW)
    figures = MODES[Level.SURVEILLANCE].results(activity)
    assert [one.number for one in figures] == [1, 1]


def test_a_template_begins_another_checklist(checklist: Checklist, bruno: Person) -> None:
    kept = services.template_save(checklist=checklist, name="De acuerdos", about="Actas.", by=bruno)
    with refused("kept-before"):
        services.template_save(checklist=checklist, name="De acuerdos", about="Actas.", by=bruno)
    activity = checklist.contribution.activity
    assert activity
    made = make.begun(activity, bruno, items=0, title="Otra", template=kept)
    assert [one.question for one in made.items.all()] == [one.question for one in checklist.items.all()]


def test_a_checklist_for_members_is_no_template(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person, nobody: AnonymousUser
) -> None:
    inside = make.begun(make.watched(operating, alba, visibility="members"), bruno)
    with refused("members-only"):
        services.template_save(checklist=inside, name="Interna", about="Actas.", by=bruno)
    Activity.objects.update(visibility="public")
    kept = services.template_save(checklist=make.fresh(inside), name="Interna", about="Actas.", by=bruno)
    Activity.objects.update(visibility="members")
    assert "Interna" not in client_of(nobody).get("/en/aportaciones/plantillas/").content.decode()
    assert client_of(nobody).get(f"/en/aportaciones/plantillas/{kept.pk}/").status_code == 404


@pytest.mark.guideline("G9")
def test_the_panel_shows_what_is_under_surveillance(
    client_of: Browser, checklist: Checklist, nobody: AnonymousUser
) -> None:
    activity = checklist.contribution.activity
    assert activity
    at = f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/"
    assert "Abasto de morfina: 40 millones de pesos." in client_of(nobody).get(at).content.decode()


def test_a_score_is_never_alone_on_a_page(
    client_of: Browser, checklist: Checklist, bruno: Person, dora: Person
) -> None:
    make.published(checklist, bruno, dora, ["yes", "unknown"], ago=60)
    at = f"/en/aportaciones/{checklist.contribution.reference}"
    activity = checklist.contribution.activity
    assert activity
    here = f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/"
    for page in (f"{at}/", f"{at}/rondas/1/", f"{at}/comparacion/", here):
        body = " ".join(client_of(bruno).get(page).content.decode().split())
        assert "100 of 100" in body
        assert "1 of 2 items count" in body
        assert "not verifiable: 50 %" in body


def test_pages_make_as_many_queries_for_thirty_as_for_three(
    seated: Cast, client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person, dora: Person
) -> None:
    activity = checklist.contribution.activity
    assert activity
    make.monitor(checklist, bruno, carmen, shielded=True)
    row = make.published(checklist, bruno, dora, "yes", ago=100)
    reference = checklist.contribution.reference
    pages = [
        f"/en/aportaciones/{reference}/", f"/en/aportaciones/{reference}/rondas/2/",
        f"/en/aportaciones/{reference}/comparacion/",
        f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/",
        f"/en/aportaciones/{reference}/rondas/2/datos.json",
    ]  # fmt: skip
    make.published(checklist, bruno, dora, "yes", ago=75)
    client = warm(client_of(dora))

    def counts() -> list[int]:
        return [queries_of(lambda page=page: client.get(page)) for page in pages]  # type: ignore[misc]

    few = counts()
    for n in range(28):
        make.item(checklist, bruno, question=f"¿Otra {n}?")
    for _ in range(5):
        other = make.begun(activity, bruno, title="Otra")
        make.published(other, bruno, dora, "no", ago=30)
    row = make.published(checklist, bruno, dora, "no", ago=50)
    pages[1] = f"/en/aportaciones/{reference}/rondas/{row.number}/"
    pages[4] = f"{pages[1]}datos.json"
    many = counts()
    assert many == few
    assert few[0] <= 20
    assert few[3] <= 15
    assert row.published_at
    assert now() - row.published_at < timedelta(days=50)
