"""Forms of written statements."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField, readable
from sessions.core.state import Room
from sessions.forms.room import LANGUAGES, ActForm, Choices
from sessions.wording.words import titled


def items_of(room: Room) -> Choices:
    """The whole session, or one item."""
    items = [(i.plan.id, f"{n}. {titled(i.plan)}") for n, i in enumerate(room.items, 1)]
    return [("", str(_("The whole session"))), *items]


def fields() -> dict[str, Any]:
    """The fields of a statement, the same in the room and after it."""
    return {
        "title": forms.CharField(label=_("Title"), max_length=300, validators=[readable]),
        "text": WordsField(
            rows=8, label=_("Statement"),
            help_text=_("It is annexed to the minutes word for word. It is neither read aloud nor debated."),
        ),
        "language": forms.ChoiceField(label=_("Language"), choices=LANGUAGES),
        "item": forms.ChoiceField(label=_("About"), required=False),
    }  # fmt: skip


class StatementForm(ActForm):
    def prepare(self) -> None:
        self.fields |= fields()
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = items_of(self.room)
        item.initial = self.room.current
