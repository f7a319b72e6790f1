"""A checklist is designed; its items are added, changed, imported, dropped with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.activities.holding import held as held_activity
from consultations.activities.models import Activity
from consultations.activities.window import State as Window
from consultations.members.kinds import Side
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.designing.importing import MOST_ITEMS
from consultations.modes.surveillance.held import as_lead, held
from consultations.modes.surveillance.models import (
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    CheckRound,
    Monitor,
)
from consultations.modes.surveillance.rules import is_official
from consultations.spine.models import Kind
from consultations.spine.services import receive
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import Voice, voice_of
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated
from incidencia.web.templatetags.ui import when


@transaction.atomic
def checklist_design(
    *, activity: Activity, title: str, about: str, language: str, by: Person, speaking_as: str, key: str,
    template: ChecklistTemplate | None = None,
) -> Checklist:  # fmt: skip
    """Begin a checklist, with the items of a template if one is named; its author leads the team (G11.VI).

    Again with the same `key` it is the same checklist. Raises Refused to officials, to whoever is neither a member of
    civil society nor speaks for a verified organization, and outside the window of the activity.
    """
    activity = held_activity(activity)
    if known := checklist_made_with(key, by):
        return known
    _refuse_closed(activity)
    voice = voice_of(by, speaking_as)
    _refuse_stranger(activity, voice)
    sent = {
        "consultation": activity.consultation.reference, "activity": activity.place, "title": title, "about": about,
        "language": language, "capacity": voice.capacity,
    }  # fmt: skip
    contribution = receive(
        consultation=activity.consultation, activity=activity, kind=Kind.CHECKLIST, voice=voice, title=title,
        language=language, sent=sent, text=about,
    )  # fmt: skip
    made = Checklist.objects.create(contribution=contribution, about=about, key=own_key(key, by))
    Monitor.objects.create(
        checklist=made, email=by.email, person=by, organization=voice.organization, capacity=voice.capacity,
        leads=True, invited_at=contribution.at, invited_by=by, accepted_at=contribution.at,
    )  # fmt: skip
    if template is not None:
        rows = [{name: getattr(item, name) for name in COLUMNS} for item in template.items.all()]
        _append(made, rows, by, voice.capacity)
    return made


def checklist_made_with(key: str, person: Person) -> Checklist | None:
    """Promise the checklist this person began with a form of that key, or None. One query."""
    rows = Checklist.objects.select_related("contribution")
    return rows.filter(key=own_key(key, person), contribution__author=person).first()


@transaction.atomic
def item_add(*, checklist: Checklist, values: Mapping[str, Any], by: Person) -> ChecklistItem:
    """Add an item. Rounds already announced don't ask it. Raises Refused to all but the lead, and above 500 items."""
    checklist = held(checklist)
    lead = as_lead(checklist, by)
    return _append(checklist, [values], by, lead.capacity)[0]


@transaction.atomic
def items_import(*, checklist: Checklist, items: Sequence[Mapping[str, Any]], by: Person) -> list[ChecklistItem]:
    """Add all of these items, or none. Raises Refused as `item_add` does, and for items that are there already."""
    checklist = held(checklist)
    lead = as_lead(checklist, by)
    there = {tuple(getattr(one, name) for name in COLUMNS) for one in _standing(checklist)}
    if items and all(tuple(one[name] for name in COLUMNS) in there for one in items):
        raise Refused(
            "there-already", _("All of these items are in the checklist already."),
            advice=_("Nothing was added. Look at the list; choose another file if this was the wrong one."),
        )  # fmt: skip
    return _append(checklist, items, by, lead.capacity)


@transaction.atomic
def item_change(*, item: ChecklistItem, values: Mapping[str, Any], by: Person) -> ChecklistItem:
    """Change an item for the rounds to come; those announced keep what they froze. Raises Refused once dropped."""
    checklist = held(item.checklist)
    as_lead(checklist, by)
    item = _held_item(checklist, item)
    for name in COLUMNS:
        setattr(item, name, values[name])
    item.save(update_fields=COLUMNS)
    return item


@transaction.atomic
def item_drop(*, item: ChecklistItem, reason: str, by: Person) -> ChecklistItem:
    """Drop an item; it stays listed with the reason, also in a round that was announced with it.

    Raises Refused without a reason, the second time, and while its round waits for the reply or is answered.
    """
    checklist = held(item.checklist)
    lead = as_lead(checklist, by)
    item = _held_item(checklist, item)
    waiting = CheckRound.objects.filter(checklist=checklist, sent_at__isnull=False, published_at__isnull=True)
    if waiting.filter(items__item=item).exists():
        raise Refused(
            "under-reply", _("This item is before the authority for its reply."), rule="G33",
            advice=_("Drop it once the round is published: from then on it is not asked."),
        )  # fmt: skip
    item.dropped_at, item.dropped_by, item.dropped_as, item.dropped_because = now(), by, lead.capacity, stated(reason)
    item.save(update_fields=["dropped_at", "dropped_by", "dropped_as", "dropped_because"])
    return item


def _append(
    checklist: Checklist, rows: Iterable[Mapping[str, Any]], by: Person, acted_as: str
) -> list[ChecklistItem]:  # fmt: skip
    values = list(rows)
    last = checklist.items.aggregate(last=Max("number"))["last"] or 0
    if last + len(values) > MOST_ITEMS:
        raise Refused(
            "too-many-items", _("A checklist has at most %(most)s items.") % {"most": MOST_ITEMS},
            advice=_("Begin another checklist with the rest."),
        )  # fmt: skip
    at = now()
    return ChecklistItem.objects.bulk_create(
        ChecklistItem(
            checklist=checklist, number=n, made_at=at, made_by=by, made_as=acted_as,
            **{name: one[name] for name in COLUMNS},
        )
        for n, one in enumerate(values, last + 1)
    )  # fmt: skip


def _standing(checklist: Checklist) -> Iterable[ChecklistItem]:
    return checklist.items.filter(dropped_at__isnull=True)


def _held_item(checklist: Checklist, item: ChecklistItem) -> ChecklistItem:
    row = ChecklistItem.objects.select_for_update().get(pk=item.pk)
    row.checklist = checklist
    if row.dropped_at is not None:
        raise Refused("dropped", _("This item was dropped."), advice=_("Write a new item."))
    return row


def _refuse_closed(activity: Activity) -> None:
    if activity.state is Window.OPEN:
        return
    if activity.state is Window.COMING:
        said = _("It opens on %(when)s.") % {"when": when(activity.opens_at, activity.consultation.zone)}
        raise Refused("not-open-yet", said, rule="G27.III", advice=_("Begin it then."))
    advice = _("The checklists begun before it closed go on. Ask who convenes to open another activity.")
    raise Refused("closed", _("No checklist begins here any more."), rule="G27.III", advice=advice)


def _refuse_stranger(activity: Activity, voice: Voice) -> None:
    if is_official(voice.person, activity):
        raise Refused(
            "official", _("A checklist belongs to civil society: officials don't write it."), rule="G11.VI",
            advice=_("Officials reply to each finding once it is sent to them."),
        )  # fmt: skip
    seats = activity.consultation.memberships.in_force().filter(person=voice.person, side=Side.CIVIL)
    if not voice.is_verified and not seats.exists():
        raise Refused(
            "not-civil-society",
            _("A checklist is designed by a member of this process or for a verified organization."), rule="G11.VI",
            advice=_("Write for a verified organization, or apply to take part in the process."),
        )  # fmt: skip
