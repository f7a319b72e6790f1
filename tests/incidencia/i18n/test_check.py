"""A catalogue that isn't complete is refused."""

import pytest
from babel.messages.catalog import Catalog

from incidencia.i18n.check import faults

Text = str | tuple[str, ...]


def catalogue(*entries: tuple[Text, Text], fuzzy: bool = False) -> Catalog:
    made = Catalog(locale="es_MX")
    for text, translated in entries:
        made.add(text, translated, flags={"fuzzy"} if fuzzy else ())
    return made


def told(text: Text, translated: Text, *, fuzzy: bool = False) -> list[str]:
    return list(faults(catalogue((text, "")), catalogue((text, translated), fuzzy=fuzzy)))


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("Open", "Abrir"),
        ("%(n)s of %(m)s", "de %(m)s, %(n)s"),
        ("100%% of %(n)s", "el 100%% de %(n)s"),
        (("%(n)s day", "%(n)s days"), ("un día", "%(n)s días")),
        (("%(n)s day of %(who)s", "%(n)s days of %(who)s"), ("un día de %(who)s", "%(n)s días de %(who)s")),
        ("Dear {name}", "{name}:"),
        ("100 %", "100 %"),
    ],
)
def test_a_true_translation_passes(text: Text, translated: Text) -> None:
    assert told(text, translated) == []


@pytest.mark.parametrize(
    ("text", "translated", "fault"),
    [
        ("Open", "", "untranslated"),
        (("a day", "days"), ("un día", ""), "untranslated"),
        ("%(n)s left", "quedan", "placeholders differ"),
        ("%(n)s left", "quedan %(m)s", "placeholders differ"),
        ("left", "quedan %(m)s", "placeholders differ"),
        ("%(n)d left", "quedan %(n)s", "placeholders differ"),
        ("Dear {name}", "Hola", "placeholders differ"),
        (("%(n)s day", "%(n)s days"), ("un día", "días"), "placeholders differ"),
        ("The thread is still open.", "El hilo sigue abierto." * 3, "said more than once"),
        ("%(n)s %% left", "queda el %(n)s %", "bare percent sign"),
    ],
)
def test_a_broken_translation_is_named(text: Text, translated: Text, fault: str) -> None:
    (line,) = told(text, translated)
    assert line.startswith(fault)


def test_missing_guessed_and_unused_sentences_are_named() -> None:
    assert told("Open", "Abrir", fuzzy=True) == ["fuzzy: 'Open'"]
    assert list(faults(catalogue(("Open", "")), catalogue())) == ["missing: 'Open'"]
    assert list(faults(catalogue(), catalogue(("Open", "Abrir")))) == ["no longer said: 'Open'"]
