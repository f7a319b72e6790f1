"""The secretariat places a proposed item on the agenda, or declines it with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.models import Consultation
from consultations.modes.deliberation.models import Fate, ItemProposal
from consultations.modes.deliberation.proposing import emails
from consultations.modes.deliberation.taking_up.services import take_up
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated
from sessions import desk
from sessions import services as sessions
from sessions.before.holding import is_before
from sessions.core import commands as c
from sessions.core.events import ItemAdded
from sessions.core.refusals import Refused as RoomRefused
from sessions.models import Session
from sessions.services.calling import secretariat_key
from sessions.wording.refusals import worded


@transaction.atomic
def proposal_place(
    *, proposal: ItemProposal, title_es: str, title_en: str, minutes: int, by: Person, consultation: Consultation
) -> ItemProposal:
    """Promise an item of the agenda for it, with its paper; the contribution it names is taken up.

    In a session that was convened it is an act of its log, which everybody sees. Again changes nothing.
    Raises Refused.
    """
    row = _held(proposal)
    if row.fate is Fate.PLACED:
        return row
    _refuse_decided(row)
    session = row.session
    row.decided_at, row.decided_by, row.decided_as = now(), by, of_convener(by, consultation)
    if session.convened_at is None:
        placed = sessions.item_add(session, title_es=title_es, title_en=title_en, minutes=minutes, by=by)
        row.draft_item, position = placed, placed.position
    else:
        row.item = _in_the_log(row, title_es, title_en, minutes, by)
        position = int(row.item[1:])
    row.save(update_fields=["decided_at", "decided_by", "decided_as", "draft_item", "item"])
    if row.paper_text:
        sessions.paper_add(
            session, title=row.paper_title, language=row.language[:2], position=position, file=None,
            text=row.paper_text, by=by,
        )  # fmt: skip
    if row.item:
        _take_up(row, consultation)
    emails.proposal_decided(row)
    return row


@transaction.atomic
def proposal_decline(*, proposal: ItemProposal, reason: str, by: Person, consultation: Consultation) -> ItemProposal:
    """Leave it off the agenda, with the reason, which everybody who reads the session reads. Raises Refused."""
    row = _held(proposal)
    _refuse_decided(row)
    row.declined_because = stated(reason)
    row.decided_at, row.decided_by, row.decided_as = now(), by, of_convener(by, consultation)
    row.save(update_fields=["declined_because", "decided_at", "decided_by", "decided_as"])
    emails.proposal_decided(row)
    return row


def taken_up_after(session_id: int) -> None:
    """Promise that what was placed while the session was prepared is known by its item, and is taken up.

    Called when a session is convened; called again it changes nothing.
    """
    rows = ItemProposal.objects.filter(session=session_id, draft_item__isnull=False, item="", declined_because="")
    for row in rows.select_related("session", "draft_item", "decided_by", "contribution"):
        assert row.draft_item is not None
        row.item = f"i{row.draft_item.position}"
        row.save(update_fields=["item"])
        consultation = Consultation.objects.filter(reference=row.session.series).first()
        if consultation is not None:
            _take_up(row, consultation)


def _held(proposal: ItemProposal) -> ItemProposal:
    """The proposal as it is now, its session held with it. Raises Refused once the session has opened."""
    session = Session.objects.select_for_update().get(pk=proposal.session_id)
    if not is_before(session):
        raise Refused(
            "session-over",
            _("Its agenda can't change: the session is not convened, or it is over."),
            advice=_("In the room the chair adds items, in sight of everybody."),
        )
    rows = ItemProposal.objects.select_for_update(of=("self",)).select_related("contribution", "by")
    row = rows.get(pk=proposal.pk)
    row.session = session
    return row


def _refuse_decided(row: ItemProposal) -> None:
    if row.fate is Fate.WAITING:
        return
    raise Refused(
        "proposal-decided",
        _("It was decided already."),
        _("What was decided stays on the record."),
        _("See on the page of the session what became of it."),
    )


def _in_the_log(row: ItemProposal, title_es: str, title_en: str, minutes: int, by: Person) -> str:
    command = c.AddItem(title_es, title_en, minutes, f"{row.by.name}: {row.why}"[:2000])
    act = c.Act(by=secretariat_key(row.session, by), key=f"proposal:{row.pk}", command=command)
    try:
        done = desk.handle(row.session.pk, act)
    except RoomRefused as refusal:
        raise worded(refusal) from refusal
    row.session.refresh_from_db()
    return next(x.event.item.id for x in done.entries if isinstance(x.event, ItemAdded))


def _take_up(row: ItemProposal, consultation: Consultation) -> None:
    if row.contribution is not None and row.decided_by is not None:
        take_up(
            consultation=consultation, session=row.session, item=row.item, reference=row.contribution.reference,
            by=row.decided_by,
        )  # fmt: skip
