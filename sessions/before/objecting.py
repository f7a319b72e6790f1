"""A member objects that a paper came late (G27.I). What follows at its item is the chair's to decide."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import log
from sessions.before.late import short_by
from sessions.core.state import Room
from sessions.core.terms import ItemState, Phase
from sessions.models import Paper, PaperObjection, Seat, Session
from sessions.queries import rules_of

UNTREATED = (ItemState.PENDING, ItemState.DEFERRED)
STANDING = (Phase.PLANNED, Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED)


def is_untreated(room: Room, paper: Paper) -> bool:
    """Whether the item of the paper was not opened yet; of a paper of the whole session: the session was not."""
    item = room.item(paper.item) if paper.item else None
    if item is not None:
        return room.phase in STANDING and item.state in UNTREATED
    return room.phase in (Phase.PLANNED, Phase.LOBBY)


@transaction.atomic
def paper_object(paper: Paper, *, seat: Seat, reason: str, by: Person) -> PaperObjection:
    """Promise that the chair is told at the item: this member objects. Again keeps the first objection.

    Raises Refused for a paper that came in time, a seat without a vote, and once the item was opened.
    """
    session = Session.objects.select_for_update().get(pk=paper.session_id)
    short = _short(session, paper)
    _refuse_no_vote(seat)
    _refuse_treated(session, paper)
    standing = PaperObjection.objects.filter(paper=paper, seat=seat, withdrawn_at=None).first()
    if standing is not None:
        return standing
    return PaperObjection.objects.create(
        paper=paper, seat=seat, reason=reason.strip(), short_by=short, at=now(), by=by
    )


@transaction.atomic
def paper_objection_withdraw(objection: PaperObjection, *, by: Person) -> None:
    """Take one's objection back, while the item was not opened. Again changes nothing. Raises Refused."""
    session = Session.objects.select_for_update().get(pk=objection.paper.session_id)
    _refuse_treated(session, objection.paper)
    PaperObjection.objects.filter(pk=objection.pk, withdrawn_at=None).update(withdrawn_at=now())


def _short(session: Session, paper: Paper) -> int:
    days = rules_of(session).papers_days
    came = paper.circulated_at
    short = short_by(came, session.starts_at, session.zone, days) if came else 0
    if not short:
        raise Refused(
            "came-in-time",
            _("This paper came in time."),
            _("Only papers that came after the term can be objected to for it (G27.I)."),
            _("Say what you think of the paper in the room, when its item is opened."),
        )
    return short


def _refuse_no_vote(seat: Seat) -> None:
    if not seat.votes:
        raise Refused(
            "objects-with-a-vote",
            _("Only members with a vote object to a late paper."),
            "G27.I",
            _("Ask a member to object, or tell the secretariat."),
        )


def _refuse_treated(session: Session, paper: Paper) -> None:
    if not is_untreated(log.load(session), paper):
        raise Refused(
            "item-opened",
            _("Its item was opened already, or the session is over."),
            _("A late paper is objected to before its item is opened."),
            _("In the room you can ask for the floor, raise a point of order or enter a reservation."),
        )
