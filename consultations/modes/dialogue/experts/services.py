"""An opinion is asked through the officer in charge, who forwards or declines it; it is recorded in the thread."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener, of_official
from consultations.members.kinds import Side as Seat
from consultations.members.queries import membership_of
from consultations.modes.dialogue import emails
from consultations.modes.dialogue.holding import held
from consultations.modes.dialogue.models import ExpertOpinion, Thread
from consultations.modes.dialogue.refusing import refuse_hidden, refuse_settled
from consultations.modes.dialogue.standing import of_civil, speaker_in, voices_in
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.web.refusals import Refused, stated

MOST_DAYS = 60
MOST_FILES = 5


@transaction.atomic
def expert_ask(
    *, thread: Thread, of_whom: str, question: str, days: int, language: str, by: Person, key: str
) -> ExpertOpinion:
    """Ask for the opinion of an official or an expert (G28); the turn of the thread does not move.

    Sent again with the same `key`, it is the same request. Raises Refused for whoever is neither a party nor a
    member, and once the thread is settled.
    """
    thread = held(thread)
    if known := ExpertOpinion.objects.filter(key=key, asked_by=by).first():
        return known
    refuse_settled(thread)
    consultation = thread.contribution.consultation
    member = membership_of(consultation, by)
    if member is not None and member.side == Seat.CIVIL:
        acted_as = of_civil(member)
    else:
        choice = next((one.choice for one in voices_in(thread, by)), "")
        acted_as = speaker_in(thread, by, choice).acted_as
    refuse_hidden(thread, Side.PUBLIC if is_official_of(by, consultation) else Side.CIVIL)
    made = ExpertOpinion.objects.create(
        thread=thread, of_whom=of_whom.strip(), question=question.strip(), days=days, asked_at=now(), asked_by=by,
        asked_as=acted_as, language=language, key=key,
    )  # fmt: skip
    emails.opinion_asked(made)
    return made


@transaction.atomic
def expert_forward(*, opinion: ExpertOpinion, email: str, by: Person) -> ExpertOpinion:
    """Forward it: its own clock begins. `email` is the account of whoever is asked, empty for somebody without one.

    Raises Refused once it was decided or the thread is settled, for an address that is nobody's account, and for
    somebody who may not read the thread.
    """
    opinion = _held(opinion)
    refuse_settled(opinion.thread)
    _refuse_decided(opinion)
    invited = None
    if email.strip():
        invited = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
        if invited is None:
            raise Refused(
                "no-account", _("Nobody has an account with that address."), rule="G28",
                advice=_("Leave it empty: an official records the opinion when it arrives."),
            )  # fmt: skip
    contribution = opinion.thread.contribution
    if invited is not None and not invited.has_perm("consultations.contribution_view", contribution):
        raise Refused(
            "reads-it-not", _("%(name)s does not read this thread: only its members do.") % {"name": invited.name},
            rule="G28", advice=_("Leave it empty: an official records the opinion when it arrives."),
        )  # fmt: skip
    opinion.forwarded_at, opinion.invited, opinion.decided_by = now(), invited, by
    opinion.decided_as = of_convener(by, opinion.thread.contribution.consultation)
    opinion.save(update_fields=["forwarded_at", "invited", "decided_by", "decided_as"])
    emails.opinion_forwarded(opinion)
    return opinion


@transaction.atomic
def expert_decline(*, opinion: ExpertOpinion, reason: str, by: Person) -> ExpertOpinion:
    """Decline it, with a reason everybody reads. Raises Refused without one, and once it was decided."""
    opinion = _held(opinion)
    _refuse_decided(opinion)
    opinion.declined_at, opinion.declined_because, opinion.decided_by = now(), stated(reason, rule="G28"), by
    opinion.decided_as = of_convener(by, opinion.thread.contribution.consultation)
    opinion.save(update_fields=["declined_at", "declined_because", "decided_by", "decided_as"])
    emails.opinion_declined(opinion)
    return opinion


def expert_record(
    *, opinion: ExpertOpinion, text: str, given_by: str, files: Sequence[Checked], by: Person
) -> ExpertOpinion:
    """Record the opinion, with its files; whoever follows the thread is told. The turn does not move.

    Raises Refused before it is forwarded, once it is recorded (what was given is not replaced) or the thread is
    settled, and for all but whoever was invited.
    """
    with atomic_with_files():
        opinion = _held(opinion)
        if opinion.forwarded_at is None:
            raise Refused(
                "not-forwarded", _("It was not forwarded."), rule="G28", advice=_("The officer in charge decides.")
            )
        if opinion.recorded_at is not None:
            raise Refused(
                "recorded", _("The opinion is recorded already."), rule="G28", advice=_("Read it in the thread.")
            )
        refuse_settled(opinion.thread)
        if opinion.invited_id is not None and opinion.invited_id != by.pk:
            raise Refused(
                "not-yours-to-give", _("Only whoever was asked records this opinion."), rule="G28",
                advice=_("Its clock runs in public until they do."),
            )  # fmt: skip
        consultation = opinion.thread.contribution.consultation
        official = is_official_of(by, consultation)
        opinion.text, opinion.given_by = stated(text, rule="G28"), given_by.strip() or opinion.of_whom
        opinion.recorded_at, opinion.recorded_by = now(), by
        opinion.recorded_as = of_official(by, consultation) if official else opinion.of_whom
        opinion.save(update_fields=["text", "given_by", "recorded_at", "recorded_by", "recorded_as"])
        opinion.attachments.set(attach_all(files, by=by, most=MOST_FILES))
        emails.opinion_recorded(opinion)
    return opinion


def _refuse_decided(opinion: ExpertOpinion) -> None:
    if opinion.decided_by_id is not None:
        raise Refused(
            "decided", _("It was forwarded or declined already."), rule="G28", advice=_("Its thread says how.")
        )


def _held(opinion: ExpertOpinion) -> ExpertOpinion:
    row = (
        ExpertOpinion.objects.select_for_update(of=("self",)).select_related("asked_by", "thread").get(pk=opinion.pk)
    )
    row.thread = held(row.thread)
    return row
