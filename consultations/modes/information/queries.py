"""What is read of items. Constant queries for any number of rows."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet
from django.urls import reverse

from consultations.activities.models import Activity, Visibility
from consultations.models import Consultation
from consultations.modes.information.models import Item, ItemVersion, Kind, ReadMark
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text.fold import fold

WITHOUT_BODY = (
    "number", "title_es", "title_en", "summary_es", "summary_en", "at", "reason", "reserved", "item__activity",
    "item__reference", "item__kind", "item__current", "item__publish_at", "item__read_by", "item__place",
    "item__starts_on", "item__ends_on", "item__reserved", "item__ground", "item__review_on",
    "item__superseded_by__reference", "item__superseded_by__publish_at",
)  # fmt: skip


def published(activity: Activity) -> QuerySet[ItemVersion]:
    """Promise what stands of each published item of a feed, the newest first, without the bodies."""
    return _standing().filter(out("item__"), item__activity=activity)


def out(prefix: str = "") -> Q:
    """Promise the condition "published": its instant has come, and its activity was not cancelled before it."""
    stopped = Q(**{f"{prefix}activity__cancelled_at__lte": F(f"{prefix}publish_at")})
    return Q(**{f"{prefix}publish_at__lte": now()}) & ~stopped


def drafts(activity: Activity) -> QuerySet[ItemVersion]:
    """Promise what nobody else sees yet: drafts, then what is scheduled."""
    waiting = Q(item__publish_at__isnull=True) | Q(item__publish_at__gt=now())
    return _standing().filter(waiting, item__activity=activity).order_by("item__publish_at", "-pk")


def public_of(consultation: Consultation) -> QuerySet[ItemVersion]:
    """Promise what everybody may read in a consultation, of all its public feeds, the newest first."""
    return _standing().filter(
        out("item__"), item__activity__consultation=consultation, item__activity__published_at__lte=now(),
        item__activity__visibility=Visibility.PUBLIC,
    )  # fmt: skip


def of_members(consultations: Any) -> QuerySet[ItemVersion]:
    """Promise what the members of those consultations may know of, the newest first."""
    return _standing().filter(
        out("item__"), item__activity__consultation__in=consultations, item__activity__published_at__lte=now(),
    )  # fmt: skip


def having(rows: QuerySet[ItemVersion], words: str) -> QuerySet[ItemVersion]:
    """Promise those with every one of `words`, accents and case aside. Reserved texts are not searched."""
    for word in fold(words).split():
        rows = rows.filter(folded__contains=word)
    return rows


def changed_since(rows: QuerySet[ItemVersion], instant: datetime) -> QuerySet[ItemVersion]:
    """Promise those published or corrected after `instant`."""
    return rows.filter(Q(item__publish_at__gt=instant) | Q(at__gt=instant, number__gt=1))


def read_by(person: Person, rows: list[ItemVersion]) -> dict[int, int]:
    """Promise which version of each item the person marked as read, by item. One query."""
    marks = ReadMark.objects.filter(person=person, item__in=[row.item_id for row in rows])
    return dict(marks.values_list("item", "version"))


def readers(item: Item) -> int:
    """Promise how many members marked it as read, as it stands now. One query."""
    members = item.activity.consultation.memberships.in_force().values("person")
    return item.reads.filter(version=item.current, person__in=members).count()


def whole(reference: str) -> Item | None:
    """Promise an item with all that its page names."""
    rows = Item.objects.select_related(
        "activity__consultation__agency", "activity__consultation__coordinator__person", "published_by",
        "supersedes", "superseded_by",
    )  # fmt: skip
    return rows.filter(reference=reference.upper()).first()


def counted(activity: Activity) -> tuple[int, int]:
    """Promise how many items are published and how many of them were corrected. One query."""
    rows = Item.objects.filter(out(), activity=activity)
    found = rows.aggregate(all=Count("pk"), corrected=Count("pk", filter=Q(current__gt=1)))
    return found["all"], found["corrected"]


def marks(activities: list[int]) -> dict[int, str]:
    """Promise, for each public feed of those, a mark that changes whenever an item appears or is corrected.

    One query for any number; feeds that are not public have none.
    """
    rows = Activity.objects.filter(
        pk__in=activities, visibility=Visibility.PUBLIC, published_at__lte=now(),
        consultation__published_at__isnull=False,
    )  # fmt: skip
    there = Q(items__publish_at__lte=now()) & ~Q(cancelled_at__lte=F("items__publish_at"))
    told = rows.annotate(
        n=Count("items", filter=there, distinct=True), last=Max("items__versions", filter=there)
    ).order_by()  # fmt: skip
    return {row.pk: f"{row.n}.{row.last or 0}" for row in told}


def latest_and_meetings(consultation: Consultation, latest: int) -> list[ItemVersion]:
    """Promise the `latest` items everybody may know of, and all meetings; the newest first. One query."""
    rows = public_of(consultation)
    last = rows.values("pk")[:latest]
    return list(rows.filter(Q(pk__in=last) | Q(item__kind=Kind.MEETING)))


def address(reference: str) -> str | None:
    """Promise the address of the page of a published item, in the active language; None if there is none."""
    known = Item.objects.filter(out(), reference=reference, activity__published_at__lte=now())
    return reverse("item_page", args=[reference]) if known.exists() else None


def _standing() -> QuerySet[ItemVersion]:
    rows = ItemVersion.objects.filter(number=F("item__current")).select_related("item__superseded_by")
    return rows.only(*WITHOUT_BODY).order_by("-item__publish_at", "-pk")
