"""What members of a group write to each other."""

from collections.abc import Sequence

from consultations.groups.holding import held
from consultations.groups.models import Group, GroupNote
from consultations.groups.standing import belongs_or_refused, capacity_of
from incidencia.accounts.models import Person
from incidencia.files.checking import Checked
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.web.keys import own_key

MOST_FILES = 5


def note_write(*, group: Group, text: str, files: Sequence[Checked], by: Person, key: str) -> GroupNote:
    """Write a note to the group, with papers; only its members ever read it (G26).

    Sent again with the same `key` it is the same note. Raises Refused for who does not belong to the group.
    """
    with atomic_with_files():
        group = held(group)
        key = own_key(key, by, group.pk)
        if known := GroupNote.objects.filter(key=key, by=by, group=group).first():
            return known
        belonging = belongs_or_refused(group, by)
        made = GroupNote.objects.create(
            group=group, text=text, by=by, acted_as=capacity_of(belonging.membership), key=key
        )
        made.attachments.set(attach_all(files, by=by, most=MOST_FILES))
    return made
