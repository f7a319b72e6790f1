"""Items members propose for an agenda, until the day the rules say, and what becomes of each."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import translation

from consultations.desk.row import Waiting
from consultations.desk.sources import waiting_for
from consultations.models import Consultation, ItemProposal, TakenUp
from consultations.modes.deliberation.models import Fate
from consultations.modes.deliberation.proposing.placing import proposal_decline, proposal_place, taken_up_after
from consultations.modes.deliberation.proposing.services import item_propose, proposal_withdraw
from consultations.spine.models import Contribution, Kind
from consultations.spine.services import receive
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.organizations.speaking import Voice
from sessions import services as sessions
from sessions.before.announcing import session_announce
from sessions.core import commands as c
from sessions.models import Paper, Session
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
TYPED = {
    "title": "Cifras por municipio", "why": "Faltan en el borrador.", "purpose": "decide", "minutes": "20",
    "language": "es", "key": "one",
}  # fmt: skip


@pytest.fixture
def issue(operating: Consultation, bruno: Person) -> Contribution:
    """Something bruno raised unasked."""
    return receive(
        consultation=operating, activity=None, kind=Kind.ISSUE, voice=Voice(bruno), title="Medicamentos",
        language="es",
        sent={"title": "Medicamentos"}, text="x",
    )  # fmt: skip


@pytest.fixture
def session(operating: Consultation, alba: Person) -> Session:
    """Convened for a month from now: items are proposed for three weeks."""
    return live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=31))


def proposed(session: Session, by: str = "bruno", **fields: object) -> ItemProposal:
    """A proposal as the form makes it."""
    consultation = Consultation.objects.get(reference=session.series)
    told = {"title": "Cifras", "why": "Faltan.", "purpose": "decide", "minutes": 20, "language": "es", **fields}
    told.setdefault("key", uuid4().hex)
    return item_propose(consultation=consultation, session=session, by=live.cast(by), **told)  # type: ignore[arg-type]


def place(one: ItemProposal, **fields: object) -> ItemProposal:
    """Alba places it."""
    consultation = Consultation.objects.get(reference=one.session.series)
    told = {"title_es": one.title, "title_en": "", "minutes": 20, **fields}
    return proposal_place(proposal=one, by=live.cast("alba"), consultation=consultation, **told)  # type: ignore[arg-type]


def at(session: Session, path: str) -> str:
    return f"/en/procesos/{session.series}/sesiones/{session.number}/propuestas/{path}"


@pytest.mark.engine
@pytest.mark.guideline("G24")
def test_a_placed_item_stands_in_the_log_with_its_paper_and_what_it_takes_up(
    session: Session, issue: Contribution
) -> None:
    one = proposed(session, reference=issue.reference.lower(), paper_title="Nota", paper_text="Lo que falta.")
    placed = place(one)
    assert placed.fate is Fate.PLACED
    item = live.room_of(session).item(placed.item)
    assert item
    assert item.plan.title_es == "Cifras"
    assert TakenUp.objects.get().contribution == issue
    paper = Paper.objects.get()
    assert (paper.item, paper.text) == (placed.item, "Lo que falta.")
    assert paper.circulated_at
    assert place(one).item == placed.item
    assert len([i for i in live.room_of(session).items if i.plan.title_es == "Cifras"]) == 1
    assert Outgoing.objects.filter(key__startswith="proposal:").count() == 1


def test_placed_while_it_is_prepared_it_is_taken_up_when_it_is_convened(
    operating: Consultation, issue: Contribution, alba: Person
) -> None:
    draft = live.session_drafted(series=operating.reference, starts_at=now() + timedelta(days=31))
    session_announce(draft, by=alba)
    first = place(proposed(draft, reference=issue.reference, paper_title="Nota", paper_text="Texto"))
    assert not TakenUp.objects.exists()
    assert first.draft_item
    sessions.item_move(first.draft_item, up=True, by=alba)
    sessions.convene(draft, by=alba, key="k")
    first.refresh_from_db()
    item = live.room_of(draft).item(first.item)
    assert item
    assert item.plan.title_es == "Cifras"
    assert TakenUp.objects.get().item == first.item == Paper.objects.get().item
    taken_up_after(draft.pk)
    assert TakenUp.objects.count() == 1


def test_an_item_taken_off_the_agenda_leaves_its_proposal_waiting(operating: Consultation, alba: Person) -> None:
    draft = live.session_drafted(series=operating.reference, starts_at=now() + timedelta(days=31))
    session_announce(draft, by=alba)
    one = place(proposed(draft))
    assert one.draft_item
    sessions.item_remove(one.draft_item, by=alba)
    one.refresh_from_db()
    assert one.fate is Fate.WAITING
    assert place(one).fate is Fate.PLACED


def test_declining_says_why_to_everybody_and_is_decided_once(client_of: Browser, session: Session) -> None:
    one = proposed(session)
    alba = live.cast("alba")
    consultation = Consultation.objects.get()
    with refused("reason-needed"):
        proposal_decline(proposal=one, reason="  ", by=alba, consultation=consultation)
    proposal_decline(proposal=one, reason="Va en la siguiente.", by=alba, consultation=consultation)
    assert (
        "Va en la siguiente." in client_of(AnonymousUser()).get(f"/en/sesiones/{session.reference}/").content.decode()
    )
    assert "Va en la siguiente." in Outgoing.objects.get(key__startswith="proposal:").text
    with refused("proposal-decided"):
        place(one)
    with refused("proposal-decided"):
        proposal_withdraw(proposal=one)


@pytest.mark.guideline("G27.I")
def test_after_the_day_it_is_refused_keeps_what_was_typed_and_names_other_matters(
    client_of: Browser, session: Session
) -> None:
    with time_machine.travel(session.starts_at - timedelta(days=10)):
        bruno = client_of(live.cast("bruno"))
        answer = bruno.post(at(session, "nueva/"), TYPED)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Faltan en el borrador." in page
        assert "asuntos generales" in page
        assert "Items for this agenda were proposed until" in page
        with refused("proposals-closed"):
            proposed(session)
    with time_machine.travel(session.starts_at - timedelta(days=10, seconds=1)):
        proposed(session)
    assert ItemProposal.objects.count() == 1


def test_the_same_form_sent_twice_proposes_once(client_of: Browser, session: Session) -> None:
    bruno = client_of(live.cast("bruno"))
    for _ in range(2):
        assert bruno.post(at(session, "nueva/"), TYPED).status_code == 303
    assert ItemProposal.objects.get().acted_as == "Red Norte por la Salud"


def test_a_reference_that_names_nothing_is_refused_beside_its_field(client_of: Browser, session: Session) -> None:
    answer = client_of(live.cast("bruno")).post(at(session, "nueva/"), {**TYPED, "reference": "MEC-1999-001-P-001"})
    assert answer.status_code == 422
    assert "No contribution of this process" in answer.content.decode()


def test_half_a_paper_is_refused(client_of: Browser, session: Session) -> None:
    bruno = client_of(live.cast("bruno"))
    assert bruno.post(at(session, "nueva/"), {**TYPED, "paper_text": "Sin título"}).status_code == 422
    assert bruno.post(at(session, "nueva/"), {**TYPED, "paper_title": "Sin texto"}).status_code == 422
    assert not ItemProposal.objects.exists()


def test_who_proposes_decides_and_takes_back(client_of: Browser, seated: Cast, session: Session) -> None:
    one = proposed(session)
    may = {"propose": {"bruno", "dora", "elias"}, "decide": {"alba"}, "withdraw": {"bruno"}}
    for name, someone in seated.items():
        assert someone.has_perm("consultations.item_propose", session) is (name in may["propose"]), name
        assert someone.has_perm("consultations.proposal_decide", one) is (name in may["decide"]), name
        assert someone.has_perm("consultations.proposal_withdraw", one) is (name in may["withdraw"]), name
        client = client_of(someone)
        outside = 302 if name == "nobody" else 403
        assert client.get(at(session, "nueva/")).status_code == (200 if name in may["propose"] else outside), name
        assert client.get(at(session, f"{one.pk}/")).status_code == (200 if name in may["decide"] else outside), name
        if name != "bruno":
            assert client.post(at(session, f"{one.pk}/retirar/")).status_code == outside, name
    assert client_of(seated["bruno"]).post(at(session, f"{one.pk}/retirar/")).status_code == 303
    one.refresh_from_db()
    assert one.fate is Fate.WITHDRAWN


def test_a_draft_nobody_was_told_of_takes_no_proposals_and_leaks_none(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    draft = live.session_drafted(series=operating.reference, starts_at=now() + timedelta(days=31), title_es="Secreta")
    for name, someone in seated.items():
        answer = client_of(someone).get(at(draft, "nueva/"))
        assert answer.status_code in (302, 403, 404), name
        assert "Secreta" not in answer.content.decode(), name
    with refused("proposals-closed"):
        proposed(draft)


def test_the_secretariat_places_it_from_the_page(
    client_of: Browser, session: Session, operating: Consultation
) -> None:
    one = proposed(session)
    alba = client_of(live.cast("alba"))
    assert "Item proposed: Cifras" in [w.title for w in _waiting("alba")]
    empty = alba.post(at(session, f"{one.pk}/"), {"act": "place", "title_es": " ", "minutes": "20"})
    assert empty.status_code == 422
    assert alba.post(at(session, f"{one.pk}/"), {"act": "decline", "reason": ""}).status_code == 422
    sent = {"act": "place", "title_es": "Cifras por municipio", "minutes": "25"}
    assert alba.post(at(session, f"{one.pk}/"), sent).status_code == 303
    assert "Item proposed: Cifras" not in [w.title for w in _waiting("alba")]
    page = client_of(live.cast("bruno")).get(f"/en/sesiones/{session.reference}/").content.decode()
    assert "on the agenda" in page
    assert "Cifras por municipio" in page


def test_once_the_session_is_over_nothing_is_placed_and_what_was_left_undecided_is_shown(
    client_of: Browser, session: Session
) -> None:
    one = proposed(session)
    live.play(session, "alba", c.Cancel("Sin sala"))
    with refused("session-over"):
        place(one)
    page = client_of(AnonymousUser()).get(f"/en/sesiones/{session.reference}/").content.decode()
    assert "not decided before the session opened" in page


def test_ones_desk_asks_whether_one_attends(session: Session) -> None:
    assert any(w.title.startswith("Say whether you attend") for w in _waiting("bruno"))
    assert not any(w.title.startswith("Say whether you attend") for w in _waiting("alba"))


def test_the_page_of_the_session_asks_as_often_for_few_proposals_as_for_many(
    client_of: Browser, session: Session
) -> None:
    client = warm(client_of(live.cast("bruno")))
    client.get(f"/en/sesiones/{session.reference}/")
    counts = []
    for many in (3, 27):
        for n in range(many):
            proposed(session, title=f"Punto {many} {n}")
        counts.append(queries_of(lambda: client.get(f"/en/sesiones/{session.reference}/")))
    assert counts[0] == counts[1]
    assert counts[0] <= 23


def _waiting(who: str) -> list[Waiting]:
    with translation.override("en"):
        return waiting_for(live.cast(who))
