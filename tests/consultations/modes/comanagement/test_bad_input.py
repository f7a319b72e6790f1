"""What people should not send, and every string that has broken something somewhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.members.kinds import Role, Side
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.changing.forms import AnswerForm, EndForm, ShiftForm
from consultations.modes.comanagement.delivering.forms import DeliverForm, NoteForm, ReturnForm
from consultations.modes.comanagement.leading.forms import DeclineForm, NameForm
from consultations.modes.comanagement.models import Task
from consultations.modes.comanagement.programmes import services as programmes
from consultations.modes.comanagement.programmes.forms import PartForm, ProgrammeForm, PublishForm, ReviewForm
from consultations.modes.comanagement.proposing.forms import DeliverableForm, TaskForm, proposal_of
from consultations.modes.comanagement.services import deliver, note_add, propose
from consultations.modes.comanagement.stopping.forms import BlockForm, DisputeForm, SettleForm, UnblockForm
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from tests.factories import comanagement as make
from tests.factories import consultations as people

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))


@pytest.mark.engine
def test_every_naughty_string_in_a_task_is_kept_as_typed_or_refused_plainly(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    of = together.consultation
    said = {
        "line": make.line_of(of, of.coordinator.person).pk, "civil": seats.seat_of(bruno, of).pk,  # type: ignore[union-attr]
        "public": seats.seat_of(dora, of).pk, "due_on": today().isoformat(), "language": "es", "money_amount": "9.50",  # type: ignore[union-attr]
    }  # fmt: skip
    kept, reader = 0, client_of(nobody)
    for n, string in enumerate(STRINGS):
        fields = dict.fromkeys(("goal", "risks"), string) | {
            "title": string[:200], "territory": string[:300], "money_programme": string[:300]
        }  # fmt: skip
        form = TaskForm({**said, **fields}, activity=together, person=bruno, speaker=bruno)
        row = DeliverableForm({"what": string[:300], "criterion": string[:1000]})
        if not (form.is_valid() & row.is_valid()) or not row.cleaned_data["what"]:
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
            continue
        pair = (row.cleaned_data["what"], row.cleaned_data["criterion"])
        task = propose(
            activity=together, proposal=proposal_of(form.cleaned_data, (pair,)), by=bruno, speaking_as="self",
            key=f"k{n}",
        )  # fmt: skip
        assert Task.objects.get(pk=task.pk).goal == form.cleaned_data["goal"]
        if n % 12 == 0:
            page = reader.get(f"/en/aportaciones/{task.contribution.reference}/").content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
        kept += 1
    assert kept > 70
    page = reader.get(f"/en/procesos/{of.reference}/actividades/{together.place}/").content.decode()
    assert "<script>alert" not in page
    assert b"".join(reader.get(f"/en/procesos/{of.reference}/actividades/{together.place}/tareas.csv"))  # type: ignore[arg-type]


@pytest.mark.parametrize("string", ["‮test", "a\x00b", "a‪b"])
def test_every_field_refuses_nul_and_turned_direction(
    together: Activity, bruno: Person, dora: Person, string: str
) -> None:
    task = make.proposed(together, bruno, dora)
    seat = seats.seat_of(bruno, together.consultation)
    assert seat
    forms = {
        TaskForm: {"activity": together, "person": bruno, "speaker": bruno}, NameForm: {"seat": seat},
        DeliverForm: {"deliverables": list(task.deliverables.all())},
    }  # fmt: skip
    for kind in (
        TaskForm, DeliverableForm, DeclineForm, NameForm, DeliverForm, ReturnForm, NoteForm, EndForm, ShiftForm,
        AnswerForm, BlockForm, UnblockForm, DisputeForm, SettleForm, ProgrammeForm, PartForm, PublishForm, ReviewForm,
    ):  # fmt: skip
        form = kind(dict.fromkeys(STRING_FIELDS, string), **forms.get(kind, {}))
        assert not form.is_valid()
        asked = set(form.fields) & set(STRING_FIELDS)
        assert asked, kind
        assert asked <= set(form.errors), (kind, asked - set(form.errors))


STRING_FIELDS = (
    "title", "goal", "territory", "money_programme", "risks", "what", "criterion", "reason", "evidence_1", "links",
    "text", "because", "whom", "how", "words", "title_es", "title_en", "text_es", "text_en", "considered",
)  # fmt: skip


def test_naughty_strings_in_acts_are_kept_and_shown_safe(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    task = make.begun(together, bruno, dora)
    for n, string in enumerate(STRINGS[::7]):
        form = NoteForm({"text": string})
        if form.is_valid():
            note_add(task=task, text=form.cleaned_data["text"], files=(), by=bruno, key=str(n))
    nasty = "<script>alert(1)</script> [x](javascript:alert(1))"
    deliver(task=task, evidence={1: nasty, 2: nasty}, links=["https://a.example.org/?q=<script>"], files=(), by=dora)
    page = client_of(nobody).get(f"/en/aportaciones/{task.contribution.reference}/").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert task.notes.count() > 40


LONG = "https://a.example.org/" + "x" * 600
MANY = "\n".join(["https://a.example.org"] * 11)


@pytest.mark.parametrize(
    "links",
    ["javascript:alert(1)", "ftp://example.org", "example", "https://", "https://a.example.org b", MANY, LONG],
)
def test_a_link_is_an_address_of_the_web(together: Activity, bruno: Person, dora: Person, links: str) -> None:
    rows = list(make.proposed(together, bruno, dora).deliverables.all())
    form = DeliverForm({"evidence_1": "a", "evidence_2": "b", "links": links}, deliverables=rows)
    assert not form.is_valid()
    assert set(form.errors) == {"links"}


@pytest.mark.parametrize(("changed", "field"), [
    ({"due_on": "2020-01-01"}, "due_on"), ({"due_on": "9999-12-31"}, "due_on"), ({"due_on": "mañana"}, "due_on"),
    ({"line": ""}, "agreement"), ({"line": "999999"}, "line"), ({"line": "x"}, "line"),
    ({"agreement": "MEC-1999-001-S1-A1"}, "agreement"), ({"weight": "0"}, "weight"), ({"weight": "-2"}, "weight"),
    ({"money_programme": "Fondo"}, "money_amount"), ({"money_amount": "5"}, "money_programme"),
    ({"money_programme": "Fondo", "money_amount": "-5"}, "money_amount"),
    ({"money_programme": "Fondo", "money_amount": "NaN"}, "money_amount"),
    ({"civil": ""}, "civil"), ({"public": ""}, "public"), ({"title": " "}, "title"), ({"goal": ""}, "goal"),
    ({"language": "xx"}, "language"),
])  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, changed: dict[str, str], field: str
) -> None:
    of = together.consultation
    civil, public = seats.seat_of(bruno, of), seats.seat_of(dora, of)
    assert civil
    assert public
    said = {
        "title": "Cifras", "goal": "Que se sepa.", "line": make.line_of(of, of.coordinator.person).pk,
        "civil": civil.pk, "public": public.pk, "due_on": today().isoformat(), "language": "es",
        "d-TOTAL_FORMS": "1", "d-INITIAL_FORMS": "0", "d-0-what": "Tabla", "d-0-criterion": "Completa",
        "speaking_as": "self", **changed,
    }  # fmt: skip
    answer = client_of(bruno).post(f"/en/procesos/{of.reference}/actividades/{together.place}/tareas/nueva/", said)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert not Task.objects.exists()
    assert not of.contributions.exists()


def test_a_lead_of_the_wrong_side_or_of_none_can_t_be_chosen(
    together: Activity, bruno: Person, dora: Person, carmen: Person, fatima: Person
) -> None:
    of = together.consultation
    guest = people.member(of, fatima, side=Side.GUEST, role=Role.OBSERVER, body="Senado")
    gone = people.member(of, carmen)
    gone.cut_short()
    civil, public = seats.seat_of(bruno, of), seats.seat_of(dora, of)
    assert civil
    assert public
    for one, other in ((public.pk, civil.pk), (guest.pk, guest.pk), (gone.pk, civil.pk)):
        form = TaskForm({"civil": one, "public": other}, activity=together, person=bruno, speaker=bruno)
        assert {"civil", "public"} <= set(form.errors)


@pytest.mark.parametrize("rows", [
    {}, {"d-TOTAL_FORMS": "x"}, {"d-TOTAL_FORMS": "1", "d-INITIAL_FORMS": "0", "d-0-what": "Tabla"},
    {"d-TOTAL_FORMS": "1", "d-INITIAL_FORMS": "0", "d-0-criterion": "Completa"},
    {"d-TOTAL_FORMS": "99999", "d-INITIAL_FORMS": "0"},
])  # fmt: skip
def test_without_a_deliverable_and_its_criterion_nothing_is_proposed(
    client_of: Browser, together: Activity, bruno: Person, rows: dict[str, str]
) -> None:
    at = f"/en/procesos/{together.consultation.reference}/actividades/{together.place}/tareas/nueva/"
    answer = client_of(bruno).post(at, {"title": "Sin entregable", **rows})
    assert answer.status_code == 422
    assert "Sin entregable" in answer.content.decode()


@pytest.mark.parametrize("weight", ["0", "-1", "1.5", "1e3", "1001", "", "x"])
def test_weights_of_a_programme_are_whole_numbers_from_one(weight: str) -> None:
    form = PartForm({"text_es": "Línea", "weight": weight})
    assert set(form.errors) == {"weight"}


def test_naughty_strings_in_programmes_are_shown_safe(
    client_of: Browser, together: Activity, alba: Person, nobody: AnonymousUser
) -> None:
    draft = make.drafted(together.consultation, alba, lines=False, title_es="<script>alert(1)</script>")
    objective = programmes.objective_add(programme=draft, text_es="<script>alert(2)</script>", text_en="", weight=1)
    for string in STRINGS[::11]:
        form = PartForm({"text_es": string[:300], "weight": "1"})
        if form.is_valid():
            programmes.line_add(objective=objective, **form.cleaned_data)
    programmes.programme_put(programme=draft, by=alba)
    programmes.programme_publish(programme=draft, considered="<script>alert(3)</script>", by=alba)
    for path in ("", "1/"):
        page = (
            client_of(nobody).get(f"/en/procesos/{together.consultation.reference}/programas/{path}").content.decode()
        )
        assert "<script>alert" not in page
