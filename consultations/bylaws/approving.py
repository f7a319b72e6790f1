"""Approval of a version: by an agreement of a session, or by the members' recorded assents (G25, G31)."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.bylaws import queries
from consultations.bylaws.criteria import RULES, Criterion, Tally, all_spoke, is_met
from consultations.bylaws.holding import held, refuse_unless
from consultations.bylaws.models import BylawsVersion, Way
from consultations.bylaws.states import State
from consultations.capacities import of_convener
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def approve_by_assents(*, version: BylawsVersion, by: Person) -> BylawsVersion:
    """Record that the members' assents meet the criterion they were told. Again changes nothing.

    Raises Refused for a version nobody was asked about, while somebody with a vote may still speak, while a comment
    has no answer (G8.I), and where the criterion is not met, with the counts.
    """
    version = held(version)
    if version.state in (State.APPROVED, State.PUBLISHED):
        return version
    _refuse_unasked(version)
    sides = queries.tallies(version)
    if version.state is State.CONSIDERED and not all_spoke(sides):
        raise Refused(
            "members-may-still-speak", _("The members' term runs, and not everybody has spoken."), rule="G25",
            advice=_("Wait until it is over. It can be approved before only once everybody with a vote has spoken."),
        )  # fmt: skip
    _refuse_unanswered(version)
    criterion = Criterion(version.criterion)
    if not is_met(criterion, sides):
        raise Refused(
            "criterion-not-met",
            _("The criterion is not met. %(civil)s %(public)s")
            % {"civil": _counted(_("Civil society"), sides[0]), "public": _counted(_("Public service"), sides[1])},
            rule=f"G31: {RULES[criterion]}",
            advice=_("Withdraw it with a reason and submit a version that takes up the objections, or bring it to a "
                     "session."),
        )  # fmt: skip
    return _approved(version, Way.ASSENTS, sides, by)


@transaction.atomic
def approve_by_session(*, version: BylawsVersion, agreement: str, by: Person) -> BylawsVersion:
    """Record the agreement by which a session approved the version; the session's own rule is the criterion.

    Again changes nothing. Raises Refused for a version nobody was asked about, while a comment has no answer, and for
    an agreement that is not of a session of this process since the members were asked, or does not say the number of
    the version.
    """
    version = held(version)
    if version.state in (State.APPROVED, State.PUBLISHED):
        return version
    _refuse_unasked(version)
    _refuse_unanswered(version)
    reference = agreement.strip().upper()
    found = queries.agreements_since(version).filter(reference=reference).first()
    if found is None:
        raise Refused(
            "no-such-agreement",
            _("No session of this process took that agreement since the members were asked."), rule="G25, G31",
            advice=_("Write its reference as the minutes have it, for example %(reference)s-S3-A2.")
            % {"reference": version.consultation.reference},
        )  # fmt: skip
    if not queries.names_it(found.text, version):
        raise Refused(
            "names-no-version",
            _("That agreement does not say that it approves version %(n)s.") % {"n": version.number}, rule="G25, G31",
            advice=_("Choose the one that does; or have the session agree: “Version %(n)s of the operating rules is "
                     "approved”.") % {"n": version.number},
        )  # fmt: skip
    version.agreement = reference
    return _approved(version, Way.SESSION, queries.tallies(version), by)


def _approved(version: BylawsVersion, way: Way, sides: tuple[Tally, Tally], by: Person) -> BylawsVersion:
    at = now()
    voters = version.consultation.memberships.in_force().filter(vote=True)
    # What somebody said who has left since is kept, and does not count.
    version.considerations.filter(superseded_at__isnull=True).exclude(membership__in=voters.values("pk")).update(
        superseded_at=at
    )
    version.way, version.approved_at, version.approved_by = way, at, by
    version.approved_as = of_convener(by, version.consultation)
    version.civil_asked, version.public_asked = (side.asked for side in sides)
    version.save()
    return version


def _refuse_unasked(version: BylawsVersion) -> None:
    if version.state is State.DRAFT:
        raise Refused(
            "nobody-was-asked", _("The members have not been asked about this version."), rule="G25",
            advice=_("Submit it to their consideration first."),
        )  # fmt: skip
    refuse_unless(version, State.CONSIDERED, State.CLOSED)


def _refuse_unanswered(version: BylawsVersion) -> None:
    if waiting := queries.unanswered(version):
        raise Refused(
            "comments-unanswered", _("Comments without an answer: %(n)s.") % {"n": waiting}, rule="G8.I",
            advice=_("Answer each with reasons; then approve."),
        )  # fmt: skip


def _counted(side: str, tally: Tally) -> str:
    return _("%(side)s: %(agree)s agree, %(object)s object, %(silent)s silent.") % {
        "side": side, "agree": tally.agree, "object": tally.object, "silent": tally.silent
    }  # fmt: skip
