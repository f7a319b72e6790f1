"""Letters about proposed items."""

from consultations.modes.deliberation.models import ItemProposal
from incidencia.mail.links import link
from incidencia.mail.services import send


def proposal_decided(proposal: ItemProposal) -> None:
    """What became of one's proposal: on the agenda, or declined with the reason."""
    if not proposal.by.is_active:
        return
    session = proposal.session
    address = link("session_page", session.reference, language=proposal.by.language)
    send(
        "consultations/emails/proposal_decided", proposal.by,
        {"proposal": proposal, "session": session, "link": address}, key=f"proposal:{proposal.pk}:{proposal.fate}",
    )  # fmt: skip
