"""Sign-ons: joining somebody's submission by name, as a person or for an organization (E11)."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.opinion.holding import held
from consultations.modes.opinion.models import SignOn, Submission
from consultations.modes.opinion.sending.closing import refuse_hidden
from consultations.spine.services import follow_from_now
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import voice_of
from incidencia.web.refusals import Refused


@transaction.atomic
def sign_on(*, submission: Submission, by: Person, speaking_as: str) -> SignOn:
    """Join a submission; whoever joins follows it from now on. Again in the same name changes nothing.

    Raises Refused for its author, for its own organization, and once a response was published.
    """
    submission = held(submission)
    refuse_hidden(submission)
    voice = voice_of(by, speaking_as)
    contribution = submission.contribution
    if contribution.author_id == by.pk or (voice.organization and contribution.organization == voice.organization):
        raise Refused("own", _("It is yours, or your organization's, already."), advice=_("Ask others to sign on."))
    if submission.responses.filter(response__published_at__isnull=False).exists():
        raise Refused(
            "answered", _("It was answered: nobody signs on now."), advice=_("Follow it to hear what comes of it.")
        )
    named = {"organization": voice.organization} if voice.organization else {"organization": None, "person": by}
    made, _new = SignOn.objects.get_or_create(
        submission=submission, withdrawn_at=None, **named,
        defaults={"person": by, "capacity": voice.capacity, "version": submission.current, "at": now()},
    )  # fmt: skip
    follow_from_now(contribution=contribution, person=by)
    return made


@transaction.atomic
def sign_off(*, sign_on: SignOn) -> None:
    """Withdraw a sign-on; that it was there stays on the record. Again changes nothing."""
    SignOn.objects.filter(pk=sign_on.pk, withdrawn_at=None).update(withdrawn_at=now())
