"""Drafting a session: its facts, its rules and its agenda. Once convened, the agenda lives in the log."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.references.format import parse, session_reference
from incidencia.references.services import next_number
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused
from sessions import wire
from sessions.before import emails
from sessions.core.ruleset import Rules
from sessions.core.terms import ItemKind, Purpose, Role, Side
from sessions.models import DraftItem, Session
from sessions.services.people import accredit
from sessions.skeleton import BLANK_EN, BLANK_ES, LAST, NEEDED, SKELETON

CONTACT = ("place", "conference_url", "phone_number", "phone_pin", "public_live", "summary_es", "summary_en")


@transaction.atomic
def draft(
    *,
    series: str,
    title_es: str,
    title_en: str,
    starts_at: datetime,
    zone: str,
    host_es: str,
    host_en: str,
    by: Person,
) -> Session:
    """Promise a session that is prepared by `by`, with the skeleton as its agenda; nobody is told yet.

    `series` is the reference it belongs to (`MEC-2026-014`). Raises Refused without a title.
    """
    _refuse_untitled(title_es, title_en)
    number = next_number(f"{series}-S", parse(series).year)
    session = Session.objects.create(
        reference=session_reference(series, number), series=series, number=number, title_es=title_es.strip(),
        title_en=title_en.strip(), starts_at=starts_at, zone=zone, host_es=host_es.strip(), host_en=host_en.strip(),
        rules=wire.plain(Rules()), created_by=by, created_at=now(),
    )  # fmt: skip
    _remember_words(session)
    DraftItem.objects.bulk_create(
        DraftItem(
            session=session, position=n, kind=p.kind, title_es=p.title_es or BLANK_ES,
            title_en=p.title_en or BLANK_EN, minutes=p.minutes,
        )
        for n, p in enumerate(SKELETON, 1)
    )  # fmt: skip
    accredit(
        session, person=by, role=Role.SECRETARIAT, name=by.name, capacity="", side=Side.PUBLIC, organization=host_es,
        votes=False, powers="", by=by,
    )  # fmt: skip
    return session


@transaction.atomic
def plan_change(
    session: Session, *, title_es: str, title_en: str, starts_at: datetime, zone: str, host_es: str, host_en: str,
    rules: Rules, by: Person, ends_at: datetime | None = None,
) -> Session:  # fmt: skip
    """Change what convening will fix: title, times, host, rules. Whoever was told another date is told this one.

    `ends_at` None: the minutes of the agenda add up to it.

    Raises Refused once convened, untitled, or with an end before the beginning.
    """
    refuse_convened(session)
    _refuse_untitled(title_es, title_en)
    _refuse_early_end(starts_at, ends_at)
    moved = session.announced_at is not None and session.starts_at != starts_at
    session.title_es, session.title_en = title_es.strip(), title_en.strip()
    session.starts_at, session.ends_at, session.zone = starts_at, ends_at, zone
    session.host_es, session.host_en = host_es.strip(), host_en.strip()
    session.rules = wire.plain(rules)
    session.save(update_fields=[
        "title_es", "title_en", "starts_at", "ends_at", "zone", "host_es", "host_en", "rules",
    ])  # fmt: skip
    _remember_words(session)
    if moved:
        emails.announced(session)
    return session


@transaction.atomic
def contact_change(session: Session, *, by: Person, **fields: Any) -> Session:
    """Change how the session is reached and followed (the names in CONTACT); possible until it ends."""
    for name in CONTACT:
        if name in fields:
            setattr(session, name, fields[name])
    session.save(update_fields=list(CONTACT))
    _remember_words(session)
    return session


@transaction.atomic
def item_add(
    session: Session, *, title_es: str, title_en: str, minutes: int, by: Person, kind: ItemKind = ItemKind.SUBJECT,
    decides: Purpose = Purpose.UNSAID,
) -> DraftItem:  # fmt: skip
    """Put a point on the agenda, before the other matters. `minutes` is the time planned, 1 to 600."""
    refuse_convened(session)
    _refuse_bad_item(title_es, title_en, minutes)
    items = list(session.draft_items.all())
    tail = next((n for n, i in enumerate(items) if i.kind in (ItemKind.OTHER_MATTERS, *LAST)), len(items))
    made = DraftItem.objects.create(
        session=session, position=len(items) + 1, kind=kind, title_es=title_es.strip(), title_en=title_en.strip(),
        minutes=minutes, decides=Purpose(decides),
    )  # fmt: skip
    _number(session, [*items[:tail], made, *items[tail:]])
    return made


@transaction.atomic
def item_change(
    item: DraftItem, *, title_es: str, title_en: str, minutes: int, by: Person, decides: Purpose = Purpose.UNSAID
) -> DraftItem:
    """Change the words of a point, the planned minutes or what is asked of it. Raises Refused."""
    refuse_convened(item.session)
    _refuse_bad_item(title_es, title_en, minutes)
    item.title_es, item.title_en, item.minutes = title_es.strip(), title_en.strip(), minutes
    item.decides = Purpose(decides)
    item.save(update_fields=["title_es", "title_en", "minutes", "decides"])
    return item


@transaction.atomic
def item_move(item: DraftItem, *, up: bool, by: Person) -> None:
    """Move a point one place. Attendance stays first; reading of agreements and closing stay last."""
    refuse_convened(item.session)
    items = list(item.session.draft_items.all())
    here = items.index(item)
    there = here - 1 if up else here + 1
    if not may_move(items, here, there):
        raise Refused(
            "fixed_place",
            _("This item can't go there."),
            _("Every session opens with attendance and ends with the reading of agreements and the closing."),
            _("Move another item instead."),
        )
    items[here], items[there] = items[there], items[here]
    _number(item.session, items)


def may_move(items: list[DraftItem], here: int, there: int) -> bool:
    """Whether the point at `here` may change places with the one at `there`."""
    if not 0 <= there < len(items):
        return False
    return items[here].kind not in NEEDED and items[there].kind not in NEEDED


@transaction.atomic
def item_remove(item: DraftItem, *, by: Person) -> None:
    """Take a point off the agenda; its papers stay with the session. Raises Refused for the fixed ones."""
    refuse_convened(item.session)
    if item.kind in NEEDED:
        raise Refused(
            "fixed_item",
            _("This item can't be taken off the agenda."),
            _("Attendance and quorum, the reading of agreements and the closing belong to every session."),
            _("Change its words or its minutes instead."),
        )
    session = item.session
    session.papers.filter(item_position=item.position).update(item_position=None)
    item.delete()
    _number(session, session.draft_items.all())


def refuse_convened(session: Session) -> None:
    """Raise Refused once the session has been convened: from then on the log decides."""
    if session.convened_at is not None or session.seq:
        raise Refused(
            "already_convened",
            _("This session has already been convened."),
            _("What was sent to the members is not changed in silence."),
            _("Change the agenda or reschedule in the room: everybody is told and the record shows it."),
        )


def _refuse_untitled(title_es: str, title_en: str) -> None:
    if not title_es.strip() and not title_en.strip():
        raise Refused("title_needed", _("The session has no title."), advice=_("Write it in at least one language."))


def _refuse_early_end(starts_at: datetime, ends_at: datetime | None) -> None:
    if ends_at is not None and ends_at <= starts_at:
        raise Refused(
            "ends_early", _("The planned end is not after the beginning."),
            advice=_("Correct it, or leave it empty: then the minutes of the items add up to it."),
        )  # fmt: skip


def _refuse_bad_item(title_es: str, title_en: str, minutes: int) -> None:
    if not title_es.strip() and not title_en.strip():
        raise Refused("title_needed", _("The item has no title."), advice=_("Write it in at least one language."))
    if not 1 <= minutes <= 600:
        raise Refused(
            "minutes", _("The time of an item goes from 1 to 600 minutes."), advice=_("Correct the minutes.")
        )


def _number(session: Session, items: Iterable[DraftItem]) -> None:
    """Positions 1, 2, 3…; papers go with their point."""
    moved: dict[int | None, int] = {}
    for position, item in enumerate(items, 1):
        if item.position != position:
            moved[item.position] = position
            item.position = position
            item.save(update_fields=["position"])
    for paper in session.papers.filter(item_position__in=moved):
        paper.item_position = moved.get(paper.item_position or 0)
        paper.save(update_fields=["item_position"])


def _remember_words(session: Session) -> None:
    s = session
    said = (s.reference, s.title_es, s.title_en, s.host_es, s.host_en, s.summary_es, s.summary_en)
    session.search = fold(" ".join(said))
    session.save(update_fields=["search"])
