"""Decisions checked by reference: whether there is such a record, and where it is read."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from incidencia.references.format import Kind, parse
from incidencia.web.refusals import Refused

CHECKABLE = (Kind.AGREEMENT, Kind.RESPONSE, Kind.CONTRIBUTION)


def decision_address(reference: str) -> str | None:
    """Promise the address of the page of a decision, in the active language; None where there is none. One query."""
    try:
        named = parse(reference)
    except ValueError:
        return None
    finder = settings.REFERENCES.get(named.kind.value)
    return import_string(finder)(str(named)) if finder and named.kind in CHECKABLE else None


def decision_named(typed: str, known: dict[str, bool] | None = None) -> str:
    """Promise the reference as it is printed. Raises Refused where nothing public has it.

    `known` remembers answers from one call to the next, for imports.
    """
    try:
        named = parse(typed)
    except ValueError as error:
        raise Refused(
            "not-a-reference", _("%(typed)s is not a reference.") % {"typed": typed[:60]},
            advice=_("Copy it from the page of the decision; or write the decision in words, with its source."),
        ) from error  # fmt: skip
    if named.kind not in CHECKABLE:
        raise Refused(
            "not-a-decision", _("%(typed)s names a process or a session, not a decision.") % {"typed": str(named)},
            advice=_("Name the agreement, the response, the task or the proposal."),
        )  # fmt: skip
    found = (known or {}).get(str(named))
    if found is None:
        found = decision_address(str(named)) is not None
        if known is not None:
            known[str(named)] = found
    if not found:
        raise Refused(
            "no-such-decision", _("Nothing public has the reference %(typed)s.") % {"typed": str(named)},
            advice=_("Copy it from the page of the decision; or write the decision in words, with its source."),
        )  # fmt: skip
    return str(named)
