"""Groups for tests, made by the real services. `SECRET` is in every word that only the group may read."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from consultations.groups import services
from consultations.groups.models import Belonging, Group, GroupMeeting, GroupNote, GroupReport, Minuta
from consultations.groups.queries import found
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_token

SECRET = "testimonio-que-no-sale"
NAME = "Mesa de organizaciones"


def group(of: Consultation, by: Person, **values: Any) -> Group:
    """A caucus that its members alone read, into which one asks."""
    told = {
        "kind": "caucus", "side": "", "readers": "group", "joining": "asking", "name": NAME,
        "purpose": f"Preparar: {SECRET}", "language": "es", "objection_days": 2, **values,
    }  # fmt: skip
    made = services.group_convene(consultation=of, values=told, by=by, key=new_token())
    return found().get(pk=made.pk)


def working(of: Consultation, by: Person, **values: Any) -> Group:
    """A working group of both sides, open to everybody's eyes."""
    told = {"kind": "working", "readers": "everybody", "joining": "open", "purpose": "Reunir cifras", **values}
    return group(of, by, **told)


def joined(to: Group, person: Person, *, by: Person) -> Belonging:
    """Somebody who asked and was let in, or who joined where that is open."""
    row = services.group_join(group=to, words=SECRET, by=person)
    return row if row.joined_at else services.group_admit(belonging=row, by=by)


def meeting(of: Group, by: Person, *, officials: Iterable[Person] = (), **values: Any) -> GroupMeeting:
    """A meeting in three days."""
    told = {
        "title": f"Reunión {SECRET}", "agenda": f"- {SECRET}", "language": "es", "minutes": 60,
        "starts_at": now() + timedelta(days=3), "place": f"Patio {SECRET}", "link": f"https://example.org/{SECRET}",
        **values,
    }  # fmt: skip
    return services.group_meeting_call(group=of, values=told, officials=officials, by=by, key=new_token())


def began(of: GroupMeeting) -> GroupMeeting:
    """The same, and its hour has come."""
    GroupMeeting.objects.filter(pk=of.pk).update(starts_at=now() - timedelta(hours=2))
    of.refresh_from_db()
    return of


def minuta(of: GroupMeeting, by: Person, present: Iterable[Person], **values: Any) -> Minuta:
    """What was discussed."""
    told = {"text": f"Se habló de {SECRET}.", "language": "es", "base": 0, **values}
    return services.minuta_write(meeting=of, present=present, by=by, **told)


def report(of: Group, by: Person, **values: Any) -> GroupReport:
    """Words put to the group."""
    told = {"title": f"Informe {SECRET}", "text": f"Decimos {SECRET}.", "audience": "everybody", "language": "es",
            "meeting": None, **values}  # fmt: skip
    return services.group_report_propose(group=of, values=told, by=by, key=new_token())


def note(of: Group, by: Person, text: str = f"Nota con {SECRET}", files: Any = ()) -> GroupNote:
    """A note within the group."""
    return services.note_write(group=of, text=text, files=files, by=by, key=new_token())
