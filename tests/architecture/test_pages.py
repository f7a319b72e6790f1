"""Pages: the name of a view, of its address and of its template are one word, so a page is one search away."""

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture import PACKAGES, TEMPLATES, shown, sources

PATTERNS = list[URLPattern | URLResolver]


def walk(patterns: PATTERNS) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns)
        else:
            yield pattern


def view_of(pattern: URLPattern) -> Callable[..., Any]:
    """The function somebody wrote, without the decorators around it."""
    view = pattern.callback
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return view


def ours() -> list[URLPattern]:
    found = [p for p in walk(get_resolver().url_patterns) if view_of(p).__module__.split(".")[0] in PACKAGES]
    assert found
    return found


def rendered(source: str) -> set[str]:
    """Every template that the module names in a string of its own."""
    strings = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {text for text in strings if isinstance(text, str) and re.fullmatch(r"[\w/-]+\.html(#\w+)?", text)}


def test_an_address_bears_the_name_of_its_view() -> None:
    differing = {
        f"{view_of(p).__module__}.{view_of(p).__name__}": p.name for p in ours() if p.name != view_of(p).__name__
    }
    assert differing == {}


def test_a_template_bears_the_name_of_its_view() -> None:
    """A page with two faces may have a template for each: `minutes_page`, `minutes_page_pending`."""
    names: dict[str, set[str]] = {}
    for pattern in ours():
        view = view_of(pattern)
        names.setdefault(view.__module__, set()).add(view.__name__)
    strange = []
    for module, views in names.items():
        source = Path(str(importlib.import_module(module).__file__)).read_text()
        for template in rendered(source):
            place = Path(template)
            stem = place.stem.split("#")[0]
            if not stem.startswith(("_", *(f"{view}_" for view in views))) and stem not in views:
                strange.append(f"{module} renders {template}, and has no view {stem}")
    assert strange == []


def test_every_template_named_in_code_exists() -> None:
    missing = [
        f"{shown(file)}: {template}"
        for file in sources()
        for template in rendered(file.read_text())
        if not template.startswith("django/") and not (TEMPLATES / template.split("#")[0]).exists()
    ]  # fmt: skip
    assert missing == []
