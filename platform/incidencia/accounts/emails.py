"""Letters of signing in. allauth says which and when; they go out like every other letter."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from incidencia.accounts.models import Person
from incidencia.mail.services import send


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody at an e-mail that may not be that of an account."""

    email: str
    name: str
    language: str


def sign_in_letter(kind: str, email: str, context: dict[str, Any]) -> None:
    """Send the letter `kind` of `templates/incidencia/accounts/emails/`.

    People get it in their own language; an e-mail nobody has an account with, in that of the page.
    """
    send(f"incidencia/accounts/emails/{kind}", _at(email, context.get("user")), context)


def _at(email: str, owner: Person | None) -> Addressee:
    # A new e-mail, not confirmed yet, is not that of the account: then allauth says whose it will be.
    person = owner or Person.objects.filter(email=email.lower()).first()
    if person is None:
        return Addressee(email, "", translation.get_language() or "")
    return Addressee(email, person.name, person.language)
