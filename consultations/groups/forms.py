"""What is asked in groups."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.groups.kinds import Audience, Joining, Kind, Readers
from consultations.groups.models import Group, GroupMeeting
from consultations.groups.noting import MOST_FILES
from consultations.groups.queries import may_be_invited
from consultations.members.models import Membership
from incidencia.accounts.models import Person
from incidencia.files.forms import AttachmentsField
from incidencia.ids import new_token
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable
from incidencia.web.instants import InstantField

LONG = 20_000  # characters of a minuta, a report, a note


class Plain(forms.Form):
    """Labels without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class Keyed(Plain):
    """A form that does its work once: its key goes with it, and is made when it is first shown."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64, validators=[readable], initial=new_token)


class Spoken(Keyed):
    """A keyed form whose words are in a language."""

    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "es")[:2]


class GroupForm(Spoken):
    """A group: what it is, what for, who reads it, how one joins."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Kind.choices, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Name"), max_length=150, validators=[readable],
        help_text=_("The other members read it, whoever reads the rest."),
    )  # fmt: skip
    purpose = WordsField(label=_("What for"), max_length=2000)
    own_side = forms.BooleanField(
        label=_("Only my side may join"), required=False,
        help_text=_("A caucus is always of one side; a working group is of both."),
    )  # fmt: skip
    readers = forms.ChoiceField(
        label=_("Who reads what it does"), choices=Readers.choices, widget=forms.RadioSelect,
        help_text=_("It can't be changed later: what was said in confidence stays so. Notes are for its members."),
    )  # fmt: skip
    joining = forms.ChoiceField(label=_("How one joins"), choices=Joining.choices, widget=forms.RadioSelect)
    objection_days = forms.IntegerField(
        label=_("Business days to object to a report"), min_value=1, max_value=20, initial=2,
        help_text=_("Before anything is told outside, its members have this long to object."),
    )  # fmt: skip

    field_order = ["kind", "name", "purpose", "own_side", "readers", "joining", "objection_days", "language"]


class JoinForm(Plain):
    """A word with it."""

    words = WordsField(label=_("A word to its coordination"), max_length=1000, required=False, rows=2)


class ReasonForm(Plain):
    """Why."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Whoever it concerns reads it."))


class InviteForm(Plain):
    """One member of the process, and a word with it."""

    words = WordsField(label=_("A word with it"), max_length=1000, required=False, rows=2)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["membership"] = MemberField(
            label=_("Who"), queryset=may_be_invited(group), empty_label=_("Choose")
        )
        self.order_fields(["membership", "words"])


class MemberField(forms.ModelChoiceField):
    """A member of the process, by name and for whom they speak."""

    def label_from_instance(self, obj: Membership) -> str:  # type: ignore[override]
        """Promise the name, and for whom."""
        return f"{obj.person.name} · {obj.speaks_for}" if obj.speaks_for else obj.person.name


class PeopleField(forms.ModelMultipleChoiceField):
    """People, by name."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Person) -> str:  # type: ignore[override]
        """Promise the name."""
        return obj.name


class MeetingForm(Spoken):
    """A meeting: when, where, on what, with the agency or without."""

    title = forms.CharField(label=_("Title"), max_length=150, validators=[readable])
    minutes = forms.IntegerField(label=_("Minutes it lasts"), min_value=1, max_value=1440, initial=60)
    place = forms.CharField(label=_("Place"), max_length=300, required=False, validators=[readable])
    link = forms.URLField(
        label=_("Link of the conference"), max_length=500, required=False, assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"]), readable],
        help_text=_("Only those called to the meeting see it. A place, a link, or both."),
    )  # fmt: skip
    agenda = WordsField(label=_("Agenda"), max_length=4000, rows=5)

    def __init__(self, *args: Any, zone: str, officials: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_at"] = InstantField(label=_("Starts"), zone=zone)
        if officials:
            self.fields["officials"] = PeopleField(
                label=_("Officials invited by name"), required=False,
                queryset=Person.objects.filter(pk__in=[one.pk for one in officials]).order_by("name", "pk"),
                help_text=_("None: you meet without the agency. Who is invited reads this meeting and nothing else."),
            )  # fmt: skip
        self.order_fields(["title", "starts_at", "minutes", "place", "link", "agenda", "officials", "language"])


class MinutaForm(Spoken):
    """What was discussed, and who was present."""

    text = WordsField(
        label=_("What was discussed and settled"), max_length=LONG, rows=10,
        help_text=_("Blank lines separate paragraphs; **bold** and lists with hyphens work."),
    )  # fmt: skip
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, people: list[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["key"]
        self.fields["present"] = PeopleField(
            label=_("Who was present"), help_text=_("Each of them is asked to confirm the minuta."),
            queryset=Person.objects.filter(pk__in=[person.pk for person, _capacity in people]).order_by("name", "pk"),
        )  # fmt: skip
        self.order_fields(["text", "present", "language"])


class ReportForm(Spoken):
    """The words of a report, and who will read it."""

    title = forms.CharField(label=_("Title"), max_length=200, validators=[readable])
    text = WordsField(
        label=_("What you tell"), max_length=LONG, rows=10,
        help_text=_("Blank lines separate paragraphs; **bold** and lists with hyphens work."),
    )  # fmt: skip
    audience = forms.ChoiceField(label=_("Who will read it"), choices=Audience.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = forms.ModelChoiceField(
            label=_("Of which meeting"), queryset=GroupMeeting.objects.filter(group=group, cancelled_at__isnull=True),
            required=False, empty_label=_("Of none"),
        )  # fmt: skip
        self.fields["meeting"].label_from_instance = lambda row: row.title  # type: ignore[attr-defined]
        if group.readers == Readers.EVERYBODY:
            self.fields["audience"].required = False
            self.fields["audience"].widget = forms.HiddenInput()
        self.order_fields(["title", "text", "audience", "meeting", "language"])


class RewordForm(Plain):
    """The words written anew; `base` is the number of those that were read."""

    title = forms.CharField(label=_("Title"), max_length=200, validators=[readable])
    text = WordsField(label=_("What you tell"), max_length=LONG, rows=10)
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ObjectForm(Plain):
    """Why."""

    text = WordsField(label=_("Why you object"), max_length=2000, help_text=_("The group reads it, with your name."))


class NoteForm(Keyed):
    """A note, with papers."""

    text = WordsField(label=_("Note"), max_length=LONG)
    attachments = AttachmentsField(label=_("Attachments"), most=MOST_FILES)
