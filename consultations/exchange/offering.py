"""Offering something public to another process; a member's offer goes through the coordination of their own (G28)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.capacities import of_convener
from consultations.exchange import emails
from consultations.exchange.checklist import Checklist
from consultations.exchange.models import Kind, Lesson, Share
from consultations.groups.standing import capacity_of, membership_in
from consultations.lifecycle import State
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.information.queries import public_of
from consultations.rules import convenes
from consultations.services import locked
from consultations.spine.services import digest
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.models import Attachment
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local, local_lang


@transaction.atomic
def document_offer(
    *, source: Consultation, to: Consultation, item: Item, attachment: Attachment | None = None, why: str, by: Person
) -> Share:
    """Offer a published item, or one file of it. Raises Refused for what not everybody reads (A9), or as `_offer`."""
    version = public_of(source).filter(item=item).first()
    if version is None or item.reserved or item.activity.visibility != Visibility.PUBLIC:
        raise Refused(
            "not-public", _("Only what everybody reads is shared: this is reserved, or not published for everybody."),
            rule="A9", advice=_("Publish it first, or share what says the same in public."),
        )  # fmt: skip
    if attachment is not None and not version.attachments.filter(pk=attachment.pk).exists():
        raise Refused("not-public", _("That file is not part of what is published now."), rule="A9")
    return _offer(
        source, to, Kind.DOCUMENT, why, by, item=item, attachment=attachment, language=local_lang(version, "title"),
        title=attachment.name[:200] if attachment else local(version, "title"),
        about={"item": item.reference, "file": attachment.sha256 if attachment else ""},
    )  # fmt: skip


@transaction.atomic
def lesson_offer(*, lesson: Lesson, to: Consultation, why: str, by: Person) -> Share:
    """Offer a lesson of the library. Raises Refused for one that is not in it, and as `_offer`."""
    if not lesson.is_in_library:
        raise Refused(
            "not-public", _("Only what everybody reads is shared: this lesson is not in the library."), rule="A9",
            advice=_("The coordination of the process puts it there."),
        )  # fmt: skip
    return _offer(
        lesson.consultation, to, Kind.LESSON, why, by, lesson=lesson, title=lesson.title, language=lesson.language,
        about={"lesson": lesson.pk},
    )  # fmt: skip


@transaction.atomic
def checklist_offer(
    *, source: Consultation, to: Consultation, checklist: Checklist, source_url: str, why: str, by: Person
) -> Share:
    """Offer a checklist to copy; `source_url` is the path of the public page it comes from. Raises as `_offer`."""
    payload = checklist.payload()
    return _offer(
        source, to, Kind.CHECKLIST, why, by, title=checklist.name, language=checklist.language, payload=payload,
        source_url=_path(source_url), about=payload,
    )  # fmt: skip


def _offer(
    source: Consultation, to: Consultation, kind: Kind, why: str, by: Person, *, about: Mapping[str, Any], **what: Any
) -> Share:
    """Keep the offer. Who convenes passes it on by offering it; a member's waits for them. Sent twice it is the same.

    Raises Refused to one's own process, to one that is not public or has ended, without a why, for who is neither a
    member nor convenes, and where somebody offered the same already.
    """
    if source.pk == to.pk:
        raise Refused(
            "own-process", _("That is the process it comes from."), rule="G28", advice=_("Choose another process.")
        )
    source = locked(source)
    if source.published_at is None:
        raise Refused(
            "not-public", _("This process is not public yet."), rule="A9", advice=_("Publish its call first.")
        )
    if to.published_at is None or to.state in (State.DRAFT, State.CONCLUDED):
        raise Refused("no-process", _("That process does not work now."), rule="G28", advice=_("Choose another one."))
    if not why.strip():
        raise Refused("reason-needed", _("Say why it would help them."), rule="G28")
    officer, acted_as = offers_as(source, by)
    mark = digest({"kind": kind.value, **about})
    known = Share.objects.filter(source=source, to=to, hash=mark, ended_at__isnull=True).first()
    if known is not None and (known.by_id, known.why) == (by.pk, why.strip()):
        return known
    if known is not None:
        raise Refused(
            "offered-already", _("That was offered to this process already."), rule="G28",
            advice=_("Its page says how it stands."),
        )  # fmt: skip
    at = now()
    passed = {"forwarded_at": at, "forwarded_by": by, "forwarded_as": acted_as} if officer else {}
    made = Share.objects.create(
        source=source, to=to, kind=kind, why=why.strip(), hash=mark, at=at, by=by, acted_as=acted_as, **passed, **what
    )
    emails.share_offered(made)
    return made


def offers_as(consultation: Consultation, person: Person) -> tuple[bool, str]:
    """Promise whether a person convenes it, and in which capacity they offer. Raises Refused for everybody else."""
    if convenes(person, consultation):
        return True, of_convener(person, consultation)
    membership = membership_in(consultation, person)
    if membership is None:
        raise Refused(
            "not-a-member", _("Members of a process, and who convenes it, share what is theirs."), rule="G28",
            advice=_("Apply to take part in the process first."),
        )  # fmt: skip
    return False, capacity_of(membership)


def _path(url: str) -> str:
    if not url.startswith("/") or url.startswith(("//", "/\\")) or len(url) > 500:
        raise Refused("no-page", _("Say from which page of this site it was taken."), rule="G28")
    return url
