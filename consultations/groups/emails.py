"""Letters about groups: to those within, and of what a group publishes to those who may read it.

A letter says where something is and by when, never what is discussed: letters are forwarded.
"""

from consultations.groups.calendar import ics
from consultations.groups.models import Belonging, Group, GroupMeeting, GroupReport
from consultations.groups.queries import belongings_of, term_of, wording_of
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send


def group_admitted(belonging: Belonging) -> None:
    """To who asked: they belong to it from now on."""
    _to_person("group_admitted", belonging)


def group_declined(belonging: Belonging) -> None:
    """To who asked: they were not let in, and why."""
    _to_person("group_declined", belonging)


def group_invited(belonging: Belonging) -> None:
    """To who is invited: to what, by whom, and that the answer is theirs."""
    _to_person("group_invited", belonging)


def group_removed(belonging: Belonging) -> None:
    """To who was taken out: why."""
    _to_person("group_removed", belonging)


def group_meeting_called(meeting: GroupMeeting) -> None:
    """To its members and to officials invited by name: when and where, with a calendar entry."""
    _to_called("group_meeting_called", meeting)


def group_meeting_cancelled(meeting: GroupMeeting) -> None:
    """To the same: it was called off, and why; their calendars strike it out."""
    _to_called("group_meeting_cancelled", meeting)


def group_report_proposed(report: GroupReport) -> None:
    """To its members: what is to be told, and until when they may object."""
    due, wording = term_of(report).due_on, wording_of(report)
    for row in belongings_of(report.group):
        send(
            "consultations/emails/group_report_proposed", row.person,
            {**_about(report.group), "due": due, "link": _page(report, row.person)},
            key=f"group-report-proposed:{wording.pk}",
        )  # fmt: skip


def group_report_published(report: GroupReport) -> None:
    """To the members of the process, who may all read it: where."""
    rows = report.group.consultation.memberships.in_force().select_related("person")
    title = wording_of(report).title
    for person in {row.person_id: row.person for row in rows}.values():
        send(
            "consultations/emails/group_report_published", person,
            {**_about(report.group), "title": title, "link": _page(report, person)},
            key=f"group-report-published:{report.pk}",
        )  # fmt: skip


def _to_person(name: str, belonging: Belonging) -> None:
    person, group = belonging.person, belonging.group
    send(
        f"consultations/emails/{name}", person,
        {**_about(group), "because": belonging.ended_because, "words": belonging.words, "who": belonging.by,
         "link": link("group_page", group.consultation.reference, group.place, language=person.language)},
        key=f"{name}:{belonging.pk}",
    )  # fmt: skip


def _to_called(name: str, meeting: GroupMeeting) -> None:
    invited = [one.person for one in meeting.invited.select_related("person")]
    people = {person.pk: person for person in (*(row.person for row in belongings_of(meeting.group)), *invited)}
    consultation = meeting.group.consultation
    numbers = (consultation.reference, meeting.group.place, meeting.number)
    for person in people.values():
        page = link("group_meeting_page", *numbers, language=person.language)
        send(
            f"consultations/emails/{name}", person,
            {**_about(meeting.group), "meeting": meeting, "link": page, "zone": consultation.zone},
            attachments=[(f"{consultation.reference}-G{meeting.group.place}-M{meeting.number}.ics",
                          ics(meeting, address=page), "text/calendar")],
            key=f"{name}:{meeting.pk}",
        )  # fmt: skip


def _about(group: Group) -> dict[str, object]:
    return {"group": group, "consultation": group.consultation}


def _page(report: GroupReport, person: Person) -> str:
    numbers = (report.group.consultation.reference, report.group.place, report.number)
    return link("group_report_page", *numbers, language=person.language)
