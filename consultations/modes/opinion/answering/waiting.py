"""What waits for officials at level III: to answer, to read a second time, to sign and to publish."""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.row import Act, Waiting
from consultations.models import Consultation
from consultations.modes.opinion.answering.queries import waiting_anywhere
from consultations.modes.opinion.models import Response
from consultations.modes.opinion.terms import terms_of
from consultations.queries import answered_by, convened_by
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.queries import agencies_coordinated_by
from incidencia.web.templatetags.ui import local


def to_answer(person: Person) -> Iterator[Waiting]:
    """For each process the person answers in, how many wait, and until when the first one. Constant queries."""
    processes = {row.pk: row for row in answered_by(person)}
    if not processes:
        return
    by_process: dict[int, list[datetime]] = {}
    instant = now()
    for one in terms_of(waiting_anywhere(list(processes))):
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


def to_finish(person: Person) -> Iterator[Waiting]:
    """Responses that wait for this person: returned, to be read, signed or published. Four queries at most."""
    answering, convened = answered_by(person).values("pk"), convened_by(person).values("pk")
    elsewhere = Q(agency__in=agencies_coordinated_by(person)) & ~Q(agency=F("consultation__agency"))
    signs = Q(agency=F("consultation__agency"), consultation__in=convened) | elsewhere
    for row in _returned_to(person):
        said = _("Mend %(reference)s: it was returned with a remark") % {"reference": row.reference}
        href = reverse("response_edit", args=[row.reference])
        yield Waiting(Act.ANSWER, said, href, where=_title(row.consultation))
    wrote = Response.writers.through.objects.filter(response=OuterRef("pk"), person=person)
    rows = Response.objects.filter(Q(consultation__in=answering) | elsewhere, published_at__isnull=True)
    rows = rows.exclude(disposition="")
    rows = rows.annotate(wrote=Exists(wrote)).filter(
        Q(read_at__isnull=True, wrote=False, signed_at__isnull=True, remark="")
        | Q(signs, read_at__isnull=False)
    )
    for row in rows.select_related("consultation").order_by("pk"):
        said = _("Second reading of %(reference)s")
        if row.read_at is not None:
            said = _("Sign %(reference)s") if row.signed_at is None else _("Publish %(reference)s")
        href = reverse("response_edit", args=[row.reference])
        yield Waiting(Act.DECIDE, said % {"reference": row.reference}, href, where=_title(row.consultation))


def _returned_to(person: Person) -> QuerySet[Response]:
    rows = Response.objects.filter(drafted_by=person, published_at__isnull=True, read_at__isnull=True)
    return rows.exclude(remark="").select_related("consultation").order_by("pk")


def _title(consultation: Consultation) -> str:
    return local(consultation, "title")


def _known(due: datetime) -> datetime | None:
    """None for what stands paused until further notice."""
    return due if due.year < datetime.max.year else None
