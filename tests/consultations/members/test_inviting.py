"""Invitations: personal links with what each side requires."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction

from consultations.members.inviting import invitation_accept, invitation_withdraw
from consultations.members.kinds import Role, Side
from consultations.members.models import Invitation, Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import refused
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db


def test_an_invitation_carries_a_personal_link(
    called: Consultation, elias: Person, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        sent = make.invited(called, elias.email.upper())
    assert sent.email == elias.email
    assert sent.token in mail.outbox[0].body
    assert sent.acted_as.startswith("Dirección de área")


@pytest.mark.guideline("G22")
def test_an_official_joins_with_appointment_and_power(called: Consultation, elias: Person) -> None:
    made = invitation_accept(invitation=make.invited(called, elias.email), by=elias)
    assert (made.side, made.agency, made.appointment, made.powers) == (
        Side.PUBLIC, called.agency, "Oficio 12/2026", "Acordar",
    )  # fmt: skip
    assert made.vote


@pytest.mark.guideline("G22")
@pytest.mark.parametrize("gap", [{"appointment": " "}, {"agency": None}])
def test_an_official_without_appointment_is_not_invited(called: Consultation, gap: dict[str, object]) -> None:
    with refused("official-without-appointment"):
        make.invited(called, "a@example.org", **gap)


@pytest.mark.guideline("G19")
@pytest.mark.parametrize("gap", ["why_direct", "career", "experience"])
def test_a_direct_invitation_says_why_a_call_did_not_suffice(called: Consultation, gap: str) -> None:
    with refused("direct-without-why"):
        make.invited(called, "a@example.org", side=Side.CIVIL, **{gap: ""})


@pytest.mark.guideline("G17")
def test_a_guest_has_no_vote(called: Consultation, fatima: Person) -> None:
    with refused("guest-with-vote"):
        make.invited(called, fatima.email, side=Side.GUEST, role=Role.MEMBER)
    made = invitation_accept(invitation=make.invited(called, fatima.email, side=Side.GUEST), by=fatima)
    assert (made.side, made.vote, made.voice, made.speaks_for) == (Side.GUEST, False, False, "Senado de la República")


def test_what_belongs_to_another_side_is_left_out(called: Consultation) -> None:
    sent = make.invited(called, "a@example.org", side=Side.CIVIL, powers="Acordar", appointment="Oficio")
    assert (sent.powers, sent.appointment) == ("", "")


def test_the_same_link_twice_joins_once(called: Consultation, elias: Person) -> None:
    sent = make.invited(called, elias.email)
    assert invitation_accept(invitation=sent, by=elias) == invitation_accept(invitation=sent, by=elias)
    assert Membership.objects.count() == 1


def test_a_forwarded_link_admits_nobody_else(called: Consultation, elias: Person, carmen: Person) -> None:
    with refused("invitation-of-another"):
        invitation_accept(invitation=make.invited(called, elias.email), by=carmen)
    assert not Membership.objects.exists()


def test_a_used_link_admits_nobody_else(called: Consultation, elias: Person, carmen: Person) -> None:
    sent = make.invited(called, elias.email)
    invitation_accept(invitation=sent, by=elias)
    with refused("invitation-used"):
        invitation_accept(invitation=sent, by=carmen)


def test_an_expired_link_admits_nobody(called: Consultation, elias: Person) -> None:
    sent = make.invited(called, elias.email)
    with time_machine.travel(sent.expires_at), refused("invitation-expired"):
        invitation_accept(invitation=sent, by=elias)


def test_a_withdrawn_link_admits_nobody(called: Consultation, alba: Person, elias: Person) -> None:
    sent = invitation_withdraw(invitation=make.invited(called, elias.email), by=alba)
    assert invitation_withdraw(invitation=sent, by=alba).withdrawn_at == sent.withdrawn_at
    with refused("invitation-withdrawn"):
        invitation_accept(invitation=sent, by=elias)


def test_a_used_invitation_is_not_withdrawn(called: Consultation, alba: Person, elias: Person) -> None:
    sent = make.invited(called, elias.email)
    invitation_accept(invitation=sent, by=elias)
    with refused("invitation-used"):
        invitation_withdraw(invitation=sent, by=alba)


def test_an_invitation_that_would_have_expired_is_not_sent(called: Consultation) -> None:
    with refused("expires-in-the-past"):
        make.invited(called, "a@example.org", expires_at=now() - timedelta(minutes=1))


def test_nobody_is_invited_to_a_draft(drafted: Consultation) -> None:
    with refused("not-time-to-invite"):
        make.invited(drafted, "a@example.org")


def test_nobody_is_invited_twice(called: Consultation) -> None:
    sent = make.invited(called, "a@example.org")
    with refused("already-invited"):
        make.invited(called, "a@example.org")
    with time_machine.travel(sent.expires_at + timedelta(minutes=1)):
        assert make.invited(called, "a@example.org").open
    assert Invitation.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_the_database_keeps_one_open_invitation(called: Consultation) -> None:
    sent = make.invited(called, "a@example.org")
    sent.pk, sent.token = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        sent.save(force_insert=True)


def test_who_takes_part_is_not_invited(operating: Consultation, bruno: Person) -> None:
    with refused("already-member"):
        make.invited(operating, bruno.email)


def test_who_convenes_does_not_join(called: Consultation, alba: Person) -> None:
    with refused("convener-joins"):
        invitation_accept(invitation=make.invited(called, alba.email), by=alba)
