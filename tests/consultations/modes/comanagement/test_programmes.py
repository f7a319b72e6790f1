"""Programmes: drafted, put to the members, published, reviewed, copied; progress counted from weights."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DataError, IntegrityError, transaction
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk import asked
from consultations.desk.reach import reach_of
from consultations.models import Consultation
from consultations.modes.comanagement.models import ProgrammeLine
from consultations.modes.comanagement.programmes import services
from consultations.modes.comanagement.programmes.counting import counted
from consultations.modes.comanagement.services import cancel_ask, shift_answer
from consultations.modes.comanagement.waiting import to_consider
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import comanagement as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def lines(of: Consultation) -> list[ProgrammeLine]:
    """The lines of its programmes, in order."""
    return list(ProgrammeLine.objects.filter(objective__programme__consultation=of).order_by("pk"))


@pytest.mark.guideline("G14")
def test_a_programme_is_put_to_the_members_before_it_is_published(operating: Consultation, alba: Person) -> None:
    draft = make.drafted(operating, alba, lines=False)
    with refused("no-line"):
        services.programme_put(programme=draft, by=alba)
    objective = services.objective_add(programme=draft, text_es="Uno", text_en="", weight=1)
    services.line_add(objective=objective, text_es="Línea", text_en="", weight=1)
    with refused("not-put"):
        services.programme_publish(programme=draft, considered="Nada", by=alba)
    services.programme_put(programme=draft, by=alba)
    with refused("reason-needed"):
        services.programme_publish(programme=draft, considered=" ", by=alba)
    out = services.programme_publish(programme=draft, considered="Se vio en sesión.", by=alba)
    for act in (
        lambda: services.objective_add(programme=out, text_es="Dos", text_en="", weight=1),
        lambda: services.part_remove(part=objective),
        lambda: services.part_change(part=objective, text_es="Otro", text_en="", weight=9),
    ):
        with refused("published"):
            act()


@pytest.mark.guideline("G23")
def test_what_is_put_to_the_members_waits_on_their_desk_until_it_is_published(
    operating: Consultation, seated: Cast, alba: Person
) -> None:
    def told(name: str) -> list[str]:
        return [row.title for row in asked.told([to_consider], reach_of(seated[name]))]  # type: ignore[arg-type]

    draft = make.drafted(operating, alba)
    assert told("bruno") == []
    services.programme_put(programme=draft, by=alba)
    assert len(told("bruno")) == len(told("dora")) == 1
    assert told("carmen") == told("fatima") == []
    services.programme_publish(programme=draft, considered="Se vio.", by=alba)
    assert told("bruno") == []


@pytest.mark.parametrize("weight", [0, -1, 1001])
def test_a_weight_below_one_is_refused_here_and_by_the_database(
    operating: Consultation, alba: Person, weight: int
) -> None:
    draft = make.drafted(operating, alba)
    with refused("weight"):
        services.objective_add(programme=draft, text_es="Uno", text_en="", weight=weight)
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        ProgrammeLine.objects.update(weight=weight)


@pytest.mark.engine
@pytest.mark.guideline("G14")
def test_progress_is_counted_from_tasks_by_their_weights(
    together: Activity, alba: Person, bruno: Person, dora: Person
) -> None:
    programme = make.published(together.consultation, alba)
    figures, cases, spread = lines(together.consultation)
    assert counted(programme).done == 0
    make.done(together, bruno, dora, line=figures.pk, weight=3)
    make.begun(together, bruno, dora, line=figures.pk, weight=1)
    assert counted(programme).done == Decimal(3) / 4 * Decimal(1) / 2 * Decimal(3) / 4
    make.done(together, bruno, dora, line=spread.pk)
    assert counted(programme).percent == 53
    task = make.begun(together, bruno, dora, line=cases.pk)
    before = counted(programme).done
    shift_answer(shift=cancel_ask(task=task, reason="Sobra.", by=bruno), assent=True, because="", by=dora)
    assert counted(programme).done == before
    assert counted(programme).cancelled == 1


@pytest.mark.guideline("G14")
def test_a_review_keeps_the_progress_of_its_day_and_is_written_once(
    together: Activity, alba: Person, bruno: Person, dora: Person
) -> None:
    programme = make.published(together.consultation, alba)
    make.done(together, bruno, dora, line=lines(together.consultation)[2].pk)
    for _again in range(2):
        services.review_add(programme=programme, text="Avanza la difusión.", by=alba, key="una")
    review = programme.reviews.get()
    assert review.done == Decimal("0.2500")
    assert review.acted_as
    with refused("not-published"):
        services.review_add(programme=make.drafted(together.consultation, alba), text="Nada", by=alba, key="otra")


def test_the_next_one_is_drafted_from_this_with_the_same_tree_and_no_tasks(
    together: Activity, alba: Person, bruno: Person, dora: Person
) -> None:
    programme = make.published(together.consultation, alba)
    make.done(together, bruno, dora)
    twin = services.programme_copy(programme=programme, by=alba)
    assert services.programme_copy(programme=programme, by=alba) == twin
    assert (twin.starts_on, twin.ends_on) == (date(2028, 1, 1), date(2028, 12, 31))
    assert twin.published_at is None
    shape = [
        [(one.weight, [line.weight for line in one.lines.all()]) for one in p.objectives.all()]
        for p in (programme, twin)
    ]
    assert shape[0] == shape[1] == [(3, [1, 1]), (1, [1])]
    assert counted(twin).done == 0


def test_a_line_that_is_not_published_is_no_origin(
    together: Activity, alba: Person, bruno: Person, dora: Person
) -> None:
    make.drafted(together.consultation, alba)
    with refused("no-such-line"):
        make.proposed(together, bruno, dora, line=lines(together.consultation)[0].pk)


def test_the_pages_take_it_from_a_draft_to_its_review(
    client_of: Browser, operating: Consultation, alba: Person, seated: Cast
) -> None:
    browser, at = client_of(alba), f"/en/procesos/{operating.reference}/programas/"
    made = browser.post(f"{at}nuevo/", {
        "kind": "development", "title_es": "Desarrollo", "starts_on": "2027-01-01", "ends_on": "2027-12-31",
    })  # fmt: skip
    assert made.status_code == 303
    one = f"{at}1/"
    assert client_of(seated["bruno"]).get(one).status_code == 404
    for path, data in (
        ("objetivos/nuevo/", {"text_es": "Uno", "weight": "2"}),
        ("objetivos/1/lineas/nueva/", {"text_es": "Línea", "weight": "1"}),
        ("objetivos/1/", {"text_es": "Uno, mejor", "weight": "3"}),
        ("objetivos/1/lineas/1/", {"text_es": "Línea, mejor", "weight": "4"}),
        ("editar/", {"title_es": "Desarrollo 2027", "starts_on": "2027-01-01", "ends_on": "2027-12-31"}),
        ("presentar/", {}), ("publicar/", {"considered": "Se vio en sesión."}), ("revision/", {"text": "Va bien."}),
    ):  # fmt: skip
        assert browser.get(f"{one}{path}").status_code == 200, path
        assert browser.post(f"{one}{path}", data).status_code == 303, path
    page = client_of(seated["nobody"]).get(one).content.decode()
    for words in ("Desarrollo 2027", "Uno, mejor", "Línea, mejor", "Va bien.", "Se vio en sesión."):
        assert words in page
    csv = b"".join(client_of(seated["nobody"]).get(f"{at}1.csv")).decode()  # type: ignore[arg-type]
    assert "Línea, mejor" in csv
    assert browser.post(f"{one}copiar/").status_code == 303
    assert browser.post(f"{at}2/objetivos/1/lineas/1/quitar/").status_code == 303
    assert browser.post(f"{at}2/objetivos/1/quitar/").status_code == 303
    assert not operating.programmes.get(number=2).objectives.exists()


@pytest.mark.parametrize("path", [
    "nuevo/", "1/editar/", "1/presentar/", "1/publicar/", "1/revision/", "1/objetivos/nuevo/", "1/objetivos/1/",
    "1/objetivos/1/lineas/nueva/", "1/objetivos/1/lineas/1/",
])  # fmt: skip
def test_only_who_convenes_keeps_programmes(
    client_of: Browser, operating: Consultation, seated: Cast, path: str
) -> None:
    make.published(operating, seated["alba"])  # type: ignore[arg-type]
    for name, someone in seated.items():
        answer = client_of(someone).get(f"/en/procesos/{operating.reference}/programas/{path}")
        wanted = 200 if name == "alba" else 302 if name == "nobody" else 403
        assert answer.status_code == wanted, name


def test_the_page_of_a_programme_asks_as_often_for_many_tasks(
    client_of: Browser, together: Activity, alba: Person, bruno: Person, dora: Person, carmen: Person
) -> None:
    make.published(together.consultation, alba)
    browser, at = warm(client_of(carmen)), f"/en/procesos/{together.consultation.reference}/programas/1/"
    for _n in range(3):
        make.begun(together, bruno, dora)
    few = queries_of(lambda: browser.get(at))
    for _n in range(9):
        make.begun(together, bruno, dora)
    assert queries_of(lambda: browser.get(at)) == few


def test_a_task_that_only_members_read_counts_but_is_not_named(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person, dora: Person, carmen: Person
) -> None:
    make.published(operating, alba)
    inside = make.working(operating, alba, visibility="members")
    make.done(inside, bruno, dora, title="Lo que no debe salir")
    at = f"/en/procesos/{operating.reference}/programas/1"
    page = client_of(carmen).get(f"{at}/").content.decode()
    assert "no debe salir" not in page
    assert "A task that its members read" in page
    assert "no debe salir" not in b"".join(client_of(carmen).get(f"{at}.csv")).decode()  # type: ignore[arg-type]
    assert "no debe salir" in client_of(bruno).get(f"{at}/").content.decode()
