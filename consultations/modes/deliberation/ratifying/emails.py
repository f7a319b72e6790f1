"""Letters about ratifications."""

from consultations.modes.deliberation.models import Ratification
from incidencia.mail.links import link
from incidencia.mail.services import send
from sessions.models import Seat


def agreement_ratified(ratification: Ratification) -> None:
    """What was decided on an agreement ad referendum, with the reasons: to everybody accredited to its session."""
    agreement = ratification.agreement
    seats = Seat.objects.filter(session=agreement.session, person__isnull=False, person__is_active=True)
    for seat in seats.select_related("person"):
        assert seat.person is not None
        address = link("agreement_list", agreement.session.series, language=seat.person.language)
        send(
            "consultations/emails/agreement_ratified", seat.person,
            {"ratification": ratification, "agreement": agreement, "session": agreement.session,
             "link": f"{address}#{agreement.reference}"},
            key=f"ratified:{agreement.reference}",
        )  # fmt: skip
