"""What happens to a consultation as a whole: its file is opened, its operation begins, its officer changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import describe, of_convener, office_held
from consultations.lifecycle import State
from consultations.members.kinds import Side
from consultations.models import SERIES, CallCorrection, Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Agency
from incidencia.organizations.terms import today
from incidencia.references.format import consultation_reference
from incidencia.references.services import next_number
from incidencia.web.refusals import Refused


@transaction.atomic
def consultation_found(*, agency: Agency, title_es: str, title_en: str = "", by: Person) -> Consultation:
    """Open the file of a consultation (G13) with its permanent reference; `by` is its officer in charge.

    Nothing is public yet. Raises Refused when `by` holds no office in `agency`, or when it has no title.
    """
    office = office_held(by, agency)
    if office is None:
        raise Refused(
            "no-office",
            _("You don't coordinate %(agency)s.") % {"agency": agency.acronym},
            rule="G23",
            advice=_("Ask whoever runs this site to record your office on the agency's page."),
        )
    if not (title_es.strip() or title_en.strip()):
        raise Refused(
            "consultation-without-title",
            _("The process has no title."),
            advice=_("Write it in at least one language."),
        )
    year = today().year
    return Consultation.objects.create(
        reference=consultation_reference(SERIES, year, next_number(SERIES, year)),
        agency=agency,
        coordinator=office,
        title_es=title_es.strip(),
        title_en=title_en.strip(),
        created_by=by,
        created_as=describe(office),
    )


@transaction.atomic
def operation_start(*, consultation: Consultation, by: Person) -> Consultation:
    """Begin the operation, an explicit act from which registry clocks run (G38). Doing it again changes nothing.

    Raises Refused before the call, after the end, or while one of the two sides is empty (G15).
    """
    consultation = locked(consultation)
    if consultation.started_at is not None:
        return consultation
    if consultation.state in (State.DRAFT, State.CONCLUDED):
        raise Refused(
            "not-time-to-start",
            _("The operation can't begin now: the process is “%(state)s”.") % {"state": consultation.state.label},
            rule="G13, G18",
            advice=_("Publish the call first; a process that has ended does not begin again."),
        )
    _refuse_empty_side(consultation)
    consultation.started_at, consultation.started_by = now(), by
    consultation.started_as = of_convener(by, consultation)
    consultation.save(update_fields=["started_at", "started_by", "started_as"])
    return consultation


@transaction.atomic
def office_take(*, consultation: Consultation, by: Person) -> Consultation:
    """Take charge after the officer in charge left office; recorded as a correction of the call.

    Raises Refused while the officer in charge still holds the office, or when `by` holds none.
    """
    consultation = locked(consultation)
    office = office_held(by, consultation.agency)
    if office is None or consultation.coordinator.is_in_force():
        raise Refused(
            "office-not-vacant",
            _("The officer in charge of this process has not left office."),
            rule="G18.VI",
            advice=_("Whoever runs this site can end that office on the agency's page."),
        )
    before = consultation.coordinator
    consultation.coordinator = office
    consultation.save(update_fields=["coordinator"])
    if consultation.published_at:
        CallCorrection.objects.create(
            consultation=consultation,
            part="coordinator",
            before=str(before.person.name),
            after=by.name,
            reason=_("The former officer in charge left the office."),
            by=by,
            acted_as=describe(office),
        )
    return consultation


def locked(consultation: Consultation) -> Consultation:
    """Promise the row as it is now, held until the transaction ends."""
    rows = Consultation.objects.select_for_update(of=("self",)).select_related("agency", "coordinator__person")
    return rows.get(pk=consultation.pk)


def _refuse_empty_side(consultation: Consultation) -> None:
    seated = set(consultation.memberships.in_force().values_list("side", flat=True))
    empty = [side for side in (Side.CIVIL, Side.PUBLIC) if side not in seated]
    if empty:
        raise Refused(
            "side-empty",
            _("Operation can't begin: nobody sits on the side of %(side)s.") % {"side": empty[0].label},
            rule="G15",
            advice=_("Both sides must be present. Admit an application or invite somebody first."),
        )
