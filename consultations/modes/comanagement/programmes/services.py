"""What happens to a programme: drafted, put to the members, published, reviewed, copied as the next one's draft."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.models import Consultation
from consultations.modes.comanagement.models import Programme, ProgrammeLine, ProgrammeObjective, ProgrammeReview
from consultations.modes.comanagement.programmes.counting import counted
from consultations.modes.comanagement.tables.programmes import HEAVIEST
from consultations.services import locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated

Part = ProgrammeObjective | ProgrammeLine
WORDS = ("title_es", "title_en", "starts_on", "ends_on")


@transaction.atomic
def programme_draft(*, consultation: Consultation, kind: str, values: Mapping[str, Any], by: Person) -> Programme:
    """Draft a programme; nobody else sees it before it is put to the members (G14, G23).

    Raises Refused without a title or with a period that ends before it begins.
    """
    consultation = locked(consultation)
    _refuse_unsound(values)
    last = consultation.programmes.aggregate(last=Max("number"))["last"] or 0
    return Programme.objects.create(
        consultation=consultation, number=last + 1, kind=kind, drafted_at=now(), drafted_by=by,
        drafted_as=of_convener(by, consultation), **{name: values[name] for name in WORDS},
    )  # fmt: skip


@transaction.atomic
def programme_change(*, programme: Programme, values: Mapping[str, Any]) -> Programme:
    """Change title and period of what is not published. Raises Refused once it is, and as `programme_draft`."""
    programme = _held_draft(programme)
    _refuse_unsound(values)
    for name in WORDS:
        setattr(programme, name, values[name])
    programme.save(update_fields=[*WORDS])
    return programme


@transaction.atomic
def objective_add(*, programme: Programme, text_es: str, text_en: str, weight: int) -> ProgrammeObjective:
    """Add an objective, last. Raises Refused once published, without words, and for a weight below 1."""
    programme = _held_draft(programme)
    _refuse_weight(weight)
    _refuse_wordless(text_es, text_en)
    last = programme.objectives.aggregate(last=Max("place"))["last"] or 0
    return ProgrammeObjective.objects.create(
        programme=programme, place=last + 1, text_es=text_es, text_en=text_en, weight=weight
    )


@transaction.atomic
def line_add(*, objective: ProgrammeObjective, text_es: str, text_en: str, weight: int) -> ProgrammeLine:
    """Add a line of action, last. Raises Refused as `objective_add`."""
    _held_draft(objective.programme)
    _refuse_weight(weight)
    _refuse_wordless(text_es, text_en)
    last = objective.lines.aggregate(last=Max("place"))["last"] or 0
    return ProgrammeLine.objects.create(
        objective=objective, place=last + 1, text_es=text_es, text_en=text_en, weight=weight
    )


@transaction.atomic
def part_change(
    *, part: Part, text_es: str, text_en: str, weight: int
) -> Part:  # fmt: skip
    """Change words and weight of an objective or a line. Raises Refused as `objective_add`."""
    _held_draft(_programme_of(part))
    _refuse_weight(weight)
    _refuse_wordless(text_es, text_en)
    part.text_es, part.text_en, part.weight = text_es, text_en, weight
    part.save(update_fields=["text_es", "text_en", "weight"])
    return part


@transaction.atomic
def part_remove(*, part: Part) -> None:
    """Take an objective with its lines, or a line, out of a draft. Raises Refused once it is published."""
    _held_draft(_programme_of(part))
    if isinstance(part, ProgrammeObjective):
        part.lines.all().delete()
    part.delete()


@transaction.atomic
def programme_put(*, programme: Programme, by: Person) -> Programme:
    """Put it to the members, who read it from now on (G23). Again changes nothing.

    Raises Refused while it holds no line.
    """
    programme = _held_draft(programme)
    if programme.put_at is not None:
        return programme
    _refuse_empty(programme)
    programme.put_at, programme.put_by = now(), by
    programme.put_as = of_convener(by, programme.consultation)
    programme.save(update_fields=["put_at", "put_by", "put_as"])
    return programme


@transaction.atomic
def programme_publish(*, programme: Programme, considered: str, by: Person) -> Programme:
    """Publish it, saying what the members said of it and what was done with that (G14, G23).

    Raises Refused before it was put to them, without those words, while it holds no line, and once published.
    """
    programme = _held_draft(programme)
    if programme.put_at is None:
        raise Refused(
            "not-put", _("It was not put to the members yet."), rule="G23",
            advice=_("Put it to them first; publish it once they have considered it."),
        )  # fmt: skip
    _refuse_empty(programme)
    programme.considered = stated(considered, rule="G23")
    programme.published_at, programme.published_by = now(), by
    programme.published_as = of_convener(by, programme.consultation)
    programme.save(update_fields=["considered", "published_at", "published_by", "published_as"])
    return programme


@transaction.atomic
def review_add(*, programme: Programme, text: str, by: Person, key: str) -> ProgrammeReview:
    """Publish a periodic analysis, with the progress as it is counted now (G14). The same `key` is the same review.

    Raises Refused before the programme is published, and without words.
    """
    programme = _held(programme)
    key = own_key(key, by)
    if known := ProgrammeReview.objects.filter(key=key, programme=programme).first():
        return known
    if programme.published_at is None:
        raise Refused(
            "not-published", _("It is not published yet: there is nothing to review."), rule="G14",
            advice=_("Publish it first."),
        )  # fmt: skip
    share = counted(programme).done
    done = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.0001"), rounding=ROUND_DOWN)
    return ProgrammeReview.objects.create(
        programme=programme, text=stated(text, rule="G14"), done=done, key=key, at=now(), by=by,
        acted_as=of_convener(by, programme.consultation),
    )  # fmt: skip


@transaction.atomic
def programme_copy(*, programme: Programme, by: Person) -> Programme:
    """Draft the next one from this: the same tree and weights, the period after it, no tasks.

    Copied again while that draft stands, it is the same draft. Raises Refused before it is published.
    """
    programme = _held(programme)
    if programme.published_at is None:
        raise Refused("not-published", _("It is not published yet."), rule="G14", advice=_("Publish it first."))
    if known := programme.copies.filter(published_at__isnull=True).first():
        return known
    length = programme.ends_on - programme.starts_on
    starts = programme.ends_on + timedelta(days=1)
    ends = _year_later(programme) or starts + length
    values = {"title_es": programme.title_es, "title_en": programme.title_en, "starts_on": starts, "ends_on": ends}
    made = programme_draft(consultation=programme.consultation, kind=programme.kind, values=values, by=by)
    made.copied_from = programme
    made.save(update_fields=["copied_from"])
    for objective in programme.objectives.prefetch_related("lines"):
        words: dict[str, Any] = {
            "text_es": objective.text_es,
            "text_en": objective.text_en,
            "weight": objective.weight,
        }
        twin = objective_add(programme=made, **words)
        for line in objective.lines.all():
            line_add(objective=twin, text_es=line.text_es, text_en=line.text_en, weight=line.weight)
    return made


def _year_later(programme: Programme) -> date | None:
    """The last day of the next calendar year, where a programme is of one."""
    first, last = programme.starts_on, programme.ends_on
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return date(last.year + 1, 12, 31) if whole_year else None


def _held(programme: Programme) -> Programme:
    rows = Programme.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person"
    )
    return rows.get(pk=programme.pk)


def _held_draft(programme: Programme) -> Programme:
    row = _held(programme)
    if row.published_at is not None:
        raise Refused(
            "published", _("It is published: people rely on what it says."), rule="G14",
            advice=_("Review it, or copy it as the draft of the next one."),
        )  # fmt: skip
    return row


def _programme_of(part: Part) -> Programme:
    return part.programme if isinstance(part, ProgrammeObjective) else part.objective.programme


def _refuse_unsound(values: Mapping[str, Any]) -> None:
    if not (values["title_es"].strip() or values["title_en"].strip()):
        raise Refused("no-title", _("It has no title."), advice=_("Write it in at least one language."))
    if values["ends_on"] <= values["starts_on"]:
        raise Refused("period", _("It ends before it begins."), advice=_("Choose a later last day."))


def _refuse_weight(weight: int) -> None:
    if not 1 <= weight <= HEAVIEST:
        raise Refused(
            "weight", _("A weight is a whole number from 1 to %(most)s.") % {"most": HEAVIEST}, rule="G14",
            advice=_("What weighs nothing is left out."),
        )  # fmt: skip


def _refuse_wordless(text_es: str, text_en: str) -> None:
    if not (text_es.strip() or text_en.strip()):
        raise Refused("no-words", _("It says nothing."), advice=_("Write it in at least one language."))


def _refuse_empty(programme: Programme) -> None:
    if not ProgrammeLine.objects.filter(objective__programme=programme).exists():
        raise Refused(
            "no-line", _("It holds no line of action."), rule="G14",
            advice=_("Add an objective, and a line under it."),
        )  # fmt: skip
