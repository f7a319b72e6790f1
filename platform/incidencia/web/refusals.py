"""Why something was not done: the one type that services raise and pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

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
