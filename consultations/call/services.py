"""Writing the call by sections, publishing it, and correcting it in the open once it is published."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.call import parts
from consultations.call.corrections import as_stored, changes_of, label_of, levels_as_stored
from consultations.capacities import of_convener
from consultations.levels import Level
from consultations.models import CallCorrection, Consultation, ConsultationLevel, Requirement
from consultations.services import locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused

LONGEST_REASON = 1000


class CallIncomplete(Refused):
    """The call cannot be published: `missing` says exactly what it lacks."""

    def __init__(self, missing: Sequence[parts.Missing]) -> None:
        super().__init__(
            "call-incomplete",
            _("The call can't be published yet: something is missing."),
            rule=", ".join(dict.fromkeys(row.clause for row in missing)),
            advice=_("Complete what the list names and publish again."),
        )
        self.missing = list(missing)


@transaction.atomic
def call_save(*, consultation: Consultation, values: Mapping[str, Any], by: Person, reason: str = "") -> list[str]:
    """Write `values` (field → value) into the call; promise the names of the fields that changed.

    While it is a draft they are simply kept. Once published, each change becomes a public correction with
    `reason`. Raises Refused for dates in the past, a closing brought forward, or a missing reason.
    """
    consultation = locked(consultation)
    changed = changes_of(consultation, values)
    _refuse_past(consultation, {name: values[name] for name in changed})
    if not changed:
        return []
    if consultation.published_at:
        _refuse_silent(reason)
        _refuse_earlier_closing(consultation, values)
        _refuse_emptied(consultation, values)
        for name in changed:
            before, after = as_stored(getattr(consultation, name)), as_stored(values[name])
            _correct(consultation, name, before, after, reason, by)
    for name in changed:
        setattr(consultation, name, values[name])
    consultation.save(update_fields=changed)
    return changed


@transaction.atomic
def levels_save(
    *, consultation: Consultation, chosen: Mapping[Level, Mapping[str, str]], by: Person, reason: str = ""
) -> bool:
    """Keep exactly the `chosen` levels, with their reasons and duties; promise whether anything changed.

    Once published it is a public correction. Raises Refused without a reason, or if no level would remain.
    """
    consultation = locked(consultation)
    before = levels_as_stored({Level(row.level): _texts_of(row) for row in consultation.levels.all()})
    after = levels_as_stored(chosen)
    if before == after:
        return False
    if consultation.published_at:
        _refuse_silent(reason)
        _refuse_levels_without_reason(chosen)
        _correct(consultation, "levels", before, after, reason, by)
    consultation.levels.all().delete()
    for level, texts in chosen.items():
        ConsultationLevel.objects.create(consultation=consultation, level=level, **texts)
    return True


@transaction.atomic
def requirements_save(*, consultation: Consultation, texts: Sequence[Mapping[str, str]], by: Person) -> None:
    """Replace the requirements by `texts`, in that order.

    Raises Refused once the call is published: who read it must be judged by what they read (G8.II).
    """
    consultation = locked(consultation)
    known = [{"text_es": row.text_es, "text_en": row.text_en} for row in consultation.requirements.all()]
    if known == [dict(row) for row in texts]:
        return
    if consultation.published_at:
        raise Refused(
            "requirements-frozen",
            _("The requirements can't change once the call is published."),
            rule="G8.II",
            advice=_("Everybody is assessed by the requirements they read. Change them in the next call."),
        )
    consultation.requirements.all().delete()
    Requirement.objects.bulk_create(
        Requirement(consultation=consultation, place=place, **row) for place, row in enumerate(texts, 1)
    )


@transaction.atomic
def call_publish(*, consultation: Consultation, by: Person) -> Consultation:
    """Publish the call. Doing it again changes nothing. Raises CallIncomplete, naming all that is missing."""
    consultation = locked(consultation)
    if consultation.published_at is not None:
        return consultation
    if missing := parts.missing(consultation):
        raise CallIncomplete(missing)
    consultation.published_at, consultation.published_by = now(), by
    consultation.published_as = of_convener(by, consultation)
    consultation.save(update_fields=["published_at", "published_by", "published_as"])
    return consultation


def _correct(consultation: Consultation, part: str, before: str, after: str, reason: str, by: Person) -> None:
    CallCorrection.objects.create(
        consultation=consultation, part=part, before=before, after=after, reason=reason.strip(), by=by,
        acted_as=of_convener(by, consultation),
    )  # fmt: skip


def _texts_of(row: ConsultationLevel) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("reason_es", "reason_en", "duty_es", "duty_en")}


def _refuse_silent(reason: str) -> None:
    if not reason.strip():
        raise Refused(
            "reason-needed",
            _("The call is public: a change needs a reason."),
            rule="G18, G27.II",
            advice=_("Write in one or two sentences why it changes. The reason is public."),
        )
    if len(reason) > LONGEST_REASON:
        raise Refused(
            "reason-too-long",
            _("The reason has more than %(most)d characters.") % {"most": LONGEST_REASON},
            advice=_("Shorten it."),
        )


def _refuse_past(consultation: Consultation, changed: Mapping[str, Any]) -> None:
    for name in ("applications_open_at", "applications_close_at", "starts_at", "ends_at"):
        instant = changed.get(name)
        if instant is not None and instant <= now():
            label = label_of(name)
            raise Refused(
                "date-in-the-past",
                _("“%(date)s” would be in the past.") % {"date": label},
                rule="G18.IV",
                advice=_("Choose a later date and time."),
            )


def _refuse_earlier_closing(consultation: Consultation, values: Mapping[str, Any]) -> None:
    closing = values.get("applications_close_at")
    known = consultation.applications_close_at
    if closing is not None and known is not None and closing < known:
        raise Refused(
            "closing-brought-forward",
            _("A published closing date can't come earlier."),
            rule="G18.IV, G8.II",
            advice=_("Whoever counts on the published date must keep it. It can be moved later, with a reason."),
        )


def _refuse_emptied(consultation: Consultation, values: Mapping[str, Any]) -> None:
    changed = Consultation(**{**_fields_of(consultation), **values})
    if lost := parts.missing_in_texts(changed):
        raise CallIncomplete(lost)


def _fields_of(consultation: Consultation) -> dict[str, Any]:
    return {field.attname: getattr(consultation, field.attname) for field in consultation._meta.concrete_fields}


def _refuse_levels_without_reason(chosen: Mapping[Level, Mapping[str, str]]) -> None:
    silent = [level for level, texts in chosen.items() if not (texts["reason_es"] or texts["reason_en"])]
    if not chosen or silent:
        raise Refused(
            "levels-incomplete",
            _("A published call keeps at least one level, each with its reason."),
            rule="G13.II, G18.I",
            advice=_("Choose a level and say why it and not the next."),
        )
