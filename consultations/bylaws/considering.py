"""What members do with a version: agree or object with reasons, comment a part; and what they are answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.bylaws import emails
from consultations.bylaws.holding import held, refuse_unless
from consultations.bylaws.models import BylawsVersion, Consideration, PartComment
from consultations.bylaws.parts import Part
from consultations.bylaws.states import State
from consultations.capacities import of_convener, of_member
from consultations.members.models import Membership
from consultations.members.queries import membership_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def bylaws_consider(*, version: BylawsVersion, agrees: bool, reason: str, by: Person) -> Consideration:
    """Say that one agrees, or objects and why. Within the term one may say something else: the last word counts.

    The same twice is said once. Raises Refused outside the term, without a vote, and for an objection without reason.
    """
    version = held(version)
    refuse_unless(version, State.CONSIDERED)
    member = _member(version, by, vote=True)
    reason = reason.strip()
    if not agrees and not reason:
        raise Refused(
            "objection-without-reason", _("An objection says why."), rule="G8.III",
            advice=_("Name the part, and what would have to change."),
        )  # fmt: skip
    before = version.considerations.filter(membership=member, superseded_at__isnull=True).first()
    if before is not None:
        if (before.agrees, before.reason) == (agrees, reason):
            return before
        before.superseded_at = now()
        before.save(update_fields=["superseded_at"])
    return Consideration.objects.create(
        version=version, membership=member, agrees=agrees, reason=reason, by=by, acted_as=of_member(member)
    )


@transaction.atomic
def bylaws_comment(*, version: BylawsVersion, part: str, text: str, language: str, by: Person) -> PartComment:
    """Comment one part, within the term. The same words on the same part twice are one comment.

    Raises Refused outside the term, without voice, without words, for a part that is not one of the nine.
    """
    version = held(version)
    refuse_unless(version, State.CONSIDERED)
    member = _member(version, by, vote=False)
    if part not in Part.values:
        raise Refused("no-such-part", _("The rules have no such part."), rule="G25")
    if not text.strip():
        raise Refused("comment-empty", _("The comment is empty."), advice=_("Write what should change, and why."))
    said = {"version": version, "part": part, "by": by, "text": text.strip()}
    if known := PartComment.objects.filter(**said).first():
        return known
    return PartComment.objects.create(**said, language=language, acted_as=of_member(member))


@transaction.atomic
def comment_answer(*, comment: PartComment, answer: str, by: Person) -> PartComment:
    """Answer a comment, with reasons; its author gets a letter. Raises Refused the second time and without words."""
    version = held(comment.version)
    comment = PartComment.objects.select_for_update(of=("self",)).select_related("by").get(pk=comment.pk)
    comment.version = version
    if comment.answered_at is not None:
        raise Refused("answered-already", _("This comment has its answer."), advice=_("The page shows it."))
    comment.answer, comment.answered_at = stated(answer, rule="G8.I"), now()
    comment.answered_by, comment.answered_as = by, of_convener(by, version.consultation)
    comment.save()
    emails.comment_answered(comment)
    return comment


def _member(version: BylawsVersion, by: Person, *, vote: bool) -> Membership:
    member = membership_of(version.consultation, by)
    if member is None or not (member.vote if vote else member.voice):
        raise Refused(
            "no-vote" if vote else "no-voice",
            _("Only members with a vote are asked.") if vote else _("Only members with voice comment."), rule="G25",
            advice=_("Whoever is no member can raise an issue, which is answered with reasons."),
        )  # fmt: skip
    return member
