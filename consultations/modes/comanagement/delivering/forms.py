"""What is asked to deliver, to return a result, and to write how it goes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.modes.comanagement.models import Deliverable
from incidencia.files.forms import AttachmentsField
from incidencia.text.typed import WordsField

MOST_FILES = 5
MOST_LINKS = 10
LONGEST = 500


def addresses(text: str) -> list[str]:
    """Promise the addresses typed, one on each line. Raises ValidationError naming the one that is none."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if len(found) > MOST_LINKS:
        raise ValidationError(gettext("At most %(n)s links.") % {"n": MOST_LINKS})
    check = URLValidator(schemes=["http", "https"])
    for one in found:
        try:
            if len(one) > LONGEST:
                raise ValidationError("")
            check(one)
        except ValidationError:
            said = gettext(
                "“%(link)s” is no address of a page. It begins with https:// and stands alone on its line."
            )
            raise ValidationError(said % {"link": one[:80]}) from None
    return found


class DeliverForm(forms.Form):
    """For each deliverable, what shows that its criterion is met; links and files."""

    links = WordsField(
        label=_("Links"), required=False, max_length=MOST_LINKS * LONGEST, help_text=_("One on each line.")
    )
    attachments = AttachmentsField(label=_("Files"), most=MOST_FILES)

    def __init__(self, *args: Any, deliverables: Sequence[Deliverable], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        asked = {
            f"evidence_{row.number}": WordsField(
                label=f"{row.number}. {row.what}", max_length=4000, help_text=row.criterion, rows=4,
                error_messages={"required": _("Say what shows that its criterion is met.")},
            )
            for row in deliverables
        }  # fmt: skip
        self.numbers = [row.number for row in deliverables]
        self.fields = {**asked, **self.fields}

    def clean_links(self) -> list[str]:
        """Each on its line, each an address."""
        return addresses(self.cleaned_data["links"])

    def evidence(self) -> dict[int, str]:
        """Promise what was said of each deliverable, by its number."""
        return {number: self.cleaned_data[f"evidence_{number}"] for number in self.numbers}

    @property
    def asked(self) -> list[forms.BoundField]:
        """One field for each deliverable."""
        return [self[f"evidence_{number}"] for number in self.numbers]


class KeyForm(forms.Form):
    """Which result is meant: the one that was read."""

    number = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(KeyForm):
    """What is missing in it."""

    reason = WordsField(
        label=_("What is missing, by which criterion"), max_length=2000, rows=4, help_text=_("Everybody reads it.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class NoteForm(forms.Form):
    """How it goes."""

    text = WordsField(label=_("How it goes"), max_length=4000, rows=4)
    attachments = AttachmentsField(label=_("Files"), most=MOST_FILES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
