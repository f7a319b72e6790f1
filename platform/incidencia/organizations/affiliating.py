"""Who belongs to which network: proposed by the network, answered by the member, ended by either (A8)."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations import counting, emails, networks, speaking
from incidencia.organizations.models import Affiliation, Organization
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused

COUNTED = "A8"


@transaction.atomic
def affiliation_propose(*, network: Organization, member: Organization, by: Person) -> Affiliation:
    """Propose to `member` to be listed in `network`; those who speak for it get a letter.

    Raises Refused when `by` doesn't speak for the network, it is none, the two are one or already joined or waiting,
    or the network itself belongs to `member`.
    """
    voice = speaking.voice_of(by, str(network.pk))
    _lock(network, member)
    _refuse_pair(network, member)
    made = Affiliation.objects.create(network=network, member=member, proposed_by=by, proposed_as=voice.capacity)
    emails.affiliation_proposed(made)
    return made


@transaction.atomic
def affiliation_accept(*, affiliation: Affiliation, by: Person) -> Affiliation:
    """Accept for the member: from today it is listed in the network, and the two count once.

    Raises Refused when `by` doesn't speak for the member, it was answered, or it would close a circle.
    """
    joined = _waiting(affiliation)
    voice = speaking.voice_of(by, str(joined.member_id))
    _refuse_circle(joined.network, joined.member)
    joined.is_accepted, joined.starts_on = True, today()
    return _answered(joined, voice)


@transaction.atomic
def affiliation_decline(*, affiliation: Affiliation, by: Person) -> Affiliation:
    """Decline for the member, or withdraw for the network. Raises Refused when `by` speaks for neither."""
    waiting = _waiting(affiliation)
    return _answered(waiting, _either(by, waiting))


@transaction.atomic
def affiliation_end(*, affiliation: Affiliation, by: Person) -> Affiliation:
    """End a membership at once, from either side. Ending what is over changes nothing.

    Raises Refused when `by` speaks for neither.
    """
    _lock(affiliation.network, affiliation.member)
    joined = Affiliation.objects.select_related("network", "member").get(pk=affiliation.pk)
    voice = _either(by, joined)
    if joined.is_accepted and joined.is_in_force():
        joined.ended_by, joined.ended_as = by, voice.capacity
        joined.save(update_fields=["ended_by", "ended_as"])
        joined.cut_short()
    return joined


def _answered(affiliation: Affiliation, voice: speaking.Voice) -> Affiliation:
    affiliation.answered_by, affiliation.answered_as = voice.person, voice.capacity
    affiliation.answered_at = clock.now()
    affiliation.save()
    return affiliation


def _waiting(affiliation: Affiliation) -> Affiliation:
    _lock(affiliation.network, affiliation.member)
    waiting = Affiliation.objects.select_related("network", "member").get(pk=affiliation.pk)
    if waiting.answered_at is not None:
        raise Refused(
            "affiliation-answered",
            _("This proposal was already answered or withdrawn."),
            advice=_("The network can propose it again."),
        )
    return waiting


def _either(by: Person, affiliation: Affiliation) -> speaking.Voice:
    """The voice of whoever speaks for the member or, else, for the network."""
    mine = {voice.choice: voice for voice in speaking.voices(by)}
    voice = mine.get(str(affiliation.member_id)) or mine.get(str(affiliation.network_id))
    return voice or speaking.voice_of(by, str(affiliation.member_id))


def _refuse_pair(network: Organization, member: Organization) -> None:
    if not network.is_network:
        raise Refused(
            "not-a-network",
            _("%(name)s is not a network of organizations.") % {"name": network.name},
            rule=COUNTED,
            advice=_("If it is one, say so among its facts."),
        )
    if network.pk == member.pk:
        raise Refused(
            "network-of-itself", _("A network is not a member of itself."), advice=_("Choose another organization.")
        )
    if networks.proposals_of(network).filter(member=member).exists():
        raise Refused(
            "affiliation-waits",
            _("%(name)s has not answered yet.") % {"name": member.name},
            advice=_("Write to its representatives: its page names them."),
        )
    if networks.members_of(network).filter(member=member).exists():
        raise Refused(
            "affiliation-exists",
            _("%(name)s is a member of the network already.") % {"name": member.name},
            advice=_("Nothing needs to be done."),
        )
    _refuse_circle(network, member)


def _refuse_circle(network: Organization, member: Organization) -> None:
    above = counting.networks_above(networks.pairs())
    if member.pk in above[network.pk]:
        raise Refused(
            "network-circle",
            _("%(network)s belongs to %(member)s: they can't be members of each other.")
            % {"network": network.name, "member": member.name},
            rule=COUNTED,
            advice=_("End the other membership first."),
        )


def _lock(network: Organization, member: Organization) -> None:
    """One act at a time on either side: what was checked still holds when it is written."""
    list(Organization.objects.select_for_update().filter(pk__in=[network.pk, member.pk]).order_by("pk"))
