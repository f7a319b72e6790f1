"""Clauses: docs/guidelines.md says for each where it is kept and which tests show it, and says so truly."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.architecture import ROOT, shown

PAGE = ROOT / "docs" / "guidelines.md"
CLAUSES = [f"{book}{n}" for book, last in (("G", 40), ("A", 13), ("E", 16)) for n in range(1, last + 1)]
CLAUSES.append("A13b")
IDENTIFIER = re.compile(r"[GAE]\d+[a-z]?(?:\.[IVX]+)?")
# A clause may ask nothing of the software (A1: unchanged from a text that is not at hand).
WITHOUT_TESTS = ("planned", "no requirement")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table `| id | where | tests | status |`; the id cell may name several clauses."""

    ids: tuple[str, ...]
    places: tuple[str, ...]
    tests: tuple[str, ...]
    status: str


def rows() -> list[Row]:
    assert PAGE.exists(), "docs/guidelines.md is missing"
    made = []
    for line in PAGE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 4 and IDENTIFIER.match(cells[0].strip("`*")):
            ids, where, tests, status = cells[0], *cells[-3:]
            places = re.findall(r"`([\w./-]+/[\w./-]*)`", where)
            named = re.findall(r"tests/[\w/]+\.py::[\w:]+", tests)
            status = status.lower().strip("*_` ")
            made.append(Row(tuple(IDENTIFIER.findall(ids)), tuple(places), tuple(named), status))
    return made


def base(clause: str) -> str:
    return clause.split(".")[0]


@cache
def markers(file: Path) -> dict[str, set[str]]:
    """The clauses that each test function of `file` shows; those of the module and of its class count for it."""

    def shown_by(decorators: list[ast.expr]) -> set[str]:
        calls = [
            node
            for decorator in decorators
            for node in ast.walk(decorator)
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.guideline")
        ]
        return {str(word.value) for call in calls for word in call.args if isinstance(word, ast.Constant)}

    def inside(body: list[ast.stmt], prefix: str, inherited: set[str]) -> dict[str, set[str]]:
        here = set(inherited)
        for node in body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
                here |= shown_by([node.value])
        names: dict[str, set[str]] = {}
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names[prefix + node.name] = here | shown_by(node.decorator_list)
            elif isinstance(node, ast.ClassDef):
                names |= inside(node.body, f"{prefix}{node.name}::", here | shown_by(node.decorator_list))
        return names

    return inside(ast.parse(file.read_text()).body, "", set())


def test_every_clause_is_in_the_table() -> None:
    named = {base(clause) for row in rows() for clause in row.ids}
    assert [clause for clause in CLAUSES if clause not in named] == []


def test_no_clause_is_in_the_table_twice() -> None:
    named = [clause for row in rows() for clause in row.ids]
    assert sorted({clause for clause in named if named.count(clause) > 1}) == []


def test_no_clause_is_invented() -> None:
    assert sorted({base(clause) for row in rows() for clause in row.ids} - set(CLAUSES)) == []


def test_a_clause_that_holds_names_its_tests() -> None:
    assert [row.ids for row in rows() if not row.tests and not row.status.startswith(WITHOUT_TESTS)] == []


def test_the_tests_it_names_exist_and_bear_its_marker() -> None:
    faults = []
    for row in rows():
        for test in row.tests:
            path, _, name = test.partition("::")
            file = ROOT / path
            known = markers(file) if file.exists() else {}
            if name not in known:
                faults.append(f"{'/'.join(row.ids)}: {test} does not exist")
            elif not {*row.ids, *map(base, row.ids)} & {*known[name], *map(base, known[name])}:
                faults.append(f"{'/'.join(row.ids)}: {test} is not marked guideline(…)")
    assert faults == []


def test_the_places_it_names_exist() -> None:
    missing = [f"{row.ids[0]}: {place}" for row in rows() for place in row.places if not (ROOT / place).exists()]
    assert missing == []


def test_a_marker_names_a_clause_there_is() -> None:
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    unknown = [
        f"{shown(file)}::{test}: {clause}"
        for file in files
        for test, clauses in markers(file).items()
        for clause in clauses
        if base(clause) not in CLAUSES
    ]
    assert unknown == []
