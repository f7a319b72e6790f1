"""A member proposes an item for the agenda, until the day the rules of the session say."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.models import Consultation
from consultations.modes.deliberation.models import Fate, ItemProposal
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.capacities import ONESELF
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import when
from sessions.before.holding import is_before
from sessions.before.proposable import proposals_until
from sessions.models import Seat, Session


@transaction.atomic
def item_propose(
    *, consultation: Consultation, session: Session, by: Person, title: str, why: str, purpose: str, minutes: int,
    language: str, reference: str = "", paper_title: str = "", paper_text: str = "", key: str,
) -> ItemProposal:  # fmt: skip
    """Promise that the secretariat is asked to place this item, and everybody who reads the session reads it.

    The same `key` again answers the first proposal. Raises Refused after the day of the rules, without a seat, and
    for a reference that names no contribution of the process.
    """
    row = Session.objects.select_for_update().get(pk=session.pk)
    known = ItemProposal.objects.filter(session=row, by=by, key=key).first()
    if known is not None:
        return known
    _refuse_closed(row)
    seat = _seat(row, by)
    contribution = _contribution(consultation, reference, by) if reference.strip() else None
    return ItemProposal.objects.create(
        session=row, title=title.strip(), why=why.strip(), purpose=purpose, minutes=minutes, language=language,
        contribution=contribution, paper_title=paper_title.strip(), paper_text=paper_text.strip(), key=key, by=by,
        acted_as=" · ".join(part for part in (seat.capacity, seat.organization) if part) or ONESELF,
    )  # fmt: skip


@transaction.atomic
def proposal_withdraw(*, proposal: ItemProposal) -> None:
    """Take one's proposal back while nothing was decided. Again changes nothing. Raises Refused."""
    row = ItemProposal.objects.select_for_update().get(pk=proposal.pk)
    if row.fate is Fate.WITHDRAWN:
        return
    if row.fate is not Fate.WAITING:
        raise Refused(
            "proposal-decided",
            _("It was decided already."),
            _("What was decided stays on the record."),
            _("In the session you can ask the chair to defer the item."),
        )
    row.withdrawn_at, row.decided_at, row.decided_by, row.decided_as = now(), None, None, ""
    row.save(update_fields=["withdrawn_at", "decided_at", "decided_by", "decided_as"])


def _refuse_closed(session: Session) -> None:
    until = proposals_until(session)
    if is_before(session) and now() < until:
        return
    raise Refused(
        "proposals-closed",
        _("Items for this agenda were proposed until %(day)s.") % {"day": when(until, session.zone)},
        _("The rules of the session say until how many days before it items are proposed (G25, G27.I)."),
        _("Raise it in the session under “Other matters” (asuntos generales), or propose it for the next one."),
    )


def _seat(session: Session, by: Person) -> Seat:
    seat = session.seats.filter(person=by).first()
    if seat is None:
        raise Refused(
            "no-seat",
            _("You have no seat in this session."),
            advice=_("Ask the secretariat to accredit you, or raise an issue, which is answered with reasons."),
        )
    return seat


def _contribution(consultation: Consultation, reference: str, by: Person) -> Contribution:
    asked = reference.strip().upper()
    rows = Contribution.objects.select_related(
        "activity__consultation", "consultation__coordinator__person", "consultation__agency"
    )
    found = rows.filter(reference=asked, consultation=consultation).first()
    if found is None or not by.has_perm("consultations.contribution_view", found):
        raise Refused(
            "no-such-contribution",
            _("No contribution of this process has the reference “%(reference)s”.") % {"reference": asked},
            advice=_("Copy the reference from the page of the contribution, for example %(example)s.")
            % {"example": f"{consultation.reference}-III-007"},
        )
    return found
