"""On which side somebody speaks in a thread, and as what."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.activities.models import Activity, Visibility
from consultations.activities.rules import takes_part
from consultations.capacities import of_convener, of_official
from consultations.members.kinds import Side as Seat
from consultations.members.models import Membership
from consultations.models import Consultation
from consultations.modes.dialogue.models import Party, Thread
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.organizations import capacities
from incidencia.organizations.models import Organization, Representation
from incidencia.organizations.queries import speaks_for
from incidencia.organizations.speaking import Voice, voice_of, voices
from incidencia.web.refusals import Refused

OF_THE_CONVENER = "Coordina el proceso por la autoridad convocante"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a thread: side, person, organization and the words of the record."""

    side: Side
    person: Person
    organization: Organization | None
    acted_as: str
    powers: str = ""  # of an official: to make agreements (G22)


def voices_for(activity: Activity, person: Person) -> list[Voice]:
    """Promise in whose name `person` may open or join a thread: a verified organization (A8), or as a member of
    civil society, in any name. Two queries.
    """
    known = voices(person)
    return known if is_civil_member(person, activity.consultation) else [one for one in known if one.is_verified]


def is_civil_member(person: Person, consultation: Consultation) -> bool:
    """Promise whether `person` was admitted to the side of civil society. One query."""
    return consultation.memberships.in_force().filter(person=person, side=Seat.CIVIL).exists()


def voice_for(activity: Activity, person: Person, choice: str) -> Voice:
    """Promise the voice `choice` names. Raises Refused where it may not open or join a thread (A8)."""
    voice = voice_of(person, choice)
    if not _belongs(person, activity):
        raise Refused(
            "members-only", _("Only the members of this process open and join threads here."), rule="A8",
            advice=_("Apply to take part in it."),
        )  # fmt: skip
    if not voice.is_verified and not is_civil_member(person, activity.consultation):
        raise Refused(
            "not-verified",
            _("Threads are opened and joined by verified organizations and by the members of civil society."),
            rule="A8",
            advice=_("Ask for the verification of your organization, or apply to take part in this process."),
        )
    return voice


def represented(person: Person) -> Q:
    """Promise the condition "a party that `person` speaks for today", on parties."""
    mandates = Representation.objects.in_force().filter(person=person).values("organization")
    return Q(person=person, organization__isnull=True) | Q(organization__in=mandates)


def is_party(person: Person, thread: Thread) -> bool:
    """Promise whether `person` speaks for a party of the thread today. Two queries at most."""
    if not _belongs(person, thread.activity):
        return False
    return Party.objects.filter(represented(person), thread=thread).exists()


def _belongs(person: Person, activity: Activity) -> bool:
    """Whether they read what members say: whoever left the process writes and concludes nothing in it."""
    return activity.visibility == Visibility.PUBLIC or bool(takes_part(person, activity))


def is_opener(person: Person, thread: Thread) -> bool:
    """Promise whether `person` opened the thread, or speaks for its organization today. One query at most."""
    contribution = thread.contribution
    if contribution.author_id == person.pk:
        return True
    return contribution.organization is not None and speaks_for(person, contribution.organization)


def voices_in(thread: Thread, person: Person) -> list[Voice]:
    """Promise the voices of `person` that are parties of the thread. Three queries at most."""
    if not _belongs(person, thread.activity):
        return []
    rows = list(Party.objects.filter(represented(person), thread=thread).values_list("organization", flat=True))
    return [one for one in voices(person) if (one.organization.pk if one.organization else None) in rows]


def speaker_in(thread: Thread, person: Person, choice: str) -> Speaker:
    """Promise as what `person` speaks: an official for the authority, a party for civil society.

    Without `choice` the only voice there is. Raises Refused for anybody else.
    """
    consultation = thread.contribution.consultation
    if is_official_of(person, consultation):
        return official(person, consultation)
    mine = voices_in(thread, person)
    if not mine:
        raise Refused(
            "no-party",
            _("Only the parties of this thread and the officials of its process write in it."),
            rule="G11.II",
            advice=_("Join it as a party first: its page says who may."),
        )
    if not choice and len(mine) > 1:
        raise Refused("choose-a-name", _("Choose in whose name you write."), advice=_("You take part in several."))
    chosen = next((one for one in mine if one.choice == (choice or mine[0].choice)), None)
    if chosen is None:
        chosen = voice_of(person, choice)
        raise Refused(
            "no-party", _("%(who)s is no party of this thread.") % {"who": chosen.label}, rule="G11.II",
            advice=_("Write in the name in which you take part."),
        )  # fmt: skip
    return Speaker(Side.CIVIL, person, chosen.organization, chosen.capacity)


def of_civil(member: Membership) -> str:
    """Promise the words of the record for a member of civil society, in Spanish, never translated."""
    return ", ".join(part for part in (member.capacity, member.speaks_for) if part) or capacities.ONESELF


def official(person: Person, consultation: Consultation) -> Speaker:
    """Promise an official of the process as a speaker, with office and power to make agreements (G22)."""
    seat = consultation.memberships.in_force().filter(person=person, side=Seat.PUBLIC).first()
    powers = seat.powers if seat else ""
    if not powers and of_convener(person, consultation):
        powers = OF_THE_CONVENER
    return Speaker(Side.PUBLIC, person, None, of_official(person, consultation), powers)
