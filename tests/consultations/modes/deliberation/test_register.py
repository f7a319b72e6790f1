"""The register of agreements: what each says, how it stands, what came of it, and who reads it when."""

import csv
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from consultations.levels import Level
from consultations.matters import matters_of
from consultations.models import Consultation, Ratification
from consultations.modes.comanagement.models import Task
from consultations.modes.comanagement.services import result_accept
from consultations.modes.deliberation.ratifying.queries import unratified
from consultations.modes.deliberation.register.listing import shown
from consultations.modes.deliberation.register.queries import agreements_of, standing
from consultations.modes.deliberation.register.states import NEAR, Facts, State, state
from consultations.modes.deliberation.taking_up.services import steps_after
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.circulation import day_of
from sessions.core.terms import Choice, Method, Slip
from sessions.minutes.services import draft_after
from sessions.models import Agreement, Minutes, Session
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.consultations.modes.deliberation.test_taking_up import put, raised
from tests.factories import comanagement, surveillance
from tests.factories import sessions as live
from tests.factories.many import copies

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
TODAY = date(2026, 5, 20)
FACTS = st.builds(
    Facts, st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2027, 1, 1))), st.booleans(),
    st.one_of(st.none(), st.booleans()), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip


@pytest.fixture
def held(operating: Consultation, seated: Cast) -> Session:
    """A closed session with one agreement; its minutes are a draft."""
    session = live.session_closed(series=operating.reference)
    draft_after(session.pk)
    return session


def public(session: Session) -> None:
    """It was held in public."""
    Session.objects.filter(pk=session.pk).update(public_live=True)


def at(session: Session, rest: str = "") -> str:
    return f"/en/procesos/{session.series}/acuerdos{rest or '/'}"


@given(FACTS, st.integers(0, 400))
def test_time_only_brings_an_agreement_nearer_to_overdue(facts: Facts, days: int) -> None:
    order = [State.OPEN, State.NEAR, State.OVERDUE]
    before, after = state(facts, TODAY), state(facts, TODAY + timedelta(days=days))
    if before in order:
        assert order.index(after) >= order.index(before)
    else:
        assert after is before


@given(FACTS)
def test_what_was_not_ratified_and_what_has_an_open_task_is_neither_implemented_nor_verified(facts: Facts) -> None:
    stands = state(facts, TODAY)
    done = {State.IMPLEMENTED, State.VERIFIED}
    if facts.superseded:
        assert stands is State.SUPERSEDED
    elif facts.ad_referendum and facts.ratified is not True:
        assert stands in {State.REFUSED, State.AWAITS}
    elif facts.busy:
        assert stands not in done
    else:
        assert (stands in done) == (facts.implemented or facts.verified)


@pytest.mark.parametrize(("due", "stands"), [
    (None, State.OPEN), (TODAY - timedelta(days=1), State.OVERDUE), (TODAY, State.NEAR), (TODAY + NEAR, State.NEAR),
    (TODAY + NEAR + timedelta(days=1), State.OPEN),
])  # fmt: skip
def test_the_day_itself_is_not_overdue(due: date | None, stands: State) -> None:
    assert state(Facts(due), TODAY) is stands


@pytest.mark.guideline("G31")
def test_it_is_read_by_everybody_once_the_minutes_are_published_and_before_by_nobody_outside(
    client_of: Browser, seated: Cast, held: Session
) -> None:
    words = Agreement.objects.get().text
    readers = {name: client_of(someone) for name, someone in seated.items()}

    def who() -> set[str]:
        return {name for name, client in readers.items() if words in client.get(at(held)).content.decode()}

    def table() -> set[str]:
        return {name for name, client in readers.items() if words in _csv(client, held)}

    office = {"alba", "dora", "elias"}  # who convenes, and officials with recorded powers
    assert who() == table() == office
    Minutes.objects.update(circulated_at=now())
    assert who() == table() == office | {"bruno", "fatima"}
    Minutes.objects.update(published_at=now())
    assert who() == table() == set(seated)


def test_an_empty_register_says_what_comes_next(client_of: Browser, operating: Consultation) -> None:
    page = client_of(AnonymousUser()).get(f"/en/procesos/{operating.reference}/acuerdos/").content.decode()
    assert "as soon as the minutes of their session are published" in page


@pytest.mark.engine
@pytest.mark.guideline("G33")
def test_it_says_what_came_of_each_agreement_and_nothing_of_another_on_the_same_trail(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person, dora: Person
) -> None:
    issue = raised(operating, bruno, "Uno")
    session = live.session_open(series=operating.reference)
    put(session, issue, alba)
    for key, words in (("A1", "Conservar el párrafo 6."), ("A2", "Difundir el párrafo 7.")):
        live.agree(session, words)
        live.play(session, "alba", c.ReadAgreement(key))
    live.play(session, "alba", c.CloseSession())
    steps_after(session.pk)
    public(session)
    first, second = Agreement.objects.order_by("pk")
    page = client_of(bruno).get(at(session)).content.decode()
    assert page.count("No task or check has reported on it yet.") == 2
    activity = comanagement.working(operating, alba)
    task = comanagement.begun(activity, bruno, dora, agreement=first.reference)
    assert "Task under way:" in client_of(bruno).get(at(session)).content.decode()
    sibling = comanagement.begun(activity, bruno, dora, agreement=first.reference)
    _finish(task, bruno, dora)
    assert standing_of(operating, alba) == {first.reference: State.OPEN, second.reference: State.OPEN}
    _finish(sibling, bruno, dora)
    assert standing_of(operating, alba) == {first.reference: State.IMPLEMENTED, second.reference: State.OPEN}
    page = client_of(bruno).get(at(session)).content.decode()
    assert page.count("Implemented by") == 2
    assert page.count("No task or check has reported on it yet.") == 1
    assert f"implemented {task.contribution.reference}; implemented {sibling.contribution.reference}" in _csv(
        client_of(bruno), session
    )
    assert second.text not in client_of(bruno).get(at(session, "/?state=implemented")).content.decode()


@pytest.mark.guideline("G33")
def test_a_check_verifies_the_agreement_it_names_until_a_later_round_finds_otherwise(
    operating: Consultation, held: Session, alba: Person, bruno: Person, dora: Person
) -> None:
    public(held)
    first = Agreement.objects.get()
    (other,) = copies(first, 1, key=lambda _n: "B9", reference=lambda _n: f"{held.reference}-A9")
    operating.levels.create(level=Level.SURVEILLANCE.value, reason_es="Se vigila.")
    checklist = surveillance.begun(surveillance.watched(operating, alba), bruno, items=0)
    surveillance.item(checklist, bruno, reference=first.reference, decision="", source="")
    surveillance.published(surveillance.fresh(checklist), bruno, dora, "yes", ago=90)
    assert standing_of(operating, alba) == {first.reference: State.VERIFIED, other.reference: State.OPEN}
    surveillance.published(surveillance.fresh(checklist), bruno, dora, "no", ago=40)
    assert standing_of(operating, alba)[first.reference] is State.OPEN


def test_the_filter_of_the_database_and_the_pure_rule_tell_the_same(
    operating: Consultation, held: Session, alba: Person, dora: Person
) -> None:
    first, today = Agreement.objects.get(), day_of(now(), operating.zone)
    dues = [None, today - timedelta(days=1), today, today + NEAR, today + NEAR + timedelta(days=1)]
    more = copies(
        first, 15, key=lambda n: f"B{n}", reference=lambda n: f"{held.reference}-A{n + 50}",
        due=lambda n: dues[n % 5], ad_referendum=lambda n: n >= 5, superseded=lambda n: "A2" if n % 7 == 3 else "",
    )  # fmt: skip
    for n, row in enumerate(more):
        if n >= 10:
            Ratification.objects.create(
                agreement_id=row.pk, granted=n % 2 == 0, reasons="x", powers="y", by=dora, acted_as="z"
            )
    rows = agreements_of(operating, alba, office=True)
    told = {row.agreement.pk: row.state for row in shown(list(rows), operating.zone, frozenset())}
    assert len(told) == 16
    for one in State:
        assert {row.pk for row in standing(rows, one, today)} == {pk for pk, s in told.items() if s is one}, one


def test_it_is_found_by_words_without_accents_by_effect_and_whatever_else_is_asked_is_ignored(
    client_of: Browser, held: Session
) -> None:
    public(held)
    client, words = client_of(AnonymousUser()), Agreement.objects.get().text
    for query in (
        "q=PARRAFO+6",
        "q=genero",
        "effect=binds",
        "state=open",
        "state=nonsense&effect=%00&q=%00",
        "page=99",
    ):
        assert words in client.get(at(held, f"/?{query}")).content.decode(), query
    for query in ("q=lagunas", "effect=commits", "state=overdue"):
        assert words not in client.get(at(held, f"/?{query}")).content.decode(), query
    Agreement.objects.update(search="")
    assert words in client.get(at(held, "/?q=conservar")).content.decode()


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_the_table_runs_in_a_spreadsheet(client_of: Browser, held: Session, risky: str) -> None:
    public(held)
    Agreement.objects.update(text=risky)
    rows = list(csv.DictReader(_csv(client_of(AnonymousUser()), held).splitlines()))
    assert [row["words"] for row in rows] == [f"'{risky}"]


def test_the_page_asks_as_often_for_three_as_for_three_hundred(client_of: Browser, held: Session) -> None:
    public(held)
    client, first, counts = warm(client_of(live.cast("bruno"))), Agreement.objects.get(), []
    for many, start in ((2, 100), (297, 500)):
        copies(
            first, many, key=lambda n, s=start: f"C{s + n}",
            reference=lambda n, s=start: f"{held.reference}-A{s + n}",
        )  # fmt: skip
        counts.append(queries_of(lambda: client.get(at(held))))
    assert counts[0] == counts[1] <= 15
    assert client.get(at(held, "/?page=6")).content.decode().count('class="card stack" id=') == 50
    assert len(_csv(client, held).splitlines()) == 301


def test_the_sessions_and_the_minutes_lead_to_it(client_of: Browser, held: Session) -> None:
    page = client_of(live.cast("dora")).get(f"/en/procesos/{held.series}/sesiones/").content.decode()
    assert at(held) in page
    minutes = client_of(live.cast("alba")).get(f"/en/sesiones/{held.reference}/acta/").content.decode()
    assert f"{at(held)}#{held.reference}-A1" in minutes


def test_words_put_right_after_the_vote_are_found_as_they_stand(operating: Consultation, seated: Cast) -> None:
    session = live.session_open(series=operating.reference)
    live.agree(session, "Conservar el párrafo seis.")
    corrected = c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Conservar el párrafo siete.", "Error")
    live.play(session, "alba", corrected)
    assert "siete" in Agreement.objects.get().search


@pytest.mark.guideline("G33")
def test_an_overdue_agreement_goes_to_the_next_agenda_from_the_day_after_its_date(
    operating: Consultation, held: Session
) -> None:
    today = day_of(now(), operating.zone)
    for days, comes in ((0, False), (1, False), (-1, True), (-40, True)):
        Agreement.objects.update(due=today + timedelta(days=days))
        assert bool(matters_of(operating)) is comes
    row = Agreement.objects.get()
    (matter,) = matters_of(operating)
    assert (matter.reference, matter.title) == (row.reference, row.reference), "nobody outside reads it yet"
    public(held)
    (matter,) = matters_of(operating)
    assert (matter.title, matter.since.date()) == (row.text, row.due)
    few = queries_of(lambda: matters_of(operating))
    copies(row, 29, reference=lambda n: f"{row.reference}{n}", key=lambda n: f"A9{n}")
    assert queries_of(lambda: matters_of(operating)) == few
    assert len(matters_of(operating)) == 30
    Agreement.objects.update(due=None)
    assert matters_of(operating) == []


@pytest.mark.guideline("G33")
def test_what_a_later_agreement_replaced_is_said_to_be_replaced_and_is_owed_no_more(
    client_of: Browser, operating: Consultation, seated: Cast
) -> None:
    session = live.session_open(series=operating.reference)
    live.agree(session, "Conservar el párrafo seis.")
    live.play(session, "bruno", c.MoveReconsider("A1", "Hay datos nuevos"))
    live.play(session, "dora", c.PutToVote("¿Se reconsidera?", Method.ROLL_CALL, motion="m1"))
    for who in ("bruno", "dora", "elias"):
        live.play(session, who, c.CastVote(Choice.FOR))
    live.play(session, "dora", c.CloseVote())
    live.play(session, "dora", c.DeclareResult(True))
    live.agree(session, "Conservar el párrafo siete.")
    live.play(session, "dora", c.SupersedeAgreement("A1", "A2"))
    for key in ("A1", "A2"):
        live.play(session, "dora", c.ReadAgreement(key))
    live.play(session, "dora", c.CloseSession())
    public(session)
    Agreement.objects.update(due=day_of(now(), operating.zone) - timedelta(days=1), ad_referendum=True)
    old, new = (f"{session.reference}-A{n}" for n in (1, 2))
    assert standing_of(operating, seated["alba"]) == {old: State.SUPERSEDED, new: State.AWAITS}
    assert [m.reference for m in unratified(operating)] == [new]
    page = client_of(AnonymousUser()).get(at(session)).content.decode()
    card = page[page.index(f'id="{old}"') :].partition("</section>")[0]
    assert "It no longer stands" in card
    assert f">{new}</a> took its place" in card
    rows = {r["reference"]: r for r in csv.DictReader(_csv(client_of(AnonymousUser()), session).splitlines())}
    assert (rows[old]["state"], rows[old]["superseded_by"], rows[new]["superseded_by"]) == ("superseded", new, "")
    Agreement.objects.update(ad_referendum=False)
    assert [m.reference for m in matters_of(operating)] == [new], "nobody owes what was replaced"


def standing_of(of: Consultation, reader: Person) -> dict[str, State]:
    """How each agreement stands, by its reference; the filter of the database says the same."""
    rows, today = agreements_of(of, reader, office=True), day_of(now(), of.zone)
    told = {row.agreement.reference: row.state for row in shown(list(rows), of.zone, frozenset())}
    for one in State:
        assert {row.reference for row in standing(rows, one, today)} == {r for r, s in told.items() if s is one}, one
    return told


def _finish(task: Task, civil: Person, official: Person) -> None:
    comanagement.hand_in(task, civil)
    for person in (civil, official):
        result_accept(task=task, number=1, by=person)


def _csv(client: Client, session: Session) -> str:
    answer = client.get(at(session, ".csv"))
    return b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[arg-type]
