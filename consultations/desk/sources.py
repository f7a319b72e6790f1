"""Where what waits for somebody is known: each room answers for its own matters, in the active language."""

from consultations.bylaws import waiting as bylaws
from consultations.desk import organizations, sessions
from consultations.desk.asked import Source, told
from consultations.desk.reach import reach_of
from consultations.desk.row import Waiting, by_deadline
from consultations.exchange import waiting as exchange
from consultations.groups import waiting as groups
from consultations.members import waiting as members
from consultations.members.leaving import waiting as leaving
from consultations.members.renewal import waiting as renewal
from consultations.moderation import waiting as moderation
from consultations.modes.comanagement import waiting as comanagement
from consultations.modes.deliberation import waiting as deliberation
from consultations.modes.dialogue import waiting as dialogue
from consultations.modes.information import waiting as information
from consultations.modes.opinion import waiting as opinion
from consultations.modes.opinion.admitting import waiting as admitting
from consultations.modes.opinion.answering import waiting as answering
from consultations.modes.opinion.referring import waiting as referring
from consultations.modes.surveillance import waiting as surveillance
from incidencia.accounts.models import Person

SOURCES: list[Source] = [
    sessions.to_attend,
    sessions.to_convene,
    sessions.to_confirm,
    sessions.to_answer,
    sessions.to_break,
    information.to_read,
    opinion.to_send,
    opinion.to_judge,
    answering.to_answer,
    referring.to_answer,
    answering.to_mend,
    answering.to_finish,
    moderation.to_decide,
    moderation.to_appeal,
    admitting.to_decide,
    admitting.to_appeal,
    comanagement.of_leads,
    comanagement.to_consider,
    members.to_decide,
    members.to_accept,
    leaving.to_reply,
    leaving.to_decide,
    renewal.to_know,
    renewal.to_renew,
    bylaws.to_consider,
    bylaws.to_finish,
    deliberation.to_say,
    deliberation.to_place,
    deliberation.to_admit,
    deliberation.to_decide,
    organizations.to_decide,
    organizations.to_appeal,
    organizations.to_vouch,
    organizations.to_affiliate,
    organizations.to_speak,
    dialogue.to_answer,
    dialogue.to_reply,
    dialogue.to_assent,
    dialogue.to_give,
    surveillance.to_accept,
    surveillance.to_check,
    surveillance.to_reply,
    groups.to_attend,
    groups.to_confirm,
    groups.to_join,
    groups.to_decide,
    groups.to_object,
    exchange.to_decide,
    exchange.to_publish,
]


def waiting_for(person: Person) -> list[Waiting]:
    """Promise all that waits for the person, what is due first on top.

    Six queries, and those of the sources where something waits, whatever its number.
    """
    return by_deadline(told(SOURCES, reach_of(person)))
