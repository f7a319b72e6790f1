"""An empowered official ratifies what was agreed ad referendum, or does not, with reasons everybody reads."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.deliberation.models import Ratification
from consultations.modes.deliberation.ratifying import emails
from consultations.modes.deliberation.ratifying.queries import OVER, empowered_in
from consultations.modes.deliberation.taking_up.services import steps_after
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated
from sessions.models import Agreement


@transaction.atomic
def agreement_ratify(*, agreement: Agreement, granted: bool, reasons: str, by: Person) -> Ratification:
    """Promise one public act on the agreement, with the power it rests on; those who sat there get a letter.

    Ratified, it is agreed on the trail of what its item took up. It may come late, and then shows so.

    Raises Refused for what is not ad referendum, a session that is not over,
    somebody without recorded power, no reasons, and the second time.
    """
    row = Agreement.objects.select_for_update(of=("self",)).select_related("session").get(pk=agreement.pk)
    _refuse_unfit(row)
    member = empowered_in(row.session.series, by)
    if member is None:
        raise Refused(
            "no-power",
            _("You have no recorded power to make agreements in this process."),
            _("Officials ratify within their appointment and scope of power (G22)."),
            _("Ask the office of coordination to record your power, or who has it."),
        )
    if Ratification.objects.filter(agreement=row).exists():
        raise Refused(
            "ratified-already",
            _("It was decided already whether it is ratified."),
            _("It is decided once, in public (G22)."),
            _("If it has to be changed, put it on the agenda of the next session."),
        )
    made = Ratification.objects.create(
        agreement=row, granted=granted, reasons=stated(reasons, rule="G22, G31"), powers=member.powers, at=now(),
        by=by,
        acted_as=", ".join(part for part in (member.capacity, member.speaks_for) if part),
    )  # fmt: skip
    if granted:
        steps_after(row.session_id)
    emails.agreement_ratified(made)
    return made


def _refuse_unfit(agreement: Agreement) -> None:
    if not agreement.ad_referendum:
        raise Refused(
            "not-ad-referendum",
            _("This agreement was not taken ad referendum: it holds as it stands."),
            rule="G22",
            advice=_("Nothing has to be ratified."),
        )
    if agreement.session.phase not in OVER:
        raise Refused(
            "session-under-way",
            _("Its session is not over."),
            _("What was agreed is ratified as it was read back."),
            _("Wait until the session closes."),
        )
