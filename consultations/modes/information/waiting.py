"""What waits for somebody at level I: to read."""

from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.information.models import ItemVersion, ReadMark
from consultations.modes.information.queries import out
from incidencia.clock import now
from incidencia.web.templatetags.ui import local, local_lang


def to_read(reach: Reach) -> Asked:
    """Items with a day to read them by, in one's processes, until they are marked.

    What is reserved waits for officials only; what was replaced waits for nobody.
    """
    bound = Q(item__reserved=False) | Q(item__activity__consultation__in=reach.official)
    marked = ReadMark.objects.filter(person=reach.person, item=OuterRef("item")).values("version")
    runs = Q(item__activity__consultation__ends_at__isnull=True)
    runs |= Q(item__activity__consultation__ends_at__gt=now())
    replaced = Q(item__superseded_by__publish_at__lte=now())
    rows = (
        ItemVersion.objects.filter(
            bound, runs, out("item__"), number=F("item__current"), item__read_by__isnull=False,
            item__activity__published_at__lte=now(), item__activity__consultation__in=reach.belongs,
        )
        .exclude(replaced)
        .annotate(marked=Subquery(marked[:1]))
        .filter(Q(marked__isnull=True) | ~Q(marked=F("number")))
        .select_related("item__activity__consultation")
        .order_by("item__read_by", "pk")
    )  # fmt: skip
    return Asked(rows, _to_read(rows))


def _to_read(rows: QuerySet[ItemVersion]) -> Iterator[Waiting]:
    for row in rows:
        consultation = row.item.activity.consultation
        yield Waiting(
            Act.READ, local(row, "title"), reverse("item_page", args=[row.item.reference]), row.item.read_by,
            local(consultation, "title"), consultation.zone, local_lang(row, "title"),
        )  # fmt: skip
