"""Notice, reply, decision: how somebody may be separated against their will (G21)."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener, of_official
from consultations.members.leaving import emails
from consultations.members.leaving.clock import deadline_of, may_be_decided
from consultations.members.leaving.ending import separated
from consultations.members.leaving.holding import membership_held, notice_held, refuse_left
from consultations.members.leaving.officials import deciders, decides
from consultations.members.leaving.seats import Freed
from consultations.members.models import Membership, SeparationNotice
from consultations.members.tables.separation import MOST_REPLY_DAYS, NOTICED, REPLY_DAYS, Cause
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.wording import long_day
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def notice_give(
    *, membership: Membership, cause: str, facts: str, ground: str, decider: Person | None, by: Person,
    reply_days: int = REPLY_DAYS,
) -> SeparationNotice:  # fmt: skip
    """Tell a member what is held against them and on which ground; from now on the term to reply runs.

    `decider` is the official who will decide; None only where there is no other than `by`. Raises Refused for another
    cause, without facts or ground, while another notice waits, for less than ten business days, for oneself.
    """
    membership = membership_held(membership)
    refuse_left(membership)
    if membership.person_id == by.pk:
        raise Refused("own-membership", _("Nobody decides on their own place."), rule="G21")
    if cause not in NOTICED:
        raise Refused(
            "cause-without-notice", _("Notice is given of non-compliance or of a conflict of interest."), rule="G21",
            advice=_("Conclusion and resignation need none."),
        )  # fmt: skip
    if not (facts.strip() and ground.strip()):
        raise Refused(
            "notice-without-ground", _("A notice says what happened and on which ground."), rule="G21",
            advice=_("Write the facts with their dates, and the rule they breach. The member replies to both."),
        )  # fmt: skip
    _refuse_short(reply_days)
    if membership.notices.filter(decided_at__isnull=True).exists():
        raise _second()
    try:
        with transaction.atomic():
            made = SeparationNotice.objects.create(
                membership=membership, cause=cause, facts=facts.strip(), ground=ground.strip(), reply_days=reply_days,
                decider=_decider(membership, decider, by), by=by, acted_as=of_convener(by, membership.consultation),
            )  # fmt: skip
    except IntegrityError as error:
        raise _second() from error
    emails.notice_given(made, deadline_of(made))
    return made


@transaction.atomic
def notice_reply(*, notice: SeparationNotice, text: str, by: Person) -> SeparationNotice:
    """Say one's side, once, before it is decided; who convenes and who decides are told.

    A reply after its term counts as long as nothing was decided. Raises Refused without words, the second time, once
    decided, and for who takes part no more.
    """
    notice = notice_held(notice)
    refuse_left(notice.membership)
    if notice.decided_at is not None:
        raise Refused("decided-already", _("That was decided already."), rule="G21", advice=_("Its page says how."))
    if notice.replied_at is not None:
        raise Refused(
            "replied-already", _("Your reply is in: nothing was sent twice."), rule="G21",
            advice=_("Whoever decides has it. Its page shows what you wrote."),
        )  # fmt: skip
    if not text.strip():
        raise Refused("reply-empty", _("The reply is empty."), advice=_("Write what whoever decides should read."))
    notice.reply, notice.replied_at = text.strip(), now()
    notice.save(update_fields=["reply", "replied_at"])
    emails.notice_replied(notice)
    return notice


@transaction.atomic
def separation_decide(
    *, notice: SeparationNotice, separates: bool, reasons: str, public_words: str, by: Person
) -> tuple[SeparationNotice, Freed]:
    """Decide, with reasons, whether the member is separated; they get a letter with the decision.

    `reasons` are read by the member and by who convenes; `public_words` alone are published, where it separates.
    Raises Refused before the reply is in or its term is over, for who gave the notice where another official can
    decide, without reasons, once decided, and for who takes part no more.
    """
    notice = notice_held(notice)
    if notice.decided_at is not None:
        raise Refused("decided-already", _("That was decided already."), rule="G21", advice=_("Its page says how."))
    refuse_left(notice.membership)
    if not decides(by, notice):
        raise Refused(
            "decided-by-another", _("Who gives a notice does not decide it while another official can."), rule="G21",
            advice=_("%(name)s decides.") % {"name": notice.decider.name},
        )  # fmt: skip
    _refuse_unheard(notice)
    reasons = stated(reasons, rule="G21")
    if separates and not public_words.strip():
        raise Refused(
            "nothing-to-publish", _("The separation is public, and nothing is said of it."), rule="G21, G31",
            advice=_("Say in one sentence what was decided, without personal details."),
        )  # fmt: skip
    notice.separates, notice.reasons, notice.decided_at = separates, reasons, now()
    notice.decided_by, notice.decided_as = by, of_official(by, notice.membership.consultation)
    notice.save()
    freed = Freed()
    if separates:
        _made, freed = separated(
            notice.membership, Cause(notice.cause), by=by, acted_as=notice.decided_as,
            public_words=public_words.strip(), notice=notice,
        )  # fmt: skip
    emails.separation_decided(notice)
    return notice, freed


def _decider(membership: Membership, named: Person | None, by: Person) -> Person:
    others = deciders(membership, by)
    if named is None:
        if others.exists():
            raise Refused(
                "no-decider", _("Say who will decide: another official than you."), rule="G21",
                advice=_("Who gives a notice does not decide it while another official can."),
            )  # fmt: skip
        return by
    if not others.filter(pk=named.pk).exists():
        raise Refused(
            "decider-unfit", _("%(name)s can't decide this.") % {"name": named.name}, rule="G21",
            advice=_("Choose an official of this process, neither yourself nor the member."),
        )  # fmt: skip
    return named


def _refuse_short(reply_days: int) -> None:
    if not REPLY_DAYS <= reply_days <= MOST_REPLY_DAYS:
        raise Refused(
            "reply-days",
            _("The term to reply has between %(least)s and %(most)s business days.")
            % {"least": REPLY_DAYS, "most": MOST_REPLY_DAYS},
            rule="G21", advice=_("Choose a number between the two."),
        )  # fmt: skip


def _refuse_unheard(notice: SeparationNotice) -> None:
    deadline = deadline_of(notice)
    if may_be_decided(notice, deadline):
        return
    due = deadline.due_on
    raise Refused(
        "not-heard-yet", _("The member has not replied, and their term runs."), rule="G21",
        advice=_("It can be decided once the reply is in, or after %(day)s.")
        % {"day": long_day(due) if due else "—"},
    )  # fmt: skip


def _second() -> Refused:
    return Refused(
        "notice-waits", _("A notice to this member waits for its decision."), rule="G21",
        advice=_("One at a time: decide that one first."),
    )  # fmt: skip
