"""What people should not send around a session, and every string that has broken something somewhere."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.forms import Form
from django.test import Client

from consultations.models import Consultation, ItemProposal, Ratification
from consultations.modes.deliberation.proposing.forms import DeclineForm, PlaceForm, ProposalForm
from consultations.modes.deliberation.proposing.placing import proposal_decline, proposal_place
from consultations.modes.deliberation.proposing.services import item_propose
from consultations.modes.deliberation.ratifying.forms import RatifyForm
from consultations.modes.deliberation.ratifying.services import agreement_ratify
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions import services as sessions
from sessions.before.alternates import alternate_decline, alternate_name
from sessions.before.forms import AlternateForm, DecideForm, ObjectionForm
from sessions.before.objecting import paper_object, paper_objection_withdraw
from sessions.models import Agreement, Alternate, PaperObjection, Session
from tests.conftest import Cast
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))
MARKUP = ("<script>alert", "<img", "<svg")


def valid(form: Form) -> bool:
    """Whether it is, and if not, that each mistake is told in words."""
    if form.is_valid():
        return True
    assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
    return False


def page(client: Client, session: Session) -> str:
    """The page of the session, which is safe."""
    answer = client.get(f"/en/sesiones/{session.reference}/")
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert not any(mark in shown for mark in MARKUP)
    return shown


@pytest.mark.engine
def test_every_naughty_string_in_a_proposal_is_kept_as_typed_and_shown_safe_or_refused_plainly(
    client_of: Browser, operating: Consultation, bruno: Person, alba: Person
) -> None:
    session = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=31))
    reader, kept = client_of(bruno), 0
    assert len(STRINGS) > 400
    for n, string in enumerate(STRINGS):
        form = ProposalForm({
            "title": string[:300], "why": string, "purpose": "inform", "minutes": "10", "language": "es",
            "paper_title": string[:300], "paper_text": string, "key": f"k{n}",
        })  # fmt: skip
        if not valid(form):
            continue
        data = form.cleaned_data
        made = item_propose(consultation=operating, session=session, by=bruno, **data)
        stored = ItemProposal.objects.get(pk=made.pk)
        assert (stored.title, stored.why) == (data["title"].strip(), data["why"].strip())
        kept += 1
        placed, reason = PlaceForm({"title_es": string[:300], "minutes": "5"}), DeclineForm({"reason": string[:1000]})
        if n % 40 == 0 and valid(placed):
            proposal_place(proposal=made, by=alba, consultation=operating, **placed.cleaned_data)
        elif n % 7 == 0 and valid(reason):
            proposal_decline(proposal=made, by=alba, consultation=operating, **reason.cleaned_data)
            assert ItemProposal.objects.get(pk=made.pk).declined_because == reason.cleaned_data["reason"].strip()
    assert kept > 300
    page(reader, session)


def test_every_naughty_string_in_an_objection_and_an_alternate_is_shown_safe_or_refused_plainly(
    client_of: Browser, operating: Consultation, bruno: Person, alba: Person
) -> None:
    session = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=2))
    late = sessions.paper_add(session, title="Nota", language="es", position=5, file=None, text="x", by=alba)
    seat, reader, kept = live.seat_of(session, "bruno"), client_of(bruno), 0
    for n, string in enumerate(STRINGS):
        objection = ObjectionForm({"reason": string[:2000]})
        alternate = AlternateForm({"name": f"R{string[:190]}", "capacity": string[:200]})
        decision = DecideForm({"decision": "decline", "reason": string[:1000]})
        fit = [valid(form) for form in (objection, alternate, decision)]
        if not all(fit):
            continue
        kept += 1
        row = paper_object(late, seat=seat, reason=objection.cleaned_data["reason"], by=bruno)
        assert PaperObjection.objects.get(pk=row.pk).reason == objection.cleaned_data["reason"].strip()
        made = alternate_name(
            session, seat=seat, person=None, name=alternate.cleaned_data["name"],
            capacity=alternate.cleaned_data["capacity"], by=bruno,
        )  # fmt: skip
        assert Alternate.objects.get(pk=made.pk).capacity == alternate.cleaned_data["capacity"].strip()
        alternate_decline(made, reason=decision.cleaned_data["reason"], by=alba)
        if n % 25 == 0:
            page(reader, session)
        paper_objection_withdraw(row, by=bruno)
    assert kept > 300


def test_every_naughty_string_in_a_ratification_is_shown_safe_or_refused_plainly(
    client_of: Browser, operating: Consultation, seated: Cast, dora: Person
) -> None:
    session = live.session_closed(series=operating.reference)
    Session.objects.filter(pk=session.pk).update(public_live=True)
    Agreement.objects.update(ad_referendum=True)
    agreed, kept, reader = Agreement.objects.select_related("session").get(), 0, client_of(AnonymousUser())
    for n, string in enumerate(STRINGS):
        form = RatifyForm({"granted": "yes", "reasons": string[:4000]})
        if not valid(form):
            continue
        kept += 1
        Ratification.objects.all().delete()
        made = agreement_ratify(agreement=agreed, by=dora, **form.cleaned_data)
        assert Ratification.objects.get(pk=made.pk).reasons == form.cleaned_data["reasons"].strip()
        if n % 25 == 0:
            shown = reader.get(f"/en/procesos/{operating.reference}/acuerdos/").content.decode()
            assert not any(mark in shown for mark in MARKUP)
    assert kept > 300


@pytest.mark.parametrize("turned", ["‮test", "a‪b", "x‭y"])
def test_a_text_that_turns_direction_is_refused_and_kept(
    client_of: Browser, operating: Consultation, bruno: Person, turned: str
) -> None:
    session = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=31))
    typed = {
        "title": turned, "why": turned, "purpose": "inform", "minutes": "10", "language": "es", "key": "k",
    }  # fmt: skip
    client = client_of(bruno)
    answer = client.post(f"/en/procesos/{operating.reference}/sesiones/{session.number}/propuestas/nueva/", typed)
    assert answer.status_code == 422
    assert "hidden character" in answer.content.decode()
    assert turned in answer.content.decode()
    named = client.post(f"/en/sesiones/{session.reference}/suplente/", {"name": turned, "capacity": turned})
    assert named.status_code == 422
    assert not ItemProposal.objects.exists()
    assert not Alternate.objects.exists()


@pytest.mark.parametrize("minutes", ["0", "601", "-1", "1e9", "١٢x", ""])
def test_minutes_out_of_range_are_refused(
    client_of: Browser, operating: Consultation, bruno: Person, minutes: str
) -> None:
    session = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=31))
    typed = {"title": "Uno", "why": "Dos", "purpose": "inform", "minutes": minutes, "language": "es", "key": "k"}
    where = f"/en/procesos/{operating.reference}/sesiones/{session.number}/propuestas/nueva/"
    assert client_of(bruno).post(where, typed).status_code == 422
    assert not ItemProposal.objects.exists()
