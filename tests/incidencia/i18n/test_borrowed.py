"""What Django and allauth say on our pages, they say in Spanish too."""

from pathlib import Path

import allauth
import django
import pytest
from django.utils import translation

from incidencia.i18n.extract import in_template
from incidencia.i18n.python import Sentence, in_python

ALLAUTH, DJANGO = Path(allauth.__file__).parent, Path(django.__file__).parent
SHOWN = [
    *[ALLAUTH / "account" / name for name in ("forms.py", "adapter.py", "fields.py", "models.py", "views.py")],
    *sorted((ALLAUTH / "account" / "internal").rglob("*.py")),
    *sorted((ALLAUTH / "templates" / "account").rglob("*.txt")),
    *[DJANGO / "core" / "validators.py", DJANGO / "contrib" / "auth" / "password_validation.py"],
    *[DJANGO / "contrib" / "auth" / "forms.py", DJANGO / "contrib" / "auth" / "validators.py"],
    *[DJANGO / "forms" / name for name in ("fields.py", "models.py", "formsets.py", "widgets.py")],
    *[DJANGO / "db" / "models" / "fields" / "__init__.py", DJANGO / "utils" / "timesince.py"],
]
# Said the same in both languages.
ALIKE = {"No", "URL", "IPv4", "IPv6", "Token", "%(field_labels)s", ", "}


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: "/".join(path.parts[-3:]))
def test_nothing_borrowed_falls_back_to_english(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = in_python(text) if path.suffix == ".py" else in_template(text, path.name)
    with translation.override("es-mx"):
        english = {sentence.text for sentence in found if _spanish(sentence) == sentence.text}
    assert english - ALIKE == set()


def _spanish(sentence: Sentence) -> str | tuple[str, ...]:
    text, context = sentence
    if isinstance(text, tuple):
        one, many = text
        number = (translation.npgettext, (context,)) if context else (translation.ngettext, ())
        return tuple(number[0](*number[1], one, many, count) for count in (1, 2))
    return translation.pgettext(context, text) if context else translation.gettext(text)
