"""A contribution is not admitted, with the requirement it fails; its author appeals once; another one decides."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.modes.opinion.admitting import emails
from consultations.modes.opinion.holding import held
from consultations.modes.opinion.models import Inadmission, Submission
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def inadmission_declare(*, submission: Submission, rule: str, reason: str, by: Person) -> Inadmission:
    """Say that it fails a published requirement, which one and why. It stays public and in the count.

    Raises Refused without rule or reason, the second time, and once its answer is written.
    """
    submission = held(submission)
    if not (rule.strip() and reason.strip()):
        raise Refused(
            "reason-needed", _("Name the published requirement it fails, and say why."), rule="G8.II",
            advice=_("Without one it is owed its answer."),
        )  # fmt: skip
    if submission.responses.exists():
        raise Refused("answered", _("Its answer is being written or was published."), advice=_("Answer it there."))
    if Inadmission.objects.filter(submission=submission).exists():
        raise Refused("declared", _("That was decided before."), rule="G8.II", advice=_("It happens once."))
    made = Inadmission.objects.create(
        submission=submission, rule=rule.strip(), reason=reason.strip(), at=now(), by=by,
        acted_as=of_official(by, submission.contribution.consultation),
    )  # fmt: skip
    emails.inadmission_declared(made)
    return made


@transaction.atomic
def inadmission_appeal(*, inadmission: Inadmission, text: str) -> Inadmission:
    """Ask once that somebody else look at it. Raises Refused the second time, and without reasons."""
    inadmission = _held_one(inadmission)
    if not text.strip():
        raise Refused("reason-needed", _("Say what was missed."), advice=_("Whoever decides reads only this."))
    if inadmission.appealed_at is not None:
        advice = _("Its page says how it went.")
        raise Refused("appealed-already", _("You appealed already."), rule="G8.II", advice=advice)
    inadmission.appeal, inadmission.appealed_at = text.strip(), now()
    inadmission.save(update_fields=["appeal", "appealed_at"])
    return inadmission


@transaction.atomic
def inadmission_decide(*, inadmission: Inadmission, admit: bool, reason: str, by: Person) -> Inadmission:
    """Decide the appeal. Admitted, its clock runs on from where it stood.

    Raises Refused for whoever declared it, without an appeal or reasons, and once decided.
    """
    inadmission = _held_one(inadmission)
    if inadmission.appealed_at is None or inadmission.decided_at is not None:
        raise Refused("no-appeal", _("No appeal waits here."), advice=_("Its page says how it stands."))
    if inadmission.by_id == by.pk:
        raise Refused(
            "own-act", _("Who did not admit it does not decide the appeal."), rule="G8.II",
            advice=_("Another official of this process decides."),
        )  # fmt: skip
    inadmission.lifted, inadmission.decided_because, inadmission.decided_at = admit, stated(reason), now()
    inadmission.decided_by = by
    inadmission.decided_as = of_official(by, inadmission.submission.contribution.consultation)
    inadmission.save()
    emails.inadmission_decided(inadmission)
    return inadmission



def _held_one(inadmission: Inadmission) -> Inadmission:
    row = Inadmission.objects.select_for_update(of=("self",)).get(pk=inadmission.pk)
    row.submission = held(row.submission)
    return row
