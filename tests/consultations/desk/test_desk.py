"""What waits for each person: by deadline, gone once done, of nobody else."""

from collections.abc import Callable
from datetime import UTC, date, timedelta

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from consultations.activities.models import Activity
from consultations.desk.row import Act, Waiting, by_deadline
from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from consultations.moderation import services as moderation
from consultations.moderation.models import Rule
from consultations.modes.information.services import read_mark
from consultations.modes.opinion.admitting.services import inadmission_appeal, inadmission_declare
from consultations.modes.opinion.answering import handling, judging
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.answering.queries import waiting_in
from consultations.modes.opinion.clock import deadlines_of
from consultations.modes.opinion.models import ResponseTo
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.terms import first_on_top, terms_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as processes
from tests.factories import information, opinion

ClientOf = Callable[..., Client]
ROWS = st.builds(
    Waiting, act=st.sampled_from(list(Act)), title=st.just("x"), href=st.just("/"),
    due=st.none() | st.datetimes(timezones=st.just(UTC)),
)  # fmt: skip


def acts(person: Person) -> list[tuple[Act, str]]:
    """What waits for somebody, in short."""
    return [(row.act, row.title) for row in waiting_for(person)]


@pytest.fixture
def asking(operating: Consultation, alba: Person) -> Activity:
    """It asks one question, and stands open."""
    return opinion.asked(operating, alba)


@given(st.lists(ROWS))
def test_what_is_due_first_stands_first_and_nothing_is_lost(rows: list[Waiting]) -> None:
    sorted_ = by_deadline(rows)
    assert len(sorted_) == len(rows)
    dues = [row.due for row in sorted_]
    known = [due for due in dues if due is not None]
    assert dues == [*sorted(known), *[None] * (len(dues) - len(known))]


@pytest.mark.engine
@pytest.mark.django_db
def test_an_empty_desk_says_so_kindly(carmen: Person, client_of: ClientOf) -> None:
    page = client_of(carmen).get("/pendientes/").content.decode()
    assert "No tiene pendientes" in page


@pytest.mark.engine
@pytest.mark.django_db
def test_it_is_ones_own(client: Client) -> None:
    assert client.get("/pendientes/").status_code == 302
    assert client.post("/pendientes/correo/", {"every": "day"}).status_code == 302


@pytest.mark.engine
@pytest.mark.django_db
def test_an_item_to_read_waits_for_members_until_they_mark_it(seated: Cast, operating: Consultation) -> None:
    feed = information.feed(operating, seated["alba"])
    item = information.published(feed, seated["alba"], read_by=now() + timedelta(days=2))
    for name in ("bruno", "dora", "elias", "fatima"):
        assert (Act.READ, "Borrador cero") in acts(seated[name])
    assert acts(seated["carmen"]) == []
    read_mark(item=item, person=seated["bruno"])
    assert acts(seated["bruno"]) == []
    information.corrected(item, seated["alba"], summary_es="Otra cosa.")
    assert acts(seated["bruno"]) == [(Act.READ, "Borrador cero")]


@pytest.mark.engine
@pytest.mark.django_db
@pytest.mark.guideline("A9")
def test_what_is_reserved_waits_for_officials_alone(seated: Cast, operating: Consultation) -> None:
    feed = information.feed(operating, seated["alba"])
    information.reserved(feed, seated["alba"], read_by=now() + timedelta(days=2))
    assert acts(seated["bruno"]) == []
    assert acts(seated["elias"]) == [(Act.READ, "Líneas de negociación")]


@pytest.mark.engine
@pytest.mark.django_db
@pytest.mark.guideline("G8.I")
def test_an_answer_walks_from_desk_to_desk(seated: Cast, asking: Activity) -> None:
    alba, dora, elias, carmen = (seated[name] for name in ("alba", "dora", "elias", "carmen"))
    where = opinion.where(asking)
    draft_save(where=where, person=carmen, typed={"title": "A medias"})
    assert acts(carmen) == [(Act.SEND, "A medias")]
    sent = opinion.sent(where, carmen)
    assert acts(carmen) == []
    for person in (alba, dora, elias):
        assert acts(person) == [(Act.ANSWER, "1 propuesta o planteamiento")]
    assert acts(seated["bruno"]) == []
    response = opinion.drafted([sent], dora)
    read = (Act.DECIDE, f"Segunda lectura de {response.reference}")
    assert acts(dora) == []
    assert acts(elias) == [read]
    answering.response_read(response=response, well=True, remark="", by=elias)
    assert acts(elias) == []
    assert acts(alba) == [(Act.DECIDE, f"Firmar {response.reference}")]
    answering.response_sign(response=response, by=alba)
    assert acts(alba) == [(Act.DECIDE, f"Publicar {response.reference}")]
    answering.response_publish(response=response, by=alba)
    assert acts(alba) == []
    assert acts(carmen) == [(Act.CONFIRM, "¿Atiende su punto? Nombrar la receta")]
    judging.verdict_give(row=ResponseTo.objects.get(), answers=True, reason="", by=carmen)
    assert acts(carmen) == []


@pytest.mark.engine
@pytest.mark.django_db
def test_a_returned_draft_waits_for_its_drafter_until_it_is_mended(seated: Cast, asking: Activity) -> None:
    dora, elias = seated["dora"], seated["elias"]
    response = opinion.drafted([opinion.sent(opinion.where(asking), seated["carmen"])], dora)
    answering.response_read(response=response, well=False, remark="Falta cuándo.", by=elias)
    assert acts(dora) == [(Act.ANSWER, f"Corregir {response.reference}: se devolvió con una observación")]
    assert acts(elias) == []
    mended = {"disposition": "in_part", "reasons": opinion.REASONS, "changed": "", "language": "es"}
    answering.response_write(response=response, base=1, paragraphs={}, by=dora, **mended)
    assert acts(dora) == []
    assert acts(elias) == [(Act.DECIDE, f"Segunda lectura de {response.reference}")]


@pytest.mark.engine
@pytest.mark.django_db
def test_what_can_be_appealed_waits_for_its_author_once_and_what_was_sent_is_there(
    seated: Cast, asking: Activity, client_of: ClientOf
) -> None:
    carmen, dora, elias = seated["carmen"], seated["dora"], seated["elias"]
    sent = [opinion.sent(opinion.where(asking), carmen, title=title) for title in ("Una", "Otra")]
    row = inadmission_declare(submission=sent[0], rule="Requisito 1", reason="Trata de otra cosa.", by=dora)
    hiding = moderation.contribution_hide(
        contribution=sent[1].contribution, rule=Rule.ADVERT, reason="Anuncia un curso.", by=dora
    )
    assert acts(carmen) == [
        (Act.DECIDE, "Retirada por moderación: Otra. Puede apelar una vez"),
        (Act.DECIDE, "No admitida: Una. Puede apelar una vez"),
    ]
    page = client_of(carmen).get("/pendientes/").content.decode()
    assert all(one.contribution.reference in page for one in sent)
    inadmission_appeal(inadmission=row, text="Sí cumple.")
    moderation.hiding_appeal(hiding=hiding, text="No lo es.")
    assert acts(carmen) == []
    assert len(acts(elias)) == 3


@pytest.mark.engine
@pytest.mark.django_db
def test_applications_wait_for_who_convenes(called: Consultation, alba: Person, carmen: Person) -> None:
    processes.application(called, carmen)
    assert acts(alba) == [(Act.DECIDE, "1 postulación")]
    assert acts(carmen) == []


@pytest.mark.engine
@pytest.mark.django_db
def test_the_light_order_is_that_of_the_whole_clocks(seated: Cast, operating: Consultation) -> None:
    closing = opinion.asked(operating, seated["alba"], closes_at=now() + timedelta(days=3), answer_days=5)
    long = opinion.asked(operating, seated["alba"], closes_at=now() + timedelta(days=1), answer_days=30)
    both = [(activity, n) for activity in (closing, long) for n in "ab"]
    sent = [opinion.sent(opinion.where(a), seated["carmen"], title=f"{n} {a.pk}") for a, n in both]
    sent.append(opinion.raised(operating, seated["bruno"]))
    handling.clock_pause(submission=sent[0], reason="Falta un dato.", by=seated["alba"])
    handling.clock_extend(submission=sent[2], days=9, reason="Falta otro.", by=seated["alba"])
    rows = waiting_in(operating)
    whole = deadlines_of(rows)
    found = terms_of(rows)
    assert {one.pk: one.last_day for one in found} == {pk: term.due_on or date.max for pk, term in whole.items()}
    assert first_on_top(found)[-1] == sent[0].pk


@pytest.mark.engine
@pytest.mark.django_db
def test_the_page_asks_as_often_for_many_processes_as_for_one(
    seated: Cast, asking: Activity, client_of: ClientOf, operating: Consultation
) -> None:
    alba = seated["alba"]
    client = warm(client_of(alba))
    opinion.sent(opinion.where(asking), seated["carmen"])
    few = queries_of(lambda: client.get("/pendientes/"))
    for n in range(4):
        other = processes.operating(operating.agency, alba, civil=seated["bruno"], official=seated["dora"])
        activity = opinion.asked(other, alba)
        for m in range(3):
            opinion.sent(opinion.where(activity), seated["carmen"], title=f"{n} {m}")
        information.published(information.feed(other, alba), alba, read_by=now() + timedelta(days=2))
    assert queries_of(lambda: client.get("/pendientes/")) == few


@pytest.mark.engine
@pytest.mark.django_db
def test_what_is_overdue_is_said(seated: Cast, operating: Consultation, client_of: ClientOf) -> None:
    feed = information.feed(operating, seated["alba"])
    information.published(feed, seated["alba"], read_by=now() + timedelta(days=2))
    with time_machine.travel(now() + timedelta(days=3)):
        assert "vencido" in client_of(seated["bruno"]).get("/pendientes/").content.decode()
