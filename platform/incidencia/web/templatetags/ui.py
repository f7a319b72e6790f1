"""What templates say often: fields, errors, texts in pairs, instants, initials. Loaded everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django import forms, template
from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.utils.translation import get_language

from incidencia.web import times
from incidencia.web.refusals import RefusalError, Refused

register = template.Library()

PARTICLES = {"de", "del", "la", "las", "los", "y", "e", "of", "the", "and", "von", "van", "da", "do"}


@register.inclusion_tag("ui/_field.html")
def field(bound: BoundField, label: str = "", help: str = "") -> dict[str, Any]:
    """Render one field: label, help, error and control, joined as assistive technology needs them."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        kind = "check"
    elif isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        kind = "choices"
    else:
        kind = "control"
    return {
        "field": bound,
        "kind": kind,
        "label": label or bound.label,
        "help": help or bound.help_text,
        "described": bound.aria_describedby if kind == "choices" else None,
    }


@register.inclusion_tag("ui/_errors.html")
def errors(*sources: BaseForm | BaseFormSet | Refused | None) -> dict[str, Any]:
    """Render the summary of what is wrong with forms, formsets or a refusal; nothing when nothing is."""
    return {"problems": [problem for source in sources if source for problem in _problems(source)]}


@register.filter
def local(thing: Any, name: str) -> str:
    """The text `name` of a pair in the reader's language, else in the other: `session|local:"title"`."""
    return _pair(thing, name)[0]


@register.filter
def local_lang(thing: Any, name: str) -> str:
    """The language of what `local` shows, for a `lang` attribute."""
    return _pair(thing, name)[1]


@register.filter
def when(moment: datetime | date | None, zone: object = None) -> str:
    """Weekday, date, time and zone, all named. A date alone has neither time nor zone."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return times.long_day(moment, zone)
    return f"{times.long_day(moment, zone)}, {times.hour(moment, zone)} ({times.zone_name(zone)})"


@register.filter
def day(moment: datetime | date | None, zone: object = None) -> str:
    """The date in a zone: "14 de marzo de 2026"."""
    return "" if moment is None else times.short_day(moment, zone)


@register.filter
def weekday(moment: datetime | date | None, zone: object = None) -> str:
    """Weekday and date in a zone: "sábado, 14 de marzo de 2026"."""
    return "" if moment is None else times.long_day(moment, zone)


@register.filter
def hour(moment: datetime | None, zone: object = None) -> str:
    """The hour in a zone: "10:00"."""
    return "" if moment is None else times.hour(moment, zone)


@register.filter
def day_number(moment: datetime | date, zone: object = None) -> str:
    """The day of the month in a zone: "14"."""
    return times.part(moment, zone, "d")


@register.filter
def month(moment: datetime | date, zone: object = None) -> str:
    """The short name of the month in a zone: "mar"."""
    return times.part(moment, zone, "LLL").rstrip(".")


@register.filter
def zone_name(zone: object) -> str:
    """What a zone is called: "hora de Ciudad de México"."""
    return times.zone_name(zone)


@register.filter
def iso(moment: datetime | date | None) -> str:
    """The instant for the `datetime` attribute of `<time>`."""
    return "" if moment is None else moment.isoformat()


@register.filter
def minutes_span(length: timedelta | int | None) -> str:
    """A length in hours and minutes: "1 h 30 min". A number is minutes."""
    return "" if length is None else times.span(length)


@register.filter
def unbroken(text: str) -> str:
    """A short text that no line breaks: a telephone number, a person's code."""
    return str(text).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def initials(name: str) -> str:
    """The first letters of the first two words that count: "Ana de la Rivas" is AR."""
    words = [word for word in str(name).split() if word.lower() not in PARTICLES and word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


def _pair(thing: Any, name: str) -> tuple[str, str]:
    languages = ("es", "en") if (get_language() or "es").startswith("es") else ("en", "es")
    for language in languages:
        key = f"{name}_{language}"
        text = thing.get(key) if isinstance(thing, dict) else getattr(thing, key, "")
        if text:
            return str(text), language
    return "", languages[0]


def _problems(source: BaseForm | BaseFormSet | Refused) -> Iterator[dict[str, Any]]:
    """What is wrong, as rows of the summary: text, and where known address, label, rule and advice."""
    if isinstance(source, Refused):
        yield _told(source)
    elif isinstance(source, BaseFormSet):
        for message in source.non_form_errors():
            yield {"text": message}
        for form in source.forms:
            yield from _problems(form)
    else:
        yield from _of_form(source)


def _of_form(form: BaseForm) -> Iterator[dict[str, Any]]:
    for name, mistakes in form.errors.as_data().items():
        bound = form[name] if name in form.fields else None
        for mistake in mistakes:
            if isinstance(mistake, RefusalError):
                row = _told(mistake.refusal)
            else:
                row = {"text": " ".join(mistake.messages)}
            if bound is not None and not bound.is_hidden:
                row |= {"href": f"#{_target(bound)}", "label": bound.label}
            yield row


def _told(refusal: Refused) -> dict[str, Any]:
    return {"text": refusal.message, "rule": refusal.rule, "advice": refusal.advice}


def _target(bound: BoundField) -> str:
    """The id of what receives focus: the first choice of a group, else the control."""
    if bound.id_for_label:
        return bound.id_for_label
    first = next(iter(bound.subwidgets), None)
    return first.id_for_label if first is not None else bound.auto_id
