"""What waits for somebody at level I: to read."""

from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from consultations.desk.row import Act, Waiting
from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.modes.information.models import ItemVersion, ReadMark
from consultations.modes.information.queries import out
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.templatetags.ui import local, local_lang


def to_read(person: Person) -> Iterator[Waiting]:
    """Items with a day to read them by, in one's processes, until they are marked. One query.

    What is reserved waits for officials only; what was replaced waits for nobody.
    """
    mine = Membership.objects.in_force().filter(person=person)
    officials = mine.filter(side=Side.PUBLIC).values("consultation")
    bound = Q(item__reserved=False) | Q(item__activity__consultation__in=officials)
    marked = ReadMark.objects.filter(person=person, item=OuterRef("item")).values("version")
    replaced = Q(item__superseded_by__publish_at__lte=now())
    rows = (
        ItemVersion.objects.filter(
            bound, out("item__"), number=F("item__current"), item__read_by__isnull=False,
            item__activity__published_at__lte=now(), item__activity__consultation__in=mine.values("consultation"),
        )
        .exclude(replaced)
        .annotate(marked=Subquery(marked[:1]))
        .filter(Q(marked__isnull=True) | ~Q(marked=F("number")))
        .select_related("item__activity__consultation")
        .order_by("item__read_by", "pk")
    )  # fmt: skip
    for row in rows:
        consultation = row.item.activity.consultation
        if consultation.ends_at is None or consultation.ends_at > now():
            yield Waiting(
                Act.READ, local(row, "title"), reverse("item_page", args=[row.item.reference]), row.item.read_by,
                local(consultation, "title"), consultation.zone, local_lang(row, "title"),
            )  # fmt: skip
