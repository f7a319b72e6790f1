"""Who proposes, leads, notes and judges, and who keeps programmes: before, during and after, for everybody."""

from datetime import timedelta

import pytest
import time_machine

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.programmes.services import programme_put
from consultations.modes.comanagement.services import lead_name, shift_ask
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import comanagement as make

pytestmark = pytest.mark.django_db
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
MEMBERS = {"bruno", "dora", "elias"}
SECRET = "Lo que no debe salir"


@pytest.mark.guideline("G8.V")
def test_members_of_either_side_propose_while_the_activity_stands_open(seated: Cast, operating: Consultation) -> None:
    opens = now() + timedelta(days=2)
    activity = make.working(operating, seated["alba"], opens_at=opens)  # type: ignore[arg-type]
    assert allowed(seated, "task_propose", activity) == set()
    with time_machine.travel(opens + timedelta(days=1)):
        assert allowed(seated, "task_propose", activity) == MEMBERS
    with time_machine.travel(opens + timedelta(days=200)):
        assert allowed(seated, "task_propose", activity) == set()
        with refused("not-open"):
            make.proposed(activity, seated["bruno"], seated["dora"])  # type: ignore[arg-type]
    assert not activity.contributions.exists()


def test_a_draft_takes_no_tasks(seated: Cast, operating: Consultation) -> None:
    draft = make.working(operating, seated["alba"], publish=False)  # type: ignore[arg-type]
    assert allowed(seated, "task_propose", draft) == set()
    assert allowed(seated, "activity_view", draft) == {"alba"}


def test_a_proposed_task_is_answered_by_who_is_asked(seated: Cast, together: Activity) -> None:
    task = make.proposed(together, seated["bruno"], seated["dora"])  # type: ignore[arg-type]
    assert allowed(seated, "lead_answer", task.leads.get(side="public")) == {"dora"}
    assert allowed(seated, "lead_answer", task.leads.get(side="civil")) == set()
    assert allowed(seated, "task_lead", task) == {"bruno"}
    assert allowed(seated, "task_withdraw", task) == {"bruno"}
    assert allowed(seated, "task_note", task) == MEMBERS
    assert allowed(seated, "lead_name", task) == MEMBERS


def test_a_task_under_way_is_led_by_two_also_after_the_window(seated: Cast, together: Activity) -> None:
    task = make.begun(together, seated["bruno"], seated["dora"])  # type: ignore[arg-type]
    shift = shift_ask(task=task, after=task.due_on + timedelta(days=1), reason="Tarde.", by=seated["bruno"])  # type: ignore[arg-type]
    for later in (0, 200):
        with time_machine.travel(now() + timedelta(days=later)):
            assert allowed(seated, "task_lead", task) == {"bruno", "dora"}
            assert allowed(seated, "task_withdraw", task) == set()
            assert allowed(seated, "shift_answer", shift) == {"dora"}
            assert allowed(seated, "contribution_view", task.contribution) == EVERYBODY


def test_who_was_replaced_or_left_leads_no_more(seated: Cast, together: Activity) -> None:
    task = make.begun(together, seated["bruno"], seated["dora"])  # type: ignore[arg-type]
    elias = seats.seat_of(seated["elias"], together.consultation)  # type: ignore[arg-type]
    assert elias
    lead_name(task=task, member=elias, reason="Relevo.", by=seated["elias"])  # type: ignore[arg-type]
    assert allowed(seated, "task_lead", task) == {"bruno", "elias"}
    elias.cut_short()
    assert allowed(seated, "task_lead", task) == {"bruno"}
    assert allowed(seated, "task_note", task) == {"bruno", "dora"}


def test_where_only_members_read_a_task_nobody_else_knows_of_it(seated: Cast, operating: Consultation) -> None:
    inside = make.working(operating, seated["alba"], visibility="members")  # type: ignore[arg-type]
    task = make.begun(inside, seated["bruno"], seated["dora"], title=SECRET)  # type: ignore[arg-type]
    within = {"alba", "bruno", "dora", "elias", "fatima"}
    assert allowed(seated, "contribution_view", task.contribution) == within
    assert allowed(seated, "activity_read_sent", inside) == within
    assert allowed(seated, "task_note", task) == MEMBERS


def test_a_programme_is_read_by_more_people_at_each_step(seated: Cast, operating: Consultation) -> None:
    draft = make.drafted(operating, seated["alba"])  # type: ignore[arg-type]
    assert allowed(seated, "programme_view", draft) == {"alba"}
    put = programme_put(programme=draft, by=seated["alba"])  # type: ignore[arg-type]
    assert allowed(seated, "programme_view", put) == {"alba", *MEMBERS}
    out = make.published(operating, seated["alba"])  # type: ignore[arg-type]
    assert allowed(seated, "programme_view", out) == EVERYBODY
    for act, on in (("programme_keep", out), ("programme_keep", draft), ("programme_write", operating)):
        assert allowed(seated, act, on) == {"alba"}


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = (
        "task_propose", "task_lead", "task_note", "lead_name", "lead_answer", "task_withdraw", "shift_answer",
        "programme_keep", "programme_view", "programme_write",
    )  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()
