"""What people should not send, and every string that has broken something somewhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.surveillance import services
from consultations.modes.surveillance.designing.forms import ChecklistForm, DropForm, ItemForm
from consultations.modes.surveillance.designing.importing import items_read
from consultations.modes.surveillance.finding.forms import CorrectionForm, FindingForm
from consultations.modes.surveillance.library.forms import TemplateForm
from consultations.modes.surveillance.models import Checklist, ChecklistItem
from consultations.modes.surveillance.replying.forms import ClaimForm
from consultations.modes.surveillance.tabular import lines
from incidencia.accounts.models import Person
from tests.day import local_day
from tests.factories import consultations as processes
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))


@pytest.mark.engine
def test_every_naughty_string_is_kept_as_typed_and_shown_safe_or_refused_plainly(
    client_of: Browser, watching: Activity, bruno: Person, nobody: AnonymousUser
) -> None:
    kept = []
    for string in STRINGS:
        typed = {
            "decision": string,
            "source": string,
            "question": string,
            "method": "visit",
            "weight": 1,
            "months": 1,
        }
        form = ItemForm(typed)
        if form.is_valid():
            kept.append(form.values())
        else:
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
    assert len(kept) > 300
    for part in (kept[:300], kept[300:]):
        checklist = make.begun(watching, bruno, items=0)
        made = services.items_import(checklist=checklist, items=part, by=bruno)
        stands = ChecklistItem.objects.filter(checklist=checklist).order_by("number")
        assert [one.question for one in stands] == [one["question"] for one in part]
        at = f"/en/aportaciones/{checklist.contribution.reference}"
        for path in ("/", f"/puntos/{made[0].number}/"):
            body = client_of(nobody).get(f"{at}{path}").content.decode()
            assert "<script>alert" not in body
            assert "<img" not in body
        table = b"".join(client_of(nobody).get(f"{at}/puntos.csv").streaming_content)  # type: ignore[attr-defined]
        assert [one["question"] for one in items_read(table)] == [one["question"] for one in part]


def test_every_field_of_every_form_bears_every_string(bruno: Person, watching: Activity) -> None:
    day = {"on": local_day().isoformat(), "base": 0, "answer": "yes", "status": "done"}
    for string in STRINGS:
        forms = [
            ChecklistForm({"title": string, "about": string, "language": "es"}, speaker=bruno),
            DropForm({"reason": string}), TemplateForm({"name": string, "about": string}),
            FindingForm({"found": string, "place": string, "link": string, **day}, finding=None),
            CorrectionForm({"found": string, "reason": string, **day}, finding=None),
            ClaimForm({"text": string, **day}, claim=None),
        ]  # fmt: skip
        for form in forms:
            if not form.is_valid():
                assert all(str(one) for mistakes in form.errors.values() for one in mistakes)


@pytest.mark.parametrize("turned", ["‮test", "a‪b"])
def test_a_text_that_turns_direction_is_refused_and_kept(
    client_of: Browser, checklist: Checklist, bruno: Person, turned: str
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        typed = {"answer": "yes", "found": turned, "place": turned, "on": local_day().isoformat(), "base": "0"}
        at = f"/en/aportaciones/{checklist.contribution.reference}/rondas/1/campo/1/"
        answer = client_of(bruno).post(at, typed)
    assert answer.status_code == 422
    assert "hidden character" in answer.content.decode()
    assert turned in answer.content.decode()


@pytest.mark.parametrize("link", [
    "javascript:alert(1)", "ftp://example.org/z", "data:text/html,x", "https://" + "x" * 500, "https://",
])  # fmt: skip
def test_only_an_address_of_the_web_is_evidence(link: str) -> None:
    typed = {"answer": "yes", "found": "x", "on": "2026-01-05", "base": 0}
    assert "link" in FindingForm({**typed, "link": link}, finding=None).errors
    assert FindingForm({**typed, "link": "https://example.org/a?b=c"}, finding=None).is_valid()


@pytest.mark.parametrize("weight", ["0", "-1", "101", "1.5", "mucho", ""])
def test_a_weight_that_is_none_is_refused(weight: str) -> None:
    assert "weight" in ItemForm({**make.ITEM, "weight": weight}).errors


@pytest.mark.parametrize("field", ["weight", "months"])
def test_the_database_holds_no_weight_and_no_term_of_0(checklist: Checklist, bruno: Person, field: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make.item(checklist, bruno, **{field: 0})


@pytest.mark.parametrize(("typed", "field"), [
    ({"decision": "", "source": "x"}, "reference"), ({"decision": "x", "source": ""}, "source"),
    ({"reference": "hola"}, "reference"), ({"reference": "MEC-2026-001"}, "reference"),
    ({"reference": "MEC-2026-999-R1"}, "reference"), ({"method": "magic"}, "method"),
])  # fmt: skip
def test_an_item_names_a_decision_that_others_can_read(typed: dict[str, str], field: str) -> None:
    assert field in ItemForm({**make.ITEM, **typed}).errors


def test_a_reference_is_kept_as_it_is_printed(checklist: Checklist) -> None:
    reference = checklist.contribution.reference
    form = ItemForm({**make.ITEM, "decision": "", "source": "", "reference": f" {reference.lower()} "})
    assert form.is_valid(), form.errors
    assert form.values()["reference"] == reference


def test_a_form_sent_twice_begins_one_checklist(client_of: Browser, watching: Activity, bruno: Person) -> None:
    at = f"/en/procesos/{watching.consultation.reference}/actividades/{watching.place}/listas/nueva/"
    typed = {"title": "Una", "about": "Una sola vez.", "language": "es", "speaking_as": "self", "key": "window"}
    first, second = (client_of(bruno).post(at, typed) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.headers["Location"] == second.headers["Location"]
    assert Checklist.objects.count() == 1


def test_no_cell_of_any_table_runs_in_a_spreadsheet() -> None:
    for string in STRINGS:
        line = list(lines(("a",), [{"a": string}]))[1]
        assert not line.lstrip('"').startswith(("=", "+", "-", "@"))


@pytest.mark.engine
@pytest.mark.parametrize("key", ["K", "a\x00b", "k" * 5000])
def test_the_key_of_somebody_elses_form_neither_breaks_nor_gives_theirs(
    client_of: Browser, watching: Activity, operating: Consultation, bruno: Person, carmen: Person, key: str
) -> None:
    processes.member(operating, carmen, side="civil")
    at = f"/en/procesos/{operating.reference}/actividades/{watching.place}/listas/nueva/"
    for who in (bruno, carmen):
        typed = {"title": "Lista", "about": "Actas.", "language": "es", "speaking_as": "self", "key": key}
        assert client_of(who).post(at, typed).status_code == 303
    authors = Checklist.objects.values_list("contribution__author", flat=True)
    assert set(authors) == {bruno.pk, carmen.pk}
