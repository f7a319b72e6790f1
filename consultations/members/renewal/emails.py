"""Letters about terms."""

from consultations.members.models import TermChange
from incidencia.mail.links import link
from incidencia.mail.services import send


def term_changed(change: TermChange) -> None:
    """To the member: until when their term lasts now, why, who decided it."""
    consultation, person = change.membership.consultation, change.membership.person
    send(
        "consultations/emails/term_changed", person,
        {"change": change, "consultation": consultation,
         "link": link("term_list", consultation.reference, language=person.language)},
        key=f"term-changed:{change.pk}",
    )  # fmt: skip
