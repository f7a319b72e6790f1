"""Contributions on an agenda: who puts them there, and what the trail says once the session is over."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.members.leaving.ending import resign
from consultations.models import Consultation, TakenUp
from consultations.modes.comanagement.proposing.origins import agreements_for
from consultations.modes.deliberation.ratifying.services import agreement_ratify
from consultations.modes.deliberation.taking_up.queries import agenda_with_contributions
from consultations.modes.deliberation.taking_up.services import leave_out, steps_after, take_up
from consultations.spine.models import Contribution, Kind
from consultations.spine.services import follow_from_now, receive, step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.organizations.speaking import Voice
from sessions.core import commands as c
from sessions.core.terms import AgendaChange
from sessions.models import Agreement, Session
from tests.conftest import Cast
from tests.consultations.conftest import allowed, queries_of, refused, warm
from tests.factories import consultations, dialogue
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.fixture
def issue(operating: Consultation, bruno: Person) -> Contribution:
    """Something bruno raised unasked."""
    return raised(operating, bruno, "Medicamentos en el campo")


def raised(of: Consultation, by: Person, title: str) -> Contribution:
    """An issue as the spine receives it."""
    return receive(
        consultation=of, activity=None, kind=Kind.ISSUE, voice=Voice(by), title=title, language="es",
        sent={"title": title}, text=title,
    )  # fmt: skip


def steps(contribution: Contribution) -> list[tuple[str, str]]:
    """The steps of its trail, each with its act."""
    return list(contribution.steps.values_list("kind", "act"))


def put(session: Session, contribution: Contribution, by: Person, item: str = "i5") -> TakenUp:
    """Take it up, as who convenes does."""
    return take_up(
        consultation=contribution.consultation, session=session, item=item, reference=contribution.reference, by=by
    )


def close(session: Session) -> None:
    """Agree on one thing under the open item, read it back and close."""
    live.agree(session, "Conservar el párrafo 6.")
    live.play(session, "alba", c.ReadAgreement("A1"))
    live.play(session, "alba", c.CloseSession())


@pytest.mark.engine
@pytest.mark.guideline("A2")
def test_a_session_that_treats_it_takes_the_steps_of_its_trail(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    close(session)
    steps_after(session.pk)
    wanted = [
        (Step.RECEIVED, issue.reference),
        (Step.DELIBERATED, session.reference),
        (Step.AGREED, f"{session.reference}-A1"),
    ]
    assert steps(issue) == wanted
    steps_after(session.pk)
    assert steps(issue) == wanted


def test_closing_takes_the_steps_by_itself(
    operating: Consultation, issue: Contribution, alba: Person, django_capture_on_commit_callbacks: Callable
) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    with django_capture_on_commit_callbacks(execute=True):
        close(session)
    assert (Step.DELIBERATED, session.reference) in steps(issue)


def test_an_item_that_was_not_treated_takes_no_step(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba, item="i6")
    close(session)
    steps_after(session.pk)
    assert steps(issue) == [(Step.RECEIVED, issue.reference)]


def test_a_session_under_way_takes_no_step(operating: Consultation, issue: Contribution, alba: Person) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    steps_after(session.pk)
    assert steps(issue) == [(Step.RECEIVED, issue.reference)]


def test_putting_it_twice_puts_it_once(operating: Consultation, issue: Contribution, alba: Person) -> None:
    session = live.session_convened(series=operating.reference)
    assert put(session, issue, alba) == put(session, issue, alba)
    assert TakenUp.objects.get().acted_as


def test_an_item_a_reference_and_a_session_are_checked(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    session = live.session_convened(series=operating.reference)
    with refused("no-such-item"):
        put(session, issue, alba, item="i99")
    with refused("no-such-contribution"):
        take_up(consultation=operating, session=session, item="i5", reference="MEC-1999-001-P-001", by=alba)
    Session.objects.filter(pk=session.pk).update(phase="cancelled")
    session.refresh_from_db()
    with refused("session-over"):
        put(session, issue, alba)


def test_it_can_be_left_out_until_its_item_is_opened(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    session = live.session_convened(series=operating.reference)
    leave_out(taken_up=put(session, issue, alba))
    assert not TakenUp.objects.exists()
    row = put(live.session_open(series=operating.reference, title_es="Otra"), issue, alba)
    with refused("item-treated"):
        leave_out(taken_up=row)


def test_nothing_is_put_on_a_withdrawn_item_and_what_stood_there_can_be_left_out(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    session = live.session_open(series=operating.reference)
    made = put(session, issue, alba, item="i6")
    live.play(session, "alba", c.AmendAgenda(AgendaChange.WITHDRAWN, "i6", reason="Se atiende por escrito"))
    with refused("no-such-item"):
        put(session, issue, alba, item="i6")
    leave_out(taken_up=made)
    assert not TakenUp.objects.exists()


def test_who_may_put_contributions_on_an_agenda(seated: Cast, operating: Consultation) -> None:
    assert allowed(seated, "contribution_take_up", operating) == {"alba"}


def test_everybody_reads_the_page_and_who_convenes_acts_on_it(
    client_of: Browser, seated: Cast, operating: Consultation, issue: Contribution
) -> None:
    session = live.session_convened(series=operating.reference)
    path = f"/en/procesos/{operating.reference}/sesiones/{session.number}/aportaciones/"
    sent = {"item": "i5", "reference": issue.reference.lower()}
    for name, someone in seated.items():
        answer = client_of(someone).post(path, sent)
        assert answer.status_code == (303 if name == "alba" else 403), name
    for someone in seated.values():
        assert issue.title in client_of(someone).get(path).content.decode()
    wrong = client_of(seated["alba"]).post(path, {"item": "i5", "reference": "\x00<b>‮"})
    assert wrong.status_code in (400, 422)
    row = TakenUp.objects.get()
    for name, someone in seated.items():
        if name != "alba":
            assert client_of(someone).post(f"{path}{row.pk}/quitar/").status_code in (302, 403), name
    assert client_of(seated["alba"]).post(f"{path}{row.pk}/quitar/").status_code == 303


def test_the_page_asks_as_often_for_few_as_for_many(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person
) -> None:
    session = live.session_convened(series=operating.reference)
    client = warm(client_of(alba))
    path = f"/en/procesos/{operating.reference}/sesiones/{session.number}/aportaciones/"
    counts = []
    for many in (3, 27):
        for n in range(many):
            put(session, raised(operating, bruno, f"Asunto {many} {n}"), alba)
        counts.append(queries_of(lambda: client.get(path)))
    assert counts[0] == counts[1]


def test_the_steps_bear_the_hour_of_the_closing(operating: Consultation, issue: Contribution, alba: Person) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    close(session)
    with time_machine.travel(now() + timedelta(minutes=1)):
        steps_after(session.pk)
    session.refresh_from_db()
    assert issue.steps.get(kind=Step.DELIBERATED).by == alba


@pytest.mark.guideline("A2", "G22")
def test_what_was_taken_ad_referendum_is_agreed_once_it_is_ratified(
    operating: Consultation, issue: Contribution, alba: Person, dora: Person
) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    close(session)
    Agreement.objects.update(ad_referendum=True)
    steps_after(session.pk)
    before = [(Step.RECEIVED, issue.reference), (Step.DELIBERATED, session.reference)]
    assert steps(issue) == before
    assert not agreements_for(operating, dora).exists()
    agreed = Agreement.objects.get()
    agreement_ratify(agreement=agreed, granted=True, reasons="Hay presupuesto.", by=dora)
    assert steps(issue) == [*before, (Step.AGREED, agreed.reference)]
    assert list(agreements_for(operating, dora)) == [agreed]


@pytest.mark.guideline("G22")
def test_what_was_not_ratified_is_never_agreed_and_no_task_is_born_of_it(
    operating: Consultation, issue: Contribution, alba: Person, dora: Person
) -> None:
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    close(session)
    Agreement.objects.update(ad_referendum=True)
    agreement_ratify(agreement=Agreement.objects.get(), granted=False, reasons="No hay presupuesto.", by=dora)
    steps_after(session.pk)
    assert Step.AGREED not in dict(steps(issue))
    assert not agreements_for(operating, dora).exists()


def test_an_author_who_left_reads_on_the_agenda_what_they_wrote_and_nothing_else_of_its_activity(
    operating: Consultation, alba: Person, bruno: Person, carmen: Person
) -> None:
    member = consultations.member(operating, carmen, side="civil")
    activity = dialogue.dialogued(operating, alba, visibility="members")
    own = dialogue.opened(activity, carmen, speaking_as="self").contribution
    other = dialogue.opened(activity, bruno).contribution
    resign(membership=member, words="", by=carmen)
    session = live.session_convened(series=operating.reference)
    for one in (own, other):
        put(session, one, alba)
    seen = [row.contribution for item in agenda_with_contributions(session, carmen) for row in item.rows]
    assert seen == [own]


def test_who_may_not_read_it_any_more_gets_no_letter_of_its_steps(
    operating: Consultation, alba: Person, bruno: Person, carmen: Person
) -> None:
    member = consultations.member(operating, carmen, side="civil")
    thread = dialogue.opened(dialogue.dialogued(operating, alba, visibility="members"), bruno).contribution
    follow_from_now(contribution=thread, person=carmen)
    step_take([thread], Step.DELIBERATED, act="S1", by=alba, acted_as="x")
    resign(membership=member, words="", by=carmen)
    step_take([thread], Step.DELIBERATED, act="S2", by=alba, acted_as="x")
    told = Outgoing.objects.filter(key__startswith="step:").values_list("key", "to")
    assert {(key.rsplit(":", 1)[1], to) for key, to in told} == {
        ("S1", bruno.email), ("S1", carmen.email), ("S2", bruno.email)
    }  # fmt: skip
