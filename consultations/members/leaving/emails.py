"""Letters about leaving: to the member at each step; to who decides once there is a reply."""

from typing import Any

from consultations.members.models import Separation, SeparationNotice
from incidencia.accounts.models import Person
from incidencia.deadlines.deadline import Deadline
from incidencia.mail.links import link
from incidencia.mail.services import send


def resigned(separation: Separation) -> None:
    """To the member: they take part no more, by their own will."""
    _to_member("membership_resigned", separation)


def concluded(separation: Separation) -> None:
    """To the member: they take part no more, and why."""
    _to_member("membership_concluded", separation)


def notice_given(notice: SeparationNotice, deadline: Deadline) -> None:
    """To the member: what is held against them, on which ground, until when they can reply, who decides."""
    _of_notice("notice_given", notice, notice.membership.person, deadline=deadline)


def notice_replied(notice: SeparationNotice) -> None:
    """To the member, as a receipt; to who decides and to who gave the notice: the reply is in."""
    for person in {notice.membership.person, notice.decider, notice.by}:
        _of_notice("notice_replied", notice, person, own=person == notice.membership.person)


def separation_decided(notice: SeparationNotice) -> None:
    """To the member: the decision and its reasons."""
    _of_notice("separation_decided", notice, notice.membership.person)


def _of_notice(name: str, notice: SeparationNotice, person: Person, **more: Any) -> None:
    consultation = notice.membership.consultation
    send(
        f"consultations/emails/{name}", person,
        {"notice": notice, "consultation": consultation, **more,
         "link": link("notice_page", consultation.reference, notice.pk, language=person.language)},
        key=f"{name}:{notice.pk}",
    )  # fmt: skip


def _to_member(name: str, separation: Separation) -> None:
    consultation, person = separation.membership.consultation, separation.membership.person
    send(
        f"consultations/emails/{name}", person,
        {"separation": separation, "consultation": consultation,
         "link": link("separation_list", consultation.reference, language=person.language)},
        key=f"{name}:{separation.pk}",
    )  # fmt: skip
