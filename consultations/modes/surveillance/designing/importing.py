"""Items from a file: all or nothing, each mistake with its lines and what to do."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from consultations.modes.surveillance.designing.forms import COLUMNS, ItemForm
from consultations.modes.surveillance.designing.reading import BadFile, Row, rows_of
from consultations.modes.surveillance.models import Method
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused

MOST_ITEMS, MOST_READ = 500, 5000
YES, NO = ("yes", "si", "true", "1"), ("no", "false", "0")
Found = dict[tuple[str, str], list[int]]


def items_read(content: bytes) -> list[dict[str, Any]]:
    """Promise the items of a file as the services take them. Raises BadFile with all its mistakes."""
    rows = list(rows_of(content))
    if not rows:
        raise BadFile(Refused("no-items", _("There is no item in it."), advice=_("Write one item on each line.")))
    mistakes = []
    if len(rows) > MOST_ITEMS:
        said = _("It has %(n)s items; at most %(most)s are taken in.") % {"n": len(rows), "most": MOST_ITEMS}
        mistakes.append(Refused("too-many-items", said, advice=_("Split it into several checklists.")))
    items, found = _judged(rows[:MOST_READ])
    advice = _("Mend it in the file and choose the file again: nothing of it was taken in.")
    for (name, wrong), at in found.items():
        told = {"lines": _lines(at), "name": name, "said": wrong}
        said = _("%(lines)s, column %(name)s: %(said)s") % told if name else f"{told['lines']}: {wrong}"
        mistakes.append(Refused("bad-line", said, advice=advice))
    if mistakes:
        raise BadFile(*mistakes)
    return items


def _judged(rows: list[Row]) -> tuple[list[dict[str, Any]], Found]:
    """What the form says of each row; the same mistake of many lines is told once."""
    items, found = list[dict[str, Any]](), Found()
    methods, known = _methods(), dict[str, bool]()
    for row in rows:
        if row.extra:
            found.setdefault(("", _("It has more cells than there are columns.")), []).append(row.line)
        evidence = fold(row.cells.get("evidence", "")).strip() or "yes"
        if evidence not in (*YES, *NO):
            found.setdefault(("evidence", _("Write yes or no.")), []).append(row.line)
        form = ItemForm(_typed(row, methods, required=evidence in YES), known=known)
        if form.is_valid():
            items.append(form.values())
        for name, mistakes in form.errors.items():
            for mistake in mistakes:
                found.setdefault((name, str(mistake)), []).append(row.line)
    return items, found


def _typed(row: Row, methods: dict[str, str], *, required: bool) -> dict[str, str]:
    """What the form reads: what may be left out is filled in, methods are understood in both languages."""
    cells = {name: row.cells.get(name, "").strip() for name in COLUMNS}
    cells["weight"], cells["months"] = cells["weight"] or "1", cells["months"] or "12"
    cells["method"] = methods.get(fold(cells["method"]), cells["method"])
    cells["evidence"] = "on" if required else ""
    return cells


def _methods() -> dict[str, str]:
    words = {value: value for value in Method.values}
    for language in ("es-mx", "en"):
        with override(language):
            words |= {fold(str(one.label)): one.value for one in Method}
    return words


def _lines(numbers: list[int]) -> str:
    """The lines in words, neighbours drawn together: `Lines 2 to 7, 9`."""
    if len(set(numbers)) == 1:
        return _("Line %(n)s") % {"n": numbers[0]}
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(run[0]) if len(run) == 1 else _("%(a)s to %(b)s") % {"a": run[0], "b": run[-1]} for run in runs]
    return _("Lines %(numbers)s") % {"numbers": ", ".join(parts)}
