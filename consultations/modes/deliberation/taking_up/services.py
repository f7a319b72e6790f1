"""A contribution is put on the agenda of a session, and once the session is over the trail takes its steps."""

from collections import defaultdict

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.models import Consultation, TakenUp
from consultations.spine.models import Contribution
from consultations.spine.services import step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import queries as sessions
from sessions.core.state import Item
from sessions.core.terms import ItemState, Phase
from sessions.models import Agreement, Session

OVER = (Phase.CLOSED, Phase.SEALED)


@transaction.atomic
def take_up(
    *, consultation: Consultation, session: Session, item: str, reference: str, by: Person
) -> TakenUp:  # fmt: skip
    """Put a contribution of this consultation on an item of the agenda. Again changes nothing.

    Raises Refused for a session that is over, an item that is not on its agenda or was treated, and a reference
    that names no contribution of this consultation.
    """
    _refuse_over(session)
    on_agenda = {one.plan.id: one for one in sessions.agenda_of(session)}
    if item not in on_agenda or on_agenda[item].state in (ItemState.CONCLUDED, ItemState.WITHDRAWN):
        raise Refused(
            "no-such-item",
            _("That item is not on the agenda, or was treated already."),
            advice=_("Choose an item that is still to be treated."),
        )
    asked = reference.strip().upper()
    contribution = Contribution.objects.filter(reference=asked, consultation=consultation).first()
    if contribution is None:
        raise Refused(
            "no-such-contribution",
            _("No contribution of this process has the reference “%(reference)s”.") % {"reference": asked},
            advice=_("Copy the reference from the page of the contribution, for example %(example)s.")
            % {"example": f"{consultation.reference}-III-007"},
        )
    made, _created = TakenUp.objects.get_or_create(
        session=session, item=item, contribution=contribution,
        defaults={"by": by, "acted_as": of_convener(by, consultation), "at": now()},
    )  # fmt: skip
    return made


@transaction.atomic
def leave_out(*, taken_up: TakenUp) -> None:
    """Take a contribution off the agenda again, while its item was not opened. Raises Refused."""
    _refuse_over(taken_up.session)
    states = {one.plan.id: one.state for one in sessions.agenda_of(taken_up.session)}
    if states.get(taken_up.item) not in (ItemState.PENDING, ItemState.DEFERRED, ItemState.WITHDRAWN):
        raise Refused(
            "item-treated",
            _("The item was opened: what was on its agenda stays on the record."),
            advice=_("Nothing has to be done: the trail tells what came of it."),
        )
    taken_up.delete()


def steps_after(session_id: int) -> None:
    """Promise that what a session treated has its steps: deliberated, and agreed where the item has an agreement.

    What was taken ad referendum is agreed once it is ratified (G22). Called when a session is over and when one of
    its agreements is ratified; called again it changes nothing.
    """
    session = Session.objects.get(pk=session_id)
    if session.phase not in OVER:
        return
    treated = {item.plan.id for item in sessions.agenda_of(session) if _treated(item)}
    rows = TakenUp.objects.filter(session=session, item__in=treated).select_related("contribution", "by")
    by_item: dict[str, list[TakenUp]] = defaultdict(list)
    for row in rows:
        by_item[row.item].append(row)
        _step(row, Step.DELIBERATED, session.reference)
    holds = Q(ad_referendum=False) | Q(ratification__granted=True)
    for agreement in Agreement.objects.filter(holds, session=session, item__in=by_item).order_by("pk"):
        for row in by_item[agreement.item]:
            _step(row, Step.AGREED, agreement.reference)


def _treated(item: Item) -> bool:
    return item.state in (ItemState.OPEN, ItemState.CONCLUDED)


def _step(row: TakenUp, step: Step, act: str) -> None:
    step_take([row.contribution], step, act=act, by=row.by, acted_as=row.acted_as)


def _refuse_over(session: Session) -> None:
    if session.convened_at is None or session.phase not in sessions.AHEAD:
        raise Refused(
            "session-over",
            _("Its agenda can't change: the session is not convened, or it is over."),
            advice=_("Convene it first, or choose a session to come."),
        )
