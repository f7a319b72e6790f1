"""Items from files: all or nothing, every mistake with its lines, what goes out comes in again."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override

from consultations.modes.surveillance import services
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.designing.importing import items_read
from consultations.modes.surveillance.designing.reading import BadFile
from consultations.modes.surveillance.models import Checklist
from incidencia.accounts.models import Person
from tests.consultations.conftest import refused
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
HEAD = "decision,source,question,method\n"
GOOD = "Publicar la lista,Acta p. 4,¿Se publicó?,document\n"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """What is said is read in English here."""
    with override("en"):
        yield


def told(content: bytes) -> list[str]:
    """What is said of a file that is refused."""
    with pytest.raises(BadFile) as caught:
        items_read(content)
    return [str(one.message) for one in caught.value.mistakes]


@pytest.mark.parametrize("content", [
    (HEAD + GOOD).encode(),
    (HEAD + GOOD).encode("utf-8-sig"),
    (HEAD + GOOD).replace(",", ";").encode(),
    (HEAD + GOOD).replace("\n", "\r\n").encode(),
    (HEAD.upper() + "\n" + GOOD + "\n ,,,\n").encode(),
    json.dumps({"items": [dict(zip(HEAD.strip().split(","), GOOD.strip().split(","), strict=True))]}).encode(),
])  # fmt: skip
def test_commas_semicolons_marks_and_json_say_the_same(content: bytes) -> None:
    (item,) = items_read(content)
    assert item == {
        "reference": "", "decision": "Publicar la lista", "source": "Acta p. 4", "question": "¿Se publicó?",
        "method": "document", "weight": 1, "evidence": True, "months": 12,
    }  # fmt: skip


@pytest.mark.parametrize("content", [
    "Decisión,Fuente,Pregunta,Método\n" + GOOD, "DECISION;FUENTE;PREGUNTA;METODO\n" + GOOD.replace(",", ";"),
    "decisión,source,pregunta,method\n" + GOOD,
    json.dumps([dict(zip(("decisión", "fuente", "pregunta", "método"), GOOD.strip().split(","), strict=True))]),
])  # fmt: skip
def test_the_columns_may_be_named_in_spanish(content: str) -> None:
    assert items_read(content.encode()) == items_read((HEAD + GOOD).encode())


def test_a_column_named_in_both_languages_stands_twice() -> None:
    (said,) = told(("pregunta,question,método\n" + GOOD).encode())
    assert said == "Line 1 names the columns wrongly: question."


@pytest.mark.parametrize(("method", "evidence", "code", "required"), [
    ("Visita al lugar", "sí", "visit", True), ("visiting the place", "no", "visit", False),
    ("INTERVIEW", "FALSE", "interview", False), ("request", "", "request", True),
])  # fmt: skip
def test_words_of_both_languages_are_understood(method: str, evidence: str, code: str, required: bool) -> None:
    (item,) = items_read(f"decision,source,question,method,evidence\na,b,c,{method},{evidence}\n".encode())
    assert (item["method"], item["evidence"]) == (code, required)


def test_each_mistake_tells_its_lines_and_the_same_one_once() -> None:
    lines = [
        "decision,source,question,method,weight,evidence,reference",
        "Uno,Acta,¿Uno?,document,1,yes,",
        "Dos,Acta,,document,1,yes,",
        '"Tres, en dos\nlíneas",Acta,¿Tres?,document,0,yes,',
        "Cuatro,Acta,,telepathy,1,yes,",
        "Cinco,Acta,¿Cinco?,document,1,perhaps,MEC-1999-001-S1-A1",
        "Seis,Acta,¿Seis?,document,1,yes,,siete",
    ]
    said = told("\n".join(lines).encode())
    assert any("Lines 3, 6" in one and "question" in one for one in said)
    assert any("Line 4" in one and "weight" in one for one in said)
    assert any("Line 6" in one and "method" in one for one in said)
    assert any("Line 7" in one and "evidence" in one for one in said)
    assert any("Line 7" in one and "MEC-1999-001-S1-A1" in one for one in said)
    assert any("Line 8" in one and "more cells" in one for one in said)
    assert not any("Line 2" in one for one in said)


@pytest.mark.engine
def test_two_thousand_broken_items_are_refused_with_their_lines_and_nothing_is_written(
    client_of: Browser, checklist: Checklist, bruno: Person
) -> None:
    rows = "".join(f"Decisión {n},Acta,{'¿Sí?' if n % 2 else ''},document\n" for n in range(2, 2002))
    page = f"/en/aportaciones/{checklist.contribution.reference}/puntos/importar/"
    answer = client_of(bruno).post(page, {"file": SimpleUploadedFile("puntos.csv", (HEAD + rows).encode())})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "It has 2000 items; at most 500 are taken in." in body
    assert "Lines 2, 4, 6" in body
    assert "2000, column question" in body
    assert checklist.items.count() == 2


@pytest.mark.parametrize(("content", "said"), [
    (b'{"items": [{"question": "a"}, {"question": "\\ud800", "method": "document"}]}', "Line 2 has half a character"),
    (b"", "names the columns wrongly"),
    (HEAD.encode(), "no item"),
    (b"question,method,colour\na,document,red\n", "colour"),
    (b"question,question,method\n", "question"),
    ("question,method\n¿Sí?,document".encode("utf-16"), "UTF-8"),
    ("question,method\n¿Sí?,document".encode("latin-1"), "UTF-8"),
    (HEAD.encode() + b'"never closed,b,c,document\n', "Line"),
    (b"question,method\na\x00b,document\n", "not a text"),
    (b'{"items": "none"}', "no list"), (b"[1, 2]", "no list"), (b'{\n"items": [', "JSON"),
    (b"[" * 100_000, "JSON"), (b"x" * 2_000_001, "2 MB"),
])  # fmt: skip
def test_what_is_no_list_of_items_is_refused_in_words(content: bytes, said: str) -> None:
    assert any(said in one for one in told(content))


def test_what_goes_out_comes_in_again(client_of: Browser, checklist: Checklist, bruno: Person) -> None:
    make.item(checklist, bruno, question='=1+1, "¿qué?"\nsí', decision="-2", method="visit", weight=7)
    at = f"/en/aportaciones/{checklist.contribution.reference}/puntos"
    client = client_of(bruno)
    table = b"".join(client.get(f"{at}.csv").streaming_content)  # type: ignore[attr-defined]
    tree = client.get(f"{at}.json").content
    whole = [{name: getattr(one, name) for name in COLUMNS} for one in checklist.items.order_by("number")]
    for content in (table, tree):
        assert [{**one, "question": one["question"].replace("\r\n", "\n")} for one in items_read(content)] == whole


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_runs_in_a_spreadsheet(
    client_of: Browser, checklist: Checklist, bruno: Person, nobody: AnonymousUser, risky: str
) -> None:
    make.item(checklist, bruno, question=risky)
    at = f"/aportaciones/{checklist.contribution.reference}/puntos.csv"
    body = b"".join(client_of(nobody).get(at).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert [row["question"] for row in csv.DictReader(io.StringIO(body))][-1] == f"'{risky}"


def test_the_same_file_twice_is_taken_in_once(checklist: Checklist, bruno: Person) -> None:
    items = items_read((HEAD + GOOD).encode())
    services.items_import(checklist=checklist, items=items, by=bruno)
    with refused("there-already"):
        services.items_import(checklist=checklist, items=items, by=bruno)
    assert checklist.items.count() == 3


def test_a_checklist_holds_five_hundred_items_and_no_more(checklist: Checklist, bruno: Person) -> None:
    many: list[dict[str, Any]] = [{**make.ITEM, "question": f"¿{n}?"} for n in range(498)]
    services.items_import(checklist=checklist, items=many, by=bruno)
    with refused("too-many-items"):
        make.item(checklist, bruno)
    assert checklist.items.count() == 500
