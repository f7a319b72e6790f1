"""What a consultation shows beside its sessions: proposals for the agenda, and matters that come to the next one."""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser

from consultations.matters import matters_of
from consultations.models import Consultation
from consultations.modes.deliberation.proposing.queries import proposals_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.before.holding import is_before
from sessions.before.proposable import proposals_until, takes_proposals
from sessions.beside import Beside
from sessions.core.terms import ItemKind
from sessions.models import Session
from sessions.queries import AHEAD


def beside(session: Session, person: Person | AnonymousUser, preparing: bool) -> Iterator[Beside]:
    """Promise the panels of a session of a consultation; nothing for a series that is none. Constant queries."""
    rows = Consultation.objects.select_related("agency", "coordinator__person")
    consultation = rows.filter(reference=session.series).first()
    if consultation is None or not person.has_perm("consultations.consultation_view", consultation):
        return
    yield from _proposals(session, consultation, person)
    if _is_next(session):
        matters = matters_of(consultation)
        if matters:
            shown = {"matters": matters, "consultation": consultation, "preparing": preparing}
            yield Beside("consultations/modes/deliberation/_matters.html", shown, ItemKind.FOLLOW_UP)


def _proposals(session: Session, consultation: Consultation, person: Person | AnonymousUser) -> Iterator[Beside]:
    proposals, open_ = proposals_of(session), takes_proposals(session)
    if not proposals and not open_:
        return
    decides = is_before(session) and person.has_perm("consultations.session_draft", consultation)
    yield Beside(
        "consultations/modes/deliberation/proposing/_proposals.html",
        {
            "session": session, "consultation": consultation, "proposals": proposals, "open": open_,
            "until": proposals_until(session), "decides": decides, "person": person, "is_before": is_before(session),
            "proposes": open_ and person.has_perm("consultations.item_propose", session),
        },
    )  # fmt: skip


def _is_next(session: Session) -> bool:
    if session.phase not in AHEAD:
        return False
    ahead = Session.objects.filter(series=session.series, phase__in=AHEAD, starts_at__gte=now() - timedelta(days=1))
    return not ahead.filter(starts_at__lt=session.starts_at).exists()
