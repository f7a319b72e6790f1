"""Papers before the members: checked, hashed, circulated with their date (G27.I)."""

from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import check
from incidencia.ids import new_token
from incidencia.text.clean import TooLong, check_length
from incidencia.web.refusals import Refused
from sessions import desk
from sessions.before import emails
from sessions.core.commands import Act, TablePaper
from sessions.core.terms import Phase, Role
from sessions.models import Paper, Seat, Session

LARGEST = 10_000_000  # bytes
KINDS = {
    ".pdf": "application/pdf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain; charset=utf-8",
}
_BEFORE = (Phase.PLANNED, Phase.LOBBY)
_OPEN = (Phase.PLANNED, Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED)


def paper_add(
    session: Session,
    *,
    title: str,
    language: str,
    position: int | None,
    file: UploadedFile | None,
    text: str,
    by: Person,
) -> Paper:
    """Put a paper before the members, as a file or as text; `position` is that of its agenda item.

    Once the session is convened it circulates at once, with the instant, and those accredited get a letter.
    Raises Refused.
    """
    _refuse_bad_paper(session, title, file, text)
    content = _content_of(file) if file else text.strip().encode()
    with transaction.atomic():
        paper = Paper(
            session=session, item_position=position, title=title.strip(), language=language,
            text="" if file else text.strip(),
            sha256=sha256(content).hexdigest(), size=len(content), added_by=by, added_at=now(),
        )  # fmt: skip
        if file:
            paper.file.save(f"{new_token(12)}{_suffix(file)}", ContentFile(content), save=False)
        paper.save()
    if session.convened_at:
        papers_circulate(session, by=by)
        paper.refresh_from_db()
        if session.phase in _BEFORE:
            emails.paper_circulated(paper)
    return paper


def paper_remove(paper: Paper, *, by: Person) -> None:
    """Take back a paper nobody has received yet. Raises Refused."""
    if paper.circulated_at:
        raise Refused(
            "circulated",
            _("This paper has already been circulated."),
            _("What the members received stays in the record."),
            _("Add a new version beside it."),
        )
    paper.file.delete(save=False)
    paper.delete()


def papers_circulate(session: Session, *, by: Person) -> None:
    """Table every paper that was not circulated yet; doing it again changes nothing."""
    seat = Seat.objects.filter(session=session, person=by, role=Role.SECRETARIAT).first()
    waiting = session.papers.filter(circulated_at=None).order_by("item_position", "id")
    if seat is None:
        return
    for paper in waiting:
        item, at = f"i{paper.item_position}" if paper.item_position else "", now()
        asked = TablePaper(str(paper.pk), item, paper.title, paper.sha256, at)
        desk.handle(session.pk, Act(by=seat.key, key=f"paper:{paper.pk}", command=asked))
        Paper.objects.filter(pk=paper.pk).update(circulated_at=at, item=item)


def _refuse_bad_paper(session: Session, title: str, file: UploadedFile | None, text: str) -> None:
    if session.phase not in _OPEN:
        raise Refused("session_over", _("The session is over."), advice=_("Add the paper to the next session."))
    if not title.strip():
        raise Refused("title_needed", _("The paper has no title."), advice=_("Write the title the members will see."))
    if file is None and not text.strip():
        raise Refused("empty_paper", _("There is no paper yet."), advice=_("Choose a file or write the text."))
    try:
        check_length(text if file is None else "")
    except TooLong as error:
        raise Refused("too_long", str(error)) from error


def _content_of(file: UploadedFile) -> bytes:
    """The bytes to circulate, told by their content. Raises Refused."""
    if (file.size or 0) > LARGEST:
        raise Refused(
            "too_large",
            _("The file has %(size)d MB and the limit is %(limit)d MB.")
            % {"size": -(-(file.size or 0) // 1_000_000), "limit": LARGEST // 1_000_000},
            advice=_("Make it smaller, or circulate it in parts."),
        )
    if _suffix(file) not in KINDS:
        raise Refused(
            "wrong_kind",
            _("This file can't be circulated."),
            _("Papers are PDF, ODT, DOCX or plain text, which every member can open."),
            _("Save it in one of these and choose it again."),
        )
    return check(file).content


def _suffix(file: UploadedFile) -> str:
    return PurePath(file.name or "").suffix.lower()
