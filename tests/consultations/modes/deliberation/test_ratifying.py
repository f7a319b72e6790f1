"""Agreements ad referendum: their clock, who ratifies, and what goes to the next agenda (G22)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import translation

from consultations.desk.sources import waiting_for
from consultations.matters import matters_of
from consultations.models import Consultation, Membership, Ratification
from consultations.modes.deliberation.ratifying.clock import deadline_of
from consultations.modes.deliberation.ratifying.services import agreement_ratify
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.queries import closed_days
from incidencia.mail.models import Outgoing
from sessions.minutes.services import draft_after
from sessions.models import Agreement, Minutes, Session
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.day import local_day
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.fixture
def agreed(operating: Consultation, seated: Cast) -> Agreement:
    """Taken ad referendum an hour ago in a session held in public; dora has recorded powers."""
    session = live.session_closed(series=operating.reference)
    Session.objects.filter(pk=session.pk).update(public_live=True)
    Agreement.objects.update(ad_referendum=True)
    Membership.objects.exclude(person=seated["dora"]).update(powers="")
    return Agreement.objects.select_related("session").get()


def ratify(
    agreement: Agreement, by: Person, granted: bool = True, reasons: str = "Está dentro del presupuesto."
) -> Ratification:
    return agreement_ratify(agreement=agreement, granted=granted, reasons=reasons, by=by)


def at(agreement: Agreement) -> str:
    return f"/en/procesos/{agreement.session.series}/acuerdos/{agreement.reference}/ratificar/"


@pytest.mark.engine
@pytest.mark.guideline("G22")
def test_it_is_ratified_once_in_public_with_the_power_it_rests_on(
    client_of: Browser, agreed: Agreement, dora: Person
) -> None:
    made = ratify(agreed, dora)
    assert made.powers == "Acordar en nombre de la dirección"
    assert made.acted_as
    with refused("ratified-already"):
        ratify(agreed, dora, granted=False)
    page = client_of(AnonymousUser()).get(f"/en/procesos/{agreed.session.series}/acuerdos/").content.decode()
    assert "It was ratified." in page
    assert "Está dentro del presupuesto." in page
    assert Outgoing.objects.filter(key__startswith="ratified:").count() == 5


@pytest.mark.guideline("G22")
def test_only_an_official_with_recorded_power_ratifies(client_of: Browser, seated: Cast, agreed: Agreement) -> None:
    assert allowed(seated, "agreement_ratify", agreed) == {"dora"}
    assert allowed(seated, "agreement_ratify", None) == set()
    for name in ("alba", "bruno", "carmen", "elias", "fatima", "root"):
        with refused("no-power"):
            ratify(agreed, seated[name])  # type: ignore[arg-type]
        assert client_of(seated[name]).post(at(agreed), {"granted": "yes", "reasons": "x"}).status_code == 403, name
    assert client_of(seated["nobody"]).get(at(agreed)).status_code == 302
    assert client_of(seated["dora"]).get(at(agreed)).status_code == 200
    Membership.objects.filter(person=seated["dora"]).update(
        ends_on=local_day() - timedelta(days=1), starts_on="2020-01-01"
    )
    assert allowed(seated, "agreement_ratify", agreed) == set()


def test_what_holds_as_it_stands_is_not_ratified(agreed: Agreement, dora: Person) -> None:
    Agreement.objects.update(ad_referendum=False)
    with refused("not-ad-referendum"):
        ratify(agreed, dora)


def test_nothing_is_ratified_while_its_session_sits(agreed: Agreement, dora: Person) -> None:
    Session.objects.update(phase="open")
    with refused("session-under-way"):
        ratify(agreed, dora)


def test_reasons_are_needed_and_nothing_is_chosen_beforehand(
    client_of: Browser, agreed: Agreement, dora: Person
) -> None:
    with refused("reason-needed"):
        ratify(agreed, dora, reasons=" ")
    client = client_of(dora)
    assert client.post(at(agreed), {"granted": "yes", "reasons": ""}).status_code == 422
    kept = client.post(at(agreed), {"reasons": "Se queda escrito"})
    assert kept.status_code == 422
    assert "Se queda escrito" in kept.content.decode()
    assert not Ratification.objects.exists()
    assert client.post(at(agreed), {"granted": "no", "reasons": "No hay presupuesto."}).status_code == 303
    assert Ratification.objects.get().granted is False


@pytest.mark.guideline("G22", "G33")
def test_what_nobody_ratified_in_time_goes_to_the_next_agenda_by_itself(
    client_of: Browser, operating: Consultation, agreed: Agreement, dora: Person
) -> None:
    due = deadline_of(agreed, closed_days(operating.agency.acronym)).due_on
    assert due
    assert matters_of(operating) == []
    with time_machine.travel(now() + timedelta(days=30)):
        coming = live.session_convened(series=operating.reference, title_es="La siguiente")
        with translation.override("en"):
            (matter,) = matters_of(operating)
            assert (matter.reference, matter.why) == (agreed.reference, "Nobody ratified it in time.")
            assert matter.since.date() == due
        page = client_of(AnonymousUser()).get(f"/en/sesiones/{coming.reference}/").content.decode()
        assert "These matters come to the follow-up by themselves:" in page
        assert agreed.reference in page
        assert f"Ratify or not: {agreed.text}" in _titles(dora)
        ratify(agreed, dora)
        assert matters_of(operating) == []
        assert "Overdue" not in client_of(dora).get(at(agreed)).content.decode()


def test_what_was_not_ratified_goes_to_the_next_agenda(
    operating: Consultation, agreed: Agreement, dora: Person
) -> None:
    ratify(agreed, dora, granted=False)
    with translation.override("en"):
        assert [m.why for m in matters_of(operating)] == ["The authority did not ratify it."]


def test_a_matter_stands_beside_the_next_session_alone(
    client_of: Browser, operating: Consultation, agreed: Agreement, dora: Person
) -> None:
    ratify(agreed, dora, granted=False)
    first = live.session_convened(
        series=operating.reference, title_es="Primera", starts_at=now() + timedelta(days=20)
    )
    later = live.session_convened(series=operating.reference, title_es="Luego", starts_at=now() + timedelta(days=40))
    reader = client_of(dora)
    assert "These matters" in reader.get(f"/en/sesiones/{first.reference}/").content.decode()
    assert "These matters" not in reader.get(f"/en/sesiones/{later.reference}/").content.decode()


def _titles(person: Person) -> list[str]:
    with translation.override("en"):
        return [row.title for row in waiting_for(person)]


@pytest.mark.guideline("G31")
def test_the_agenda_tells_the_words_of_an_agreement_only_once_everybody_reads_them(
    client_of: Browser, operating: Consultation, agreed: Agreement, carmen: Person
) -> None:
    Session.objects.filter(pk=agreed.session_id).update(public_live=False)
    Agreement.objects.update(text="Palabras de una sesión cerrada")
    draft_after(agreed.session_id)
    with time_machine.travel(now() + timedelta(days=30)):
        coming = live.session_convened(series=operating.reference, title_es="La siguiente")
        (matter,) = matters_of(operating)
        assert (matter.title, matter.language) == (agreed.reference, "")
        for reader in (AnonymousUser(), carmen):
            page = client_of(reader).get(f"/en/sesiones/{coming.reference}/").content.decode()
            assert agreed.reference in page
            assert "Palabras de una sesión cerrada" not in page
        Minutes.objects.update(published_at=now())
        assert [m.title for m in matters_of(operating)] == ["Palabras de una sesión cerrada"]
