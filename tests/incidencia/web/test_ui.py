"""Fields, errors, texts in pairs, instants."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django import forms
from django.template import engines
from django.utils.translation import override

from incidencia.web.refusals import Refused
from incidencia.web.templatetags import ui
from tests.incidencia.web.page import Element, read, unnamed_controls

NOON = datetime(2026, 3, 14, 18, 30, tzinfo=UTC)


class Application(forms.Form):
    name = forms.CharField(label="Name", help_text="As it will be public.")
    kind = forms.ChoiceField(label="Kind", widget=forms.RadioSelect, choices=[("a", "One"), ("b", "Other")])
    levels = forms.MultipleChoiceField(
        label="Levels", widget=forms.CheckboxSelectMultiple, choices=[("I", "Information")], required=False
    )
    about = forms.CharField(label="About", widget=forms.Textarea, required=False)
    accept = forms.BooleanField(label="I accept")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def shown(source: str, **context: object) -> Element:
    with override("en"):
        return read(engines["django"].from_string(source).render(context))


def every_field(form: forms.Form) -> Element:
    return shown("{% for f in form %}{% field f %}{% endfor %}", form=form)


def test_every_control_has_a_label_and_every_group_a_legend() -> None:
    page = every_field(Application())
    assert unnamed_controls(page) == []
    assert [legend.text for legend in page.all("legend")] == ["Kind", "Levels (optional)"]


def test_only_optional_fields_are_marked() -> None:
    page = every_field(Application())
    assert page.one("label", **{"for": "id_name"}).text == "Name"
    assert page.one("label", **{"for": "id_about"}).text == "About (optional)"


def test_help_and_error_are_tied_to_the_control() -> None:
    page = every_field(Application({}))
    described = page.one("input", id="id_name").attributes["aria-describedby"].split()
    texts = [p.text for p in page.all("p") if p.attributes.get("id") in described]
    assert texts == ["As it will be public.", "Error: This field is required."]
    assert page.one("input", id="id_name").attributes["aria-invalid"] == "true"
    group = next(page.all("fieldset")).attributes["aria-describedby"]
    assert page.one("p", id=group).text == "Error: This field is required."


def test_the_summary_leads_to_each_control() -> None:
    form = Application({})
    page = shown("{% errors form %}{% for f in form %}{% field f %}{% endfor %}", form=form)
    links = [a.attributes["href"].removeprefix("#") for a in page.one("div", role="alert").all("a")]
    assert links == ["id_name", "id_kind_0", "id_accept"]
    assert all(list(page.all("input", id=link)) for link in links)


def test_no_summary_without_errors() -> None:
    assert shown("{% errors form nothing %}", form=Application(), nothing=None).text == ""


def test_the_summary_takes_formsets() -> None:
    formset = forms.formset_factory(Application, min_num=1, validate_min=True)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-kind": "a", "form-0-accept": "on"}
    )
    page = shown("{% errors formset %}", formset=formset)
    assert [a.attributes["href"] for a in page.all("a")] == ["#id_form-0-name"]


def test_a_refusal_in_a_form_shows_message_rule_and_advice() -> None:
    form = Application({"name": "A", "kind": "a", "accept": "on"})
    assert form.is_valid()
    Refused("late", "100 % is late.", "G18", "Write to the office.").as_error(form)
    text = shown("{% errors form %}", form=form).text
    assert "100 % is late. Write to the office. Rule: G18" in text


def test_a_refusal_can_belong_to_a_field() -> None:
    form = Application({"name": "A", "kind": "a", "accept": "on"})
    Refused("taken", "Taken.").as_error(form, "name")
    Refused("gone", "No such field.").as_error(form, "elsewhere")
    assert form.errors["name"] == ["Taken."]
    assert form.non_field_errors() == ["No such field."]


def test_markup_in_what_was_typed_stays_text() -> None:
    form = Application({"name": "<script>alert(1)</script>", "kind": "<b>"})
    page = shown("{% errors form %}{% for f in form %}{% field f %}{% endfor %}", form=form)
    assert not list(page.all("script"))
    assert not list(page.all("b"))
    assert page.one("input", id="id_name").attributes["value"] == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("es-mx", {"title_es": "Uno", "title_en": "One"}, ("Uno", "es")),
        ("en", {"title_es": "Uno", "title_en": "One"}, ("One", "en")),
        ("en", {"title_es": "Uno", "title_en": ""}, ("Uno", "es")),
        ("es-mx", {"title_en": "One"}, ("One", "en")),
        ("en", {}, ("", "en")),
    ],
)
def test_a_pair_shows_the_readers_language_or_the_other(
    language: str, texts: dict[str, str], expected: tuple[str, str]
) -> None:
    with override(language):
        for thing in (texts, SimpleNamespace(**texts)):
            assert (ui.local(thing, "title"), ui.local_lang(thing, "title")) == expected


def test_an_instant_names_weekday_date_time_and_zone() -> None:
    with override("en"):
        said = ui.when(NOON, "America/Tijuana")
        assert said == "Saturday, March 14, 2026, 11:30 (Tijuana time)"
    with override("es-mx"):
        said = ui.when(NOON)
        assert said.startswith("sábado, 14 de marzo de 2026, 12:30 (")
        assert "Ciudad de México" in said


def test_an_instant_is_shown_in_the_zone_of_what_it_belongs_to() -> None:
    session = SimpleNamespace(zone="America/Cancun")
    assert ui.hour(NOON, session) == "13:30"
    assert ui.hour(NOON, "no/such") == ui.hour(NOON) == "12:30"


def test_the_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 3, 15, 4, 0, tzinfo=UTC)
    with override("es-mx"):
        assert ui.day(late, "America/Mexico_City") == "14 de marzo de 2026"
        assert (ui.day_number(late), ui.month(late)) == ("14", "mar")


def test_a_date_alone_has_no_time() -> None:
    with override("en"):
        assert ui.when(date(2026, 3, 14)) == "Saturday, March 14, 2026"


def test_nothing_is_said_of_no_instant() -> None:
    assert [f(None) for f in (ui.when, ui.day, ui.hour, ui.weekday, ui.iso, ui.minutes_span)] == [""] * 6


@pytest.mark.parametrize(
    ("length", "said"),
    [(0, "0 min"), (45, "45 min"), (90, "1 h 30 min"), (timedelta(hours=2), "2 h"), (-5, "5 min")],
)
def test_a_span_is_in_hours_and_minutes(length: int | timedelta, said: str) -> None:
    assert ui.minutes_span(length).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ana Rivas", "AR"), ("Ana de la Rivas", "AR"), ("Élia", "É"), ("", ""), ("(Ana) Rivas", "R")],
)
def test_initials_are_of_the_words_that_count(name: str, letters: str) -> None:
    assert ui.initials(name) == letters
