"""Leaving: four causes; for two of them notice, time to reply and a reasoned decision by somebody else (G21)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.desk.sources import waiting_for
from consultations.members.deciding import application_admit
from consultations.members.kinds import Side
from consultations.members.leaving.ending import membership_conclude, resign
from consultations.members.leaving.noticing import notice_give, notice_reply, separation_decide
from consultations.members.models import Separation, SeparationNotice
from consultations.members.tables.separation import Cause
from consultations.models import Consultation
from consultations.modes.deliberation.services import session_new
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Representation
from incidencia.organizations.terms import today
from sessions.models import Seat
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import consultations as make
from tests.factories import membership as life
from tests.factories.many import copies, crowd

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
REASONS = "La falta está probada y la respuesta no la explica."
PUBLIC = "Faltó tres veces sin aviso."


def decide(notice: SeparationNotice, by: Person, *, separates: bool = True, **fields: str) -> SeparationNotice:
    said = {"reasons": REASONS, "public_words": PUBLIC, **fields}
    return separation_decide(notice=notice, separates=separates, by=by, **said)[0]


def session_of(consultation: Consultation, alba: Person, chair: Person) -> Any:
    return session_new(
        consultation=consultation, title_es="Sesión", title_en="", starts_at=now() + timedelta(days=20),
        presides=consultation.memberships.get(person=chair), deputy=None, by=alba,
    )  # fmt: skip


@pytest.mark.guideline("G21")
@pytest.mark.engine
def test_notice_reply_and_decision_separate_a_member_and_each_step_is_a_letter(
    seated: Cast, operating: Consultation, django_capture_on_commit_callbacks: Any
) -> None:
    bruno, dora = seated["bruno"], seated["dora"]
    with django_capture_on_commit_callbacks(execute=True):
        notice = life.notice(operating, bruno, decider=dora)
        notice_reply(notice=notice, text="Avisé por correo cada vez.", by=bruno)
        decide(notice, dora)
    told = [letter.subject for letter in mail.outbox if letter.to == [bruno.email]]
    assert len(told) == 3
    row = Separation.objects.get()
    assert (row.cause, row.on, row.by, row.public_words) == ("breach", today(), dora, PUBLIC)
    assert row.acted_as
    assert not life.membership(operating, bruno).is_in_force()
    assert not bruno.has_perm("consultations.resign", life.membership(operating, bruno))


@pytest.mark.guideline("G21")
def test_nothing_is_decided_before_the_reply_or_the_end_of_its_term(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    with refused("not-heard-yet") as caught:
        decide(notice, seated["dora"])
    assert caught.value.advice
    with time_machine.travel(now() + life.LONGER):
        assert decide(notice, seated["dora"]).separates
    assert life.membership(operating, seated["bruno"]).ended_at


def test_a_late_reply_counts_until_it_is_decided(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    with time_machine.travel(now() + life.LONGER):
        notice_reply(notice=notice, text="Tarde, pero aquí está.", by=seated["bruno"])
        decide(notice, seated["dora"], separates=False)
        with refused("decided-already"):
            notice_reply(notice=notice, text="Otra vez.", by=seated["bruno"])
        with refused("decided-already"):
            decide(notice, seated["dora"])
    assert life.membership(operating, seated["bruno"]).is_in_force()
    assert not Separation.objects.exists()


def test_who_gives_a_notice_does_not_decide_it(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="Mi respuesta.", by=seated["bruno"])
    for other in ("alba", "elias", "bruno"):
        with refused("decided-by-another"):
            decide(notice, seated[other])
    with refused("decider-unfit"):
        life.notice(operating, seated["fatima"], decider=seated["alba"])
    with refused("no-decider"):
        life.notice(operating, seated["fatima"], decider=None)  # type: ignore[arg-type]


def test_where_there_is_no_other_official_who_gave_it_decides(
    operating: Consultation, alba: Person, bruno: Person
) -> None:
    operating.memberships.filter(side=Side.PUBLIC).update(
        ends_on=today() - timedelta(days=1), starts_on=today() - timedelta(days=9)
    )
    notice = life.notice(operating, bruno, decider=None)  # type: ignore[arg-type]
    assert notice.decider == alba
    notice_reply(notice=notice, text="Mi respuesta.", by=bruno)
    assert decide(notice, alba).decided_by == alba


def test_whoever_has_to_decide_is_not_concluded_first_by_who_gave_the_notice(
    seated: Cast, operating: Consultation
) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    dora = life.membership(operating, seated["dora"])
    with refused("decides-a-notice"):
        membership_conclude(membership=dora, reason="Cambió de área.", by=seated["alba"])
    notice_reply(notice=notice, text="Mi respuesta.", by=seated["bruno"])
    decide(notice, seated["dora"])
    assert membership_conclude(membership=dora, reason="Cambió de área.", by=seated["alba"])


def test_when_the_named_official_left_another_one_decides(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="Mi respuesta.", by=seated["bruno"])
    life.membership(operating, seated["dora"]).cut_short()
    with refused("decided-by-another"):
        decide(notice, seated["alba"])
    assert decide(notice, seated["elias"]).decided_by == seated["elias"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ground": " "}, "notice-without-ground"), ({"facts": ""}, "notice-without-ground"),
        ({"cause": "resignation"}, "cause-without-notice"), ({"reply_days": 9}, "reply-days"),
        ({"reply_days": 900}, "reply-days"),
    ],
)  # fmt: skip
def test_a_notice_says_cause_facts_and_ground_and_gives_time(
    seated: Cast, operating: Consultation, changes: dict[str, Any], code: str
) -> None:
    with refused(code):
        life.notice(operating, seated["bruno"], decider=seated["dora"], **changes)
    assert not SeparationNotice.objects.exists()


def test_a_second_notice_waits_for_the_first(seated: Cast, operating: Consultation) -> None:
    life.notice(operating, seated["bruno"], decider=seated["dora"])
    with refused("notice-waits"):
        life.notice(operating, seated["bruno"], decider=seated["elias"], cause="conflict")
    assert SeparationNotice.objects.count() == 1


def test_a_decision_has_reasons_and_a_separation_says_something_in_public(
    seated: Cast, operating: Consultation
) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="Mi respuesta.", by=seated["bruno"])
    with refused("reason-needed"):
        decide(notice, seated["dora"], reasons=" ")
    with refused("nothing-to-publish"):
        decide(notice, seated["dora"], public_words=" ")
    notice.refresh_from_db()
    assert notice.decided_at is None
    assert life.membership(operating, seated["bruno"]).is_in_force()


def test_replying_twice_is_refused_and_the_first_stays(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="La primera.", by=seated["bruno"])
    with refused("replied-already"):
        notice_reply(notice=notice, text="La segunda.", by=seated["bruno"])
    notice.refresh_from_db()
    assert notice.reply == "La primera."


@pytest.mark.guideline("G21")
def test_who_resigns_leaves_at_once_and_pressing_twice_resigns_once(operating: Consultation, bruno: Person) -> None:
    member = life.membership(operating, bruno)
    first = resign(membership=member, words="Cambio de trabajo.", by=bruno)
    assert resign(membership=member, words="", by=bruno) == first
    assert (first.cause, first.public_words) == (Cause.RESIGNATION, "")
    assert not life.membership(operating, bruno).is_in_force()


def test_who_resigns_while_a_notice_waits_ends_it(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    resign(membership=notice.membership, words="", by=seated["bruno"])
    with time_machine.travel(now() + life.LONGER):
        with refused("membership-over"):
            decide(notice, seated["dora"])
        assert not any("avisos" in row.href for who in ("bruno", "dora") for row in waiting_for(seated[who]))


@pytest.mark.guideline("G21")
def test_a_member_of_civil_society_is_not_concluded_while_their_term_and_accreditation_hold(
    seated: Cast, operating: Consultation, voice: Representation
) -> None:
    alba, bruno = seated["alba"], seated["bruno"]
    with refused("conclusion-too-early"):
        membership_conclude(membership=life.membership(operating, bruno), reason="Ya no.", by=alba)
    operating.memberships.filter(person=bruno).update(organization=voice.organization)
    with refused("conclusion-too-early"):
        membership_conclude(membership=life.membership(operating, bruno), reason="Ya no.", by=alba)
    voice.cut_short()
    row, _freed = membership_conclude(
        membership=life.membership(operating, bruno), reason="La organización retiró su acreditación.", by=alba
    )
    assert row.cause == Cause.CONCLUSION
    assert not life.membership(operating, bruno).is_in_force()


def test_an_official_whose_appointment_ended_is_concluded_with_a_reason(
    seated: Cast, operating: Consultation
) -> None:
    member = life.membership(operating, seated["elias"])
    with refused("reason-needed"):
        membership_conclude(membership=member, reason=" ", by=seated["alba"])
    membership_conclude(membership=member, reason="Cambió de adscripción.", by=seated["alba"])
    with refused("membership-over"):
        membership_conclude(membership=member, reason="Cambió de adscripción.", by=seated["alba"])


@pytest.mark.guideline("G21")
def test_who_leaves_loses_the_seats_in_sessions_to_come(seated: Cast, operating: Consultation) -> None:
    session = session_of(operating, seated["alba"], seated["dora"])
    assert session.seats.filter(person=seated["bruno"]).exists()
    resign(membership=life.membership(operating, seated["bruno"]), words="", by=seated["bruno"])
    assert not session.seats.filter(person=seated["bruno"]).exists()
    _row, freed = membership_conclude(
        membership=life.membership(operating, seated["dora"]), reason="Terminó su encargo.", by=seated["alba"]
    )
    assert [one.pk for one in freed.without_chair] == [session.pk]


def test_seats_of_those_whose_term_ran_out_are_withdrawn_by_an_act(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    session = session_of(operating, seated["alba"], seated["dora"])
    operating.memberships.filter(person=seated["bruno"]).update(
        starts_on=today() - timedelta(days=9), ends_on=today() - timedelta(days=1)
    )
    client, where = client_of(seated["alba"]), f"/en/procesos/{operating.reference}/integrantes/periodos/"
    assert session.reference in client.get(where).content.decode()
    assert client.post(f"{where}lugares/").status_code == 303
    assert not Seat.objects.filter(person=seated["bruno"]).exists()
    assert Seat.objects.filter(person=seated["alba"]).exists()


@pytest.mark.guideline("G15")
def test_the_page_of_the_process_says_when_a_side_is_left_empty(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    where = f"/en/procesos/{operating.reference}/"
    said = "nobody with a vote takes part today"
    assert said not in client_of(seated["carmen"]).get(where).content.decode()
    resign(membership=life.membership(operating, seated["bruno"]), words="", by=seated["bruno"])
    assert said in client_of(seated["carmen"]).get(where).content.decode()


@pytest.mark.engine
def test_the_database_keeps_a_separation_without_hearing_out(operating: Consultation, bruno: Person) -> None:
    member = life.membership(operating, bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        Separation.objects.create(
            membership=member, cause="breach", public_words="x", on=today(), by=bruno, acted_as="x"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Separation.objects.create(
            membership=member, cause="dislike", public_words="x", on=today(), by=bruno, acted_as="x"
        )


def test_the_public_page_tells_cause_day_and_decision_and_nothing_of_the_notice(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="SECRETO de la respuesta", by=seated["bruno"])
    decide(notice, seated["dora"])
    where = f"/en/procesos/{operating.reference}/integrantes/salidas/"
    for who in ("nobody", "carmen", "elias", "fatima"):
        page = client_of(seated[who]).get(where).content.decode()
        assert PUBLIC in page
        assert "Non-compliance" in page
        assert not any(words in page for words in (life.FACTS, life.GROUND, "SECRETO", REASONS))


def test_the_reply_waits_on_the_desk_and_then_the_decision(seated: Cast, operating: Consultation) -> None:
    bruno, dora = seated["bruno"], seated["dora"]
    notice = life.notice(operating, bruno, decider=dora)
    (row,) = [row for row in waiting_for(bruno) if "avisos" in row.href]
    assert row.due is not None
    assert not [row for row in waiting_for(dora) if "avisos" in row.href]
    notice_reply(notice=notice, text="Mi respuesta.", by=bruno)
    assert not [row for row in waiting_for(bruno) if "avisos" in row.href]
    assert [row for row in waiting_for(dora) if "avisos" in row.href]


def test_a_notice_and_its_decision_by_pages(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    base, member = f"/en/procesos/{operating.reference}/integrantes", life.membership(operating, seated["bruno"])
    alba, bruno, dora = (client_of(seated[who]) for who in ("alba", "bruno", "dora"))
    typed = {
        "cause": "conflict",
        "facts": "Hechos",
        "ground": "",
        "reply_days": "10",
        "decider": str(seated["dora"].pk),
    }
    answer = alba.post(f"{base}/{member.pk}/avisar/", typed)
    assert answer.status_code == 422
    assert "Hechos" in answer.content.decode()
    assert alba.post(f"{base}/{member.pk}/avisar/", {**typed, "ground": "Artículo 3"}).status_code == 303
    page = f"{base}/avisos/{SeparationNotice.objects.get().pk}/"
    answer = dora.post(f"{page}decidir/", {"separates": "yes", "reasons": "Mis razones", "public_words": "Dicho"})
    assert answer.status_code == 422
    assert "Mis razones" in answer.content.decode()
    assert bruno.post(f"{page}responder/", {"text": "Mi parte"}).status_code == 303
    assert "Mi parte" in dora.get(page).content.decode()
    done = dora.post(f"{page}decidir/", {"separates": "no", "reasons": "Mis razones", "public_words": ""})
    assert done.status_code == 303
    assert "Mis razones" in bruno.get(page).content.decode()


def test_who_left_costs_the_same_for_three_and_for_thirty(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    client, where = warm(client_of(seated["alba"])), f"/en/procesos/{operating.reference}/integrantes/salidas/"
    resign(membership=life.membership(operating, seated["bruno"]), words="", by=seated["bruno"])
    few = queries_of(lambda: client.get(where))
    people = crowd(29)
    rows = copies(life.membership(operating, seated["bruno"]), 29, person_id=lambda n: people[n].pk)
    copies(Separation.objects.get(), 20, membership_id=lambda n: rows[n].pk)
    assert queries_of(lambda: client.get(where)) == few


def test_who_left_can_be_invited_again(operating: Consultation, bruno: Person) -> None:
    resign(membership=life.membership(operating, bruno), words="", by=bruno)
    assert make.invited(operating, bruno.email).open


def test_nobody_gives_notice_to_oneself(seated: Cast, operating: Consultation) -> None:
    with refused("own-membership"):
        notice_give(
            membership=life.membership(operating, seated["elias"]), cause="breach", facts="x", ground="y",
            decider=seated["dora"], by=seated["elias"],
        )  # fmt: skip


def test_an_admitted_member_who_left_stays_in_the_table_of_called(
    client_of: Browser, called: Consultation, alba: Person, bruno: Person
) -> None:
    member = application_admit(application=make.application(called, bruno), by=alba)
    resign(membership=life.membership(called, bruno), words="", by=bruno)
    assert member.pk
    page = client_of(alba).get(f"/en/procesos/{called.reference}/integrantes/llegada/").content.decode()
    assert bruno.name in page
    own = client_of(bruno).get(f"/en/procesos/{called.reference}/").content.decode()
    assert "You took part" in own
    assert "See your application" not in own
