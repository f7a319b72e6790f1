"""What waits for officials at level III: to answer, to read a second time, to sign and to publish."""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.models import Consultation
from consultations.modes.opinion.answering.queries import waiting_anywhere
from consultations.modes.opinion.models import Response, Submission
from consultations.modes.opinion.terms import terms_of
from incidencia.clock import now
from incidencia.web.templatetags.ui import local


def to_answer(reach: Reach) -> Asked:
    """For each process the person answers in, how many wait, and until when the first one."""
    rows = waiting_anywhere(reach.answers)
    return Asked(rows, _to_answer(rows, reach))


def _to_answer(rows: QuerySet[Submission], reach: Reach) -> Iterator[Waiting]:
    processes = Consultation.objects.in_bulk(reach.answers)
    by_process: dict[int, list[datetime]] = {}
    instant = now()
    for one in terms_of(rows, reach.closed):
        zone = ZoneInfo(processes[one.consultation].zone)
        by_process.setdefault(one.consultation, []).append(datetime.combine(one.last_day, time(23, 59, 59), zone))
    for pk, days in by_process.items():
        consultation, number = processes[pk], len(days)
        late = sum(day < instant for day in days)
        title = ngettext("%(n)s proposal or issue", "%(n)s proposals and issues", number) % {"n": number}
        if late:
            title = f"{title}; {ngettext('%(n)s of them overdue', '%(n)s of them overdue', late) % {'n': late}}"
        yield Waiting(
            Act.ANSWER, title, reverse("answer_desk", args=[consultation.reference]), _known(min(days)),
            local(consultation, "title"), consultation.zone,
        )  # fmt: skip


def to_mend(reach: Reach) -> Asked:
    """Responses the person drafted that were returned."""
    rows = Response.objects.filter(drafted_by=reach.person, published_at__isnull=True, read_at__isnull=True)
    rows = rows.exclude(remark="").select_related("consultation").order_by("pk")
    return Asked(rows, _to_mend(rows))


def _to_mend(rows: QuerySet[Response]) -> Iterator[Waiting]:
    for row in rows:
        said = _("Mend %(reference)s: it was returned with a remark") % {"reference": row.reference}
        href = reverse("response_edit", args=[row.reference])
        yield Waiting(Act.ANSWER, said, href, where=_title(row.consultation))


def to_finish(reach: Reach) -> Asked:
    """Responses that wait for this person to be read, signed or published."""
    elsewhere = Q(agency__in=reach.coordinates) & ~Q(agency=F("consultation__agency"))
    signs = Q(agency=F("consultation__agency"), consultation__in=reach.convenes) | elsewhere
    wrote = Response.writers.through.objects.filter(response=OuterRef("pk"), person=reach.person)
    rows = Response.objects.filter(Q(consultation__in=reach.answers) | elsewhere, published_at__isnull=True)
    rows = rows.exclude(disposition="")
    rows = rows.annotate(wrote=Exists(wrote)).filter(
        Q(read_at__isnull=True, wrote=False, signed_at__isnull=True, remark="")
        | Q(signs, read_at__isnull=False)
    )
    rows = rows.select_related("consultation").order_by("pk")
    return Asked(rows, _to_finish(rows))


def _to_finish(rows: QuerySet[Response]) -> Iterator[Waiting]:
    for row in rows:
        said = _("Second reading of %(reference)s")
        if row.read_at is not None:
            said = _("Sign %(reference)s") if row.signed_at is None else _("Publish %(reference)s")
        href = reverse("response_edit", args=[row.reference])
        yield Waiting(Act.DECIDE, said % {"reference": row.reference}, href, where=_title(row.consultation))


def _title(consultation: Consultation) -> str:
    return local(consultation, "title")


def _known(due: datetime) -> datetime | None:
    """None for what stands paused until further notice."""
    return due if due.year < datetime.max.year else None
