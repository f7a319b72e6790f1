"""Finds the sentences of a Python file by reading its syntax tree, so that no comment or layout misleads."""

import ast
from collections.abc import Iterator
from typing import NamedTuple


class Sentence(NamedTuple):
    """What one call translates: one text, or singular and plural, perhaps within a context."""

    text: str | tuple[str, ...]
    context: str | None


# Which arguments are the texts, and which is the context.
_CALLS: dict[str, tuple[tuple[int, ...], int | None]] = {
    **dict.fromkeys(("_", "__", "gettext", "gettext_lazy", "gettext_noop"), ((0,), None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), ((0, 1), None)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1,), 0)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, 2), 0)),
}


def in_python(source: str) -> Iterator[Sentence]:
    """Yield every sentence that `source` translates. `_("a" if x else "b")` gives both."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (call := _CALLS.get(_name(node.func))):
            places, context = call
            texts = [_texts(node.args[place]) if place < len(node.args) else [] for place in places]
            within = _texts(node.args[context])[0] if context is not None else None
            if len(texts) == 1:
                yield from (Sentence(text, within) for text in texts[0])
            elif all(texts):
                yield Sentence((texts[0][0], texts[1][0]), within)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []
