"""Terms: given, prolonged, renewed; never shortened, never backwards, never two at once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from consultations.desk.sources import waiting_for
from consultations.members import inviting
from consultations.members.deciding import application_admit
from consultations.members.inviting import invitation_send
from consultations.members.leaving.queries import left
from consultations.members.models import Membership, TermChange
from consultations.members.renewal import queries
from consultations.members.renewal.services import term_give, term_prolong, term_renew
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import consultations as make
from tests.factories import membership as life
from tests.factories.many import copies, crowd

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
WHY = "Por acuerdo del grupo."


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def given(of: Consultation, person: Person, days: int = 90) -> Membership:
    member = life.membership(of, person)
    term_give(membership=member, ends_on=in_days(days), reason=WHY, by=of.coordinator.person)
    return life.membership(of, person)


@pytest.mark.guideline("G20")
@pytest.mark.engine
def test_a_term_is_given_prolonged_and_renewed_and_every_change_stays(
    operating: Consultation, alba: Person, bruno: Person, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        member = given(operating, bruno)
    assert "Tu periodo" in mail.outbox[-1].subject or bruno.email in mail.outbox[-1].to
    term_prolong(membership=member, ends_on=in_days(120), reason=WHY, by=alba)
    term_renew(membership=life.membership(operating, bruno), ends_on=in_days(400), reason=WHY, by=alba)
    rows = list(TermChange.objects.order_by("pk"))
    assert [row.kind for row in rows] == ["given", "prolonged", "renewed"]
    assert [row.before_on for row in rows] == [None, in_days(90), in_days(120)]
    assert rows[2].begins_on == in_days(121)
    assert life.membership(operating, bruno).ends_on == in_days(400)
    assert all(row.by == alba and row.acted_as for row in rows)


def test_a_term_that_ran_out_is_renewed_by_another_membership_with_the_same_rights(
    operating: Consultation, alba: Person, bruno: Person
) -> None:
    lapsed = given(operating, bruno)
    with time_machine.travel(lapsed.ends_on + timedelta(days=10)):
        assert not life.membership(operating, bruno).is_in_force()
        assert [row.pk for row in queries.lapsed(operating)] == [lapsed.pk]
        assert lapsed in left(operating)
        term_renew(membership=lapsed, ends_on=in_days(200), reason=WHY, by=alba)
        again = life.membership(operating, bruno)
        assert again.pk != lapsed.pk
        assert again.is_in_force()
        assert (again.side, again.vote, again.category, again.first) == (lapsed.side, True, lapsed.category, lapsed)
        assert list(queries.lapsed(operating)) == []
        assert lapsed not in left(operating)
        with refused("already-member"):
            term_renew(membership=lapsed, ends_on=in_days(200), reason=WHY, by=alba)


@pytest.mark.parametrize(("days", "code"), [(-1, "ends-before-it-begins"), (59, "term-too-short")])
def test_a_given_term_is_neither_backwards_nor_so_short_that_it_separates(
    operating: Consultation, alba: Person, bruno: Person, days: int, code: str
) -> None:
    with refused(code):
        term_give(membership=life.membership(operating, bruno), ends_on=in_days(days), reason=WHY, by=alba)
    assert not TermChange.objects.exists()


@pytest.mark.parametrize("act", [term_prolong, term_renew])
def test_a_term_is_never_shortened(operating: Consultation, alba: Person, bruno: Person, act: Any) -> None:
    member = given(operating, bruno)
    for days in (89, 90):
        with refused("term-not-later"):
            act(membership=member, ends_on=in_days(days), reason=WHY, by=alba)


def test_no_term_changes_without_a_reason(operating: Consultation, alba: Person, bruno: Person) -> None:
    with refused("reason-needed"):
        term_give(membership=life.membership(operating, bruno), ends_on=in_days(90), reason="  ", by=alba)
    assert life.membership(operating, bruno).ends_on is None


def test_pressing_twice_prolongs_once(operating: Consultation, alba: Person, bruno: Person) -> None:
    member = given(operating, bruno)
    term_prolong(membership=member, ends_on=in_days(120), reason=WHY, by=alba)
    with refused("term-not-later"):
        term_prolong(membership=member, ends_on=in_days(120), reason=WHY, by=alba)
    assert TermChange.objects.count() == 2


def test_who_was_separated_is_not_renewed(operating: Consultation, alba: Person, bruno: Person) -> None:
    member = given(operating, bruno)
    member.cut_short()
    with refused("separated"):
        term_renew(membership=member, ends_on=in_days(120), reason=WHY, by=alba)


def test_an_invitation_and_an_admission_can_carry_a_term(
    called: Consultation, alba: Person, bruno: Person, dora: Person
) -> None:
    sent = make.invited(called, dora.email, ends_on=in_days(365))
    assert inviting.invitation_accept(invitation=sent, by=dora).ends_on == in_days(365)
    asked = make.application(called, bruno)
    assert application_admit(application=asked, by=alba, ends_on=in_days(200)).ends_on == in_days(200)


def test_a_term_that_ends_before_it_begins_is_refused_in_every_way_of_joining(
    called: Consultation, alba: Person, bruno: Person, dora: Person
) -> None:
    values = make.invitation_values(called, dora.email, ends_on=in_days(-1))
    with refused("ends-before-it-begins"):
        invitation_send(consultation=called, values=values, by=alba)
    asked = make.application(called, bruno)
    with refused("ends-before-it-begins"):
        application_admit(application=asked, by=alba, ends_on=in_days(-1))
    sent = make.invited(called, dora.email, ends_on=in_days(1), expires_at=make.now() + timedelta(days=30))
    with time_machine.travel(make.now() + timedelta(days=5)), refused("ends-before-it-begins"):
        inviting.invitation_accept(invitation=sent, by=dora)
    assert not called.memberships.exists()


def test_nobody_joins_twice_also_with_a_term(called: Consultation, alba: Person, bruno: Person) -> None:
    asked = make.application(called, bruno)
    make.member(called, bruno, ends_on=in_days(30))
    with refused("already-member") as caught:
        application_admit(application=asked, by=alba)
    assert bruno.name in str(caught.value)
    with refused("already-member"):
        make.invited(called, bruno.email)


def test_the_calendar_warns_and_the_proposal_leads_to_the_form(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person, carmen: Person
) -> None:
    given(operating, bruno)
    make.member(operating, carmen, ends_on=in_days(95))
    page = client_of(alba).get(f"/en/procesos/{operating.reference}/integrantes/periodos/").content.decode()
    assert "2 of 2 with a vote leave" in page
    assert "no session could decide (G15)" in page
    assert "?hasta=" in page
    everybody = client_of(carmen).get(f"/en/procesos/{operating.reference}/integrantes/periodos/").content.decode()
    assert "?hasta=" not in everybody
    assert WHY in everybody


def test_the_end_of_a_term_waits_on_both_desks(operating: Consultation, alba: Person, bruno: Person) -> None:
    member = given(operating, bruno)
    assert "Termina tu periodo" not in {row.title for row in waiting_for(bruno)}
    with time_machine.travel(member.ends_on - timedelta(days=10)):
        assert any(row.href.endswith("/periodos/") for row in waiting_for(bruno))
        assert any(row.href.endswith("/periodos/") for row in waiting_for(alba))
    with time_machine.travel(member.ends_on + timedelta(days=2)):
        assert not any(row.href.endswith("/periodos/") for row in waiting_for(bruno))


def test_the_page_of_terms_costs_the_same_for_three_and_for_thirty(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person
) -> None:
    client, where = warm(client_of(alba)), f"/en/procesos/{operating.reference}/integrantes/periodos/"
    member = given(operating, bruno)
    few = queries_of(lambda: client.get(where))
    people = crowd(30)
    copies(member, 30, person_id=lambda n: people[n].pk, ends_on=lambda n: in_days(90 + n))
    copies(TermChange.objects.get(), 25)
    assert queries_of(lambda: client.get(where)) == few


def test_a_refused_form_keeps_what_was_typed(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person
) -> None:
    member = life.membership(operating, bruno)
    where = f"/en/procesos/{operating.reference}/integrantes/{member.pk}/periodo/"
    answer = client_of(alba).post(where, {"ends_on": in_days(5).isoformat(), "reason": "Mi razón"})
    assert answer.status_code == 422
    assert "Mi razón" in answer.content.decode()
    assert "G20, G21" in answer.content.decode()
    done = client_of(alba).post(where, {"ends_on": in_days(90).isoformat(), "reason": "Mi razón"})
    assert (done.status_code, done.url) == (303, f"/en/procesos/{operating.reference}/integrantes/periodos/")
