"""What is asked to write, correct and publish an item."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.activities.models import Activity
from consultations.modes.information.models import Item, ItemVersion, Kind
from consultations.modes.information.ready import WORDS as MOST_WORDS
from consultations.modes.information.writing import FACTS, MOST_FILES, WORDS
from incidencia.clock import now
from incidencia.files.forms import AttachmentsField
from incidencia.text.typed import readable
from incidencia.web.instants import FIRST, LAST, InstantField
from incidencia.web.templatetags.ui import local

BASE = "base"


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _line(label: Any, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, validators=[readable], **kwargs)


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, **kwargs)


class ItemForm(forms.Form):
    """An item: kind, words in one language or two, files, and what goes with a meeting or a reserve."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    title_es = _line(_("Title in Spanish"), 200)
    title_en = _line(_("Title in English"), 200)
    summary_es = _line(
        _("In plain words, in Spanish"), 1200, widget=_area(3), help_text=_("At most 80 words (G27.II).")
    )  # fmt: skip
    summary_en = _line(_("In plain words, in English"), 1200, widget=_area(3))
    body_es = _line(_("Text in Spanish"), 100_000, widget=_area(10))
    body_en = _line(_("Text in English"), 100_000, widget=_area(10))
    attachments = AttachmentsField(label=_("Files"), most=MOST_FILES)
    keep = forms.MultipleChoiceField(label=_("Files that stay"), required=False, widget=forms.CheckboxSelectMultiple)
    supersedes = forms.ModelChoiceField(
        queryset=Item.objects.none(), label=_("Replaces"), required=False, empty_label=_("Nothing"),
        help_text=_("The replaced item stays readable and points to this one."),
    )  # fmt: skip
    place = _line(_("Place of the meeting"), 200)
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"), help_text=_("Empty: it lasts one day."))
    reserved = forms.BooleanField(
        label=_("Reserve the text"), required=False,
        help_text=_("Everybody sees that it exists: title, ground, review date. Only officials read the rest (A9)."),
    )  # fmt: skip
    ground = _line(
        _("Ground and article"), 500, widget=_area(2), help_text=_("And the harm that publishing it would do.")
    )
    decided_by = _line(_("Who decided the reserve"), 300)
    review_on = _day(_("Review date"), help_text=_("The reserve is looked at again then, at the latest."))
    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, activity: Activity, version: ItemVersion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "initial": _initial(version), **kwargs})
        self.fields["read_by"] = InstantField(
            label=_("To be read by"), zone=activity.consultation.zone, required=False,
            help_text=_("The members find it among what waits for them until they mark it as read."),
        )  # fmt: skip
        files = list(version.attachments.order_by("pk")) if version else []
        self.fields["keep"].choices = [(file.pk, file.name) for file in files]  # type: ignore[attr-defined]
        if not files:
            del self.fields["keep"]
        replaceable = Item.objects.filter(activity=activity, publish_at__lte=now()).prefetch_related("versions")
        chosen: Any = self.fields["supersedes"]
        chosen.queryset = replaceable.exclude(pk=version.item_id) if version else replaceable
        chosen.label_from_instance = _named

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es", "").strip() or data.get("title_en", "").strip()):
            self.add_error("title_es", _("Write the title in at least one language."))
        for name in ("summary_es", "summary_en"):
            if (n := len(data.get(name, "").split())) > MOST_WORDS:
                said = _("It has %(n)s words; the limit is %(most)s: whoever has no time reads only this (G27.II).")
                self.add_error(name, said % {"n": n, "most": MOST_WORDS})
        self._dates(data)
        self._reserve(data)
        return data

    def values(self) -> dict[str, Any]:
        """Promise what the services take: kind, what it replaces, facts and words."""
        return {name: self.cleaned_data.get(name) for name in ("kind", "supersedes", *FACTS, *WORDS)}

    def kept(self) -> set[int]:
        """Promise the keys of the files that stay."""
        return {int(pk) for pk in self.cleaned_data.get("keep", [])}

    def _dates(self, data: dict[str, Any]) -> None:
        for name in ("starts_on", "ends_on", "review_on"):
            value: date | None = data.get(name)
            if value is not None and not FIRST <= value.year <= LAST:
                self.add_error(name, _("Write a year that a calendar knows."))
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if data.get("kind") != Kind.MEETING:
            if starts or ends:
                self.add_error("starts_on", _("Only an international meeting has days."))
        elif starts is None:
            self.add_error("starts_on", _("Say when the meeting begins."))
        elif ends is not None and ends < starts:
            self.add_error("ends_on", _("It ends before it begins."))
        else:
            data["ends_on"] = ends or starts

    def _reserve(self, data: dict[str, Any]) -> None:
        said = _("A reserve says its ground, who decided it and when it is looked at again (A9).")
        if not data.get("reserved"):
            return
        for name in ("ground", "decided_by", "review_on"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, said)


class CorrectionForm(ItemForm):
    """The next version of what is published: its kind and what it replaces stay."""

    reason = forms.CharField(
        label=_("Why it changes"), max_length=1000, validators=[readable], widget=_area(2),
        help_text=_("Everybody reads the reason."),
    )  # fmt: skip

    def __init__(self, *args: Any, version: ItemVersion, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        del self.fields["supersedes"]
        self.fields["kind"].required = False
        self.fields["kind"].widget = forms.HiddenInput()
        self._kind = version.item.kind

    def clean_kind(self) -> str:
        """The kind does not change."""
        return self._kind


class PublishForm(forms.Form):
    """At once, or at an instant to come."""

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["at"] = InstantField(
            label=_("Publish at"), zone=zone, required=False, help_text=_("Empty: at once.")
        )


def _initial(version: ItemVersion | None) -> dict[str, Any]:
    if version is None:
        return {}
    files = [file.pk for file in version.attachments.all()]
    item = version.item
    return {
        "kind": item.kind, "supersedes": item.supersedes_id, "keep": files, BASE: version.at.isoformat(),
        **{name: getattr(item, name) for name in FACTS}, **{name: getattr(version, name) for name in WORDS},
    }  # fmt: skip


def _named(item: Item) -> str:
    versions = {version.number: version for version in item.versions.all()}
    return f"{item.reference} · {local(versions[item.current], 'title')}"
