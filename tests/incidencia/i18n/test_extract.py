"""Gathering sentences."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from incidencia.i18n.extract import in_template, load, renew, sentences
from incidencia.i18n.python import in_python

CODE = '''
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext, npgettext_lazy
from django.utils import translation
_("one " "sentence")
translation.gettext("by attribute")
gettext_lazy("%(n)d lazy")
ngettext("%(n)d day", "%(n)d days", n)
pgettext("floor", "turn")
npgettext_lazy("floor", "turn", "turns", n)
_("yes" if x else "no")
_(variable); _(f"x{y}"); _(""); _(); ngettext("only one")
other("not this")
'''

PAGE = """{% extends "base.html" %}
{% load partials %}
{# Translators: a comment #}
    {% translate "Open" %}
  {% translate "turn" context "floor" %} {% trans 'Old style' as old %}
{% partialdef row inline %}
      {% blocktranslate trimmed count n=rows|length with name=who.name %}
          {{ n }} row of {{ name }}, 100%
      {% plural %}
          {{ n }} rows of {{ name }}, 100%
      {% endblocktranslate %}
    it's "unbalanced (text] with ' quotes
{% endpartialdef %}
{% include "x.html" with title=_("In a tag") %}
{{ _("In a variable") }} {{ x|default:_("In a filter") }}
{% comment %} {% translate "Not this" %} {% endcomment %}
<p title="{% translate "In an attribute" %}">"""


def test_sentences_of_code_are_found_whatever_the_function() -> None:
    assert {(found.text, found.context) for found in in_python(CODE)} == {
        ("one sentence", None),
        ("by attribute", None),
        ("%(n)d lazy", None),
        (("%(n)d day", "%(n)d days"), None),
        ("turn", "floor"),
        (("turn", "turns"), "floor"),
        ("yes", None),
        ("no", None),
    }


def test_sentences_of_templates_are_found_also_in_partials_and_beside_odd_quotes() -> None:
    assert {(found.text, found.context) for found in in_template(PAGE, "page.html")} == {
        ("Open", None),
        ("turn", "floor"),
        ("Old style", None),
        (("%(n)s row of %(name)s, 100%%", "%(n)s rows of %(name)s, 100%%"), None),
        ("In a tag", None),
        ("In a variable", None),
        ("In a filter", None),
        ("In an attribute", None),
    }


def test_a_template_that_cannot_be_read_is_named() -> None:
    with pytest.raises(SyntaxError, match=r"bad\.html"):
        list(in_template("{% blocktranslate %}{% if x %}{% endblocktranslate %}", "bad.html"))


def test_migrations_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "p" / "migrations").mkdir(parents=True)
    (tmp_path / "p" / "a.py").write_text('_("here")')
    (tmp_path / "p" / "b.subject.txt").write_text('{% translate "there" %}')
    (tmp_path / "p" / "c.js").write_text('_("nowhere")')
    (tmp_path / "p" / "migrations" / "0001.py").write_text('_("never")')
    assert {message.id for message in sentences(tmp_path, ("p",)) if message.id} == {"here", "there"}


def said(*texts: str | tuple[str, str]) -> Catalog:
    catalogue = Catalog(charset="utf-8")
    for text in texts:
        catalogue.add(text)
    return catalogue


def test_renewing_keeps_translations_and_forgets_what_is_no_longer_said(tmp_path: Path) -> None:
    path = tmp_path / "es_MX" / "django.po"
    renew(path, "es_MX", said("Zeta", "Alpha", ("day", "days")))
    path.write_text(path.read_text().replace('msgid "Alpha"\nmsgstr ""', 'msgid "Alpha"\nmsgstr "Alfa"'))
    renew(path, "es_MX", said("Alpha", "Alphabet"))
    text = path.read_text()
    assert 'msgid "Alpha"\nmsgstr "Alfa"' in text
    assert 'msgid "Alphabet"\nmsgstr ""' in text
    assert "Zeta" not in text
    assert "fuzzy" not in text


def test_renewing_twice_gives_the_same_bytes_without_dates_or_places(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    renew(path, "es_MX", said("b %(x)s", "a"))
    once = path.read_bytes()
    renew(path, "es_MX", said("a", "b %(x)s"))
    assert path.read_bytes() == once
    assert b"Date" not in once
    assert b"@" not in once
    assert b"\n#: " not in once
    assert [message.id for message in load(path, "es_MX") if message.id] == ["a", "b %(x)s"]
