"""What somebody is still writing: kept for them alone until it is sent."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from consultations.modes.opinion.models import Draft
from consultations.modes.opinion.sending.where import Where
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked, refuse_too_many
from incidencia.files.models import Attachment
from incidencia.files.services import atomic_with_files, attach_all, remove

FIELDS = ("speaking_as", "title", "position", "text", "language")
LONGEST = 200_000  # characters of a draft's field: more than can be sent, so that nothing typed is lost
MOST_FILES = 5


def draft_of(where: Where, person: Person) -> Draft | None:
    """Promise the draft of a person here, or None. One query."""
    return Draft.objects.filter(
        consultation=where.consultation, question=where.question, person=person
    ).first()  # fmt: skip


def draft_save(
    *, where: Where, person: Person, typed: Mapping[str, str], files: Sequence[Checked] = ()
) -> Draft:
    """Keep what was typed so far, right or wrong, and add `files` to it. Raises Refused above five files."""
    fields = {name: str(typed.get(name, ""))[:LONGEST].replace("\x00", "") for name in FIELDS}
    with atomic_with_files():
        draft, _made = Draft.objects.select_for_update().get_or_create(
            consultation=where.consultation, question=where.question, person=person, defaults={"fields": fields}
        )
        refuse_too_many([*draft.attachments.all(), *files], MOST_FILES)
        draft.fields, draft.saved_at = fields, now()
        draft.save(update_fields=["fields", "saved_at"])
        draft.attachments.add(*attach_all(files, by=person))
    return draft


def draft_leave(*, draft: Draft) -> None:
    """Throw a draft away, with its files. Again changes nothing."""
    with transaction.atomic():
        files = list(draft.attachments.all())
        draft.delete()
        for file in files:
            remove(file)


def file_leave(*, draft: Draft, pk: int) -> Attachment | None:
    """Take one file out of a draft. None where it is not there any more."""
    with transaction.atomic():
        file = draft.attachments.filter(pk=pk).first()
        if file is not None:
            draft.attachments.remove(file)
            remove(file)
        return file
