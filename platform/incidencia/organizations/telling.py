"""How the pages of this part say no, and where they lead after an act."""

from django.forms import BaseForm
from django.http import HttpResponseRedirect
from django.urls import reverse

from incidencia.web.refusals import Refused


def words_of(refusal: Refused) -> str:
    """Promise what was wrong, the rule it rests on and what to do, as one line."""
    rule = f"({refusal.rule})" if refusal.rule else ""
    return " ".join(part for part in (str(refusal.message), rule, str(refusal.advice)) if part)


def tell(form: BaseForm, refusal: Refused) -> None:
    """Say the refusal above the form, which keeps what was typed."""
    form.add_error(None, words_of(refusal))


def seen_other(name: str, *args: object) -> HttpResponseRedirect:
    """Promise the answer to an act that was done: go and see that page (303)."""
    return HttpResponseRedirect(reverse(name, args=args), status=303)
