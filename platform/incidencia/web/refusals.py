"""Why something was not done: the one type that services raise and pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise


class Refused(Exception):
    """An act that a rule does not allow.

    `code` is for programs and tests, `message` says what was wrong, `rule` names the clause or the
    published rule it rests on, `advice` says what to do instead.
    """

    def __init__(self, code: str, message: Text, rule: Text = "", advice: Text = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.rule = rule
        self.advice = advice

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.message, self.advice) if part)

    def as_error(self, form: BaseForm, field: str | None = None) -> None:
        """Put the refusal among the errors of `form`, so that the page shows it beside what was typed."""
        if field is not None and field not in form.fields:
            field = None
        form.add_error(field, RefusalError(self))


class RefusalError(ValidationError):
    """A refusal as Django's forms carry errors; `{% errors form %}` also shows its rule and advice."""

    def __init__(self, refusal: Refused) -> None:
        super().__init__(refusal.message, code=refusal.code)
        self.refusal = refusal


def stated(reason: str, *, rule: str = "G31") -> str:
    """Promise a reason that everybody reads, without the spaces around it. Raises Refused where nothing is said."""
    if not reason.strip():
        raise Refused("reason-needed", _("Say why."), rule=rule, advice=_("Everybody reads the reason."))
    return reason.strip()
