"""The forms that prepare a session: facts, rules, contact, agenda, papers, seats."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.accounts import zones
from incidencia.accounts.models import Person
from incidencia.web.instants import InstantField
from sessions import wire
from sessions.core.ruleset import Rules
from sessions.core.terms import Balance, Base, Majority, Purpose, Role, Side
from sessions.forms.rarely import DecidingRules, folded, groups, refuse_contradictions, unfolded
from sessions.models import Session
from sessions.wording.words import choices


class Section(forms.Form):
    """One part of the page: says which it is, so that the page knows what was sent."""

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        self.session = session
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill what rests on the session."""


class FactsForm(Section):
    """Title, day and hour, host."""

    title_es = forms.CharField(label=_("Title in Spanish"), max_length=300, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=300, required=False)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones.choices)
    host_es = forms.CharField(label=_("Host, in Spanish"), max_length=300, required=False)
    host_en = forms.CharField(label=_("Host, in English"), max_length=300, required=False)

    def prepare(self) -> None:
        zone = self.data.get("facts-zone") or self.session.zone
        self.fields["starts_at"] = InstantField(label=_("Day and hour"), zone=zone)
        self.fields["ends_at"] = InstantField(
            label=_("Planned end"), zone=zone, required=False,
            help_text=_("Empty: the minutes of the items add up to it. The desk sees what falls off."),
        )  # fmt: skip
        self.order_fields(["title_es", "title_en", "starts_at", "ends_at", "zone", "host_es", "host_en"])


class RulesForm(DecidingRules, Section):
    """The numbers a room decides by. They are fixed when the session is convened."""

    groups, folded, unfolded = groups, folded, unfolded

    quorum_over_percent = forms.IntegerField(
        label=_("Quorum: more than this share (%)"), min_value=0, max_value=99
    )
    quorum_least = forms.IntegerField(
        label=_("Quorum: never fewer voting members than"), min_value=0, max_value=1000, initial=0,
        help_text=_("0: the share alone decides. Never more than everybody with a vote."),
    )  # fmt: skip
    speech_seconds = forms.IntegerField(label=_("Time of a turn (seconds)"), min_value=10, max_value=3600)
    objection_seconds = forms.IntegerField(
        label=_("Window to object (seconds)"), min_value=3, max_value=3600,
        help_text=_("Silence until it ends adopts. 90 seconds suit a session with people on line."),
    )  # fmt: skip
    cut_off_percent = forms.IntegerField(
        label=_("The window waits when more than this share of voting members is cut off (%)"), min_value=0,
        max_value=100,
    )  # fmt: skip
    late_objection_hours = forms.IntegerField(
        label=_("Hours in which those cut off may object after adoption"), min_value=0, max_value=240,
        help_text=_("0: until the session closes."),
    )  # fmt: skip
    majority = forms.ChoiceField(
        label=_("What carries a question that is voted, at least"), choices=choices(*Majority)
    )
    base = forms.ChoiceField(label=_("Counted of"), choices=choices(*Base))
    balance = forms.ChoiceField(label=_("Rule of the list of speakers"), choices=choices(*Balance))
    observers_speak = forms.BooleanField(label=_("Observers may ask for the floor"), required=False)
    chair_instructs = forms.BooleanField(
        label=_("The secretariat may act on the chair's instruction"), required=False
    )
    seal_seconds = forms.IntegerField(
        label=_("Seconds after closing in which it may be reopened"), min_value=0, max_value=86_400,
        help_text=_("Then the log is sealed and the minutes can circulate."),
    )  # fmt: skip
    review_days = forms.IntegerField(
        label=_("Business days to read the minutes before approval"), min_value=1, max_value=60
    )
    ratify_days = forms.IntegerField(
        label=_("Business days to ratify what was agreed ad referendum"), min_value=1, max_value=60
    )
    statement_hours = forms.IntegerField(
        label=_("Hours after closing for written statements and texts"), min_value=0, max_value=72,
        help_text=_("Only if it was announced before; the log is sealed afterwards. 0: no text follows."),
    )  # fmt: skip
    papers_days = forms.IntegerField(
        label=_("Business days before the session in which papers must have reached the members"), min_value=0,
        max_value=90,
    )  # fmt: skip
    proposal_days = forms.IntegerField(
        label=_("Days before the session until which members propose items"), min_value=0, max_value=90
    )
    alternates_vote = forms.BooleanField(
        label=_("An alternate votes instead of the member"), required=False,
        help_text=_("Otherwise alternates have a voice and the member keeps the vote."),
    )  # fmt: skip
    provisional_votes = forms.BooleanField(
        label=_("Somebody accredited provisionally votes"), required=False,
        help_text=_("Otherwise their vote waits until the letter comes."),
    )  # fmt: skip

    budgets = forms.BooleanField(
        label=_("The chair may set speaking time for each side"), required=False,
        help_text=_("Nobody is cut off: beyond it the chair gives the floor with a reason."),
    )  # fmt: skip
    replies = forms.IntegerField(
        label=_("Rights of reply of one person in one item, at most"), min_value=0, max_value=10
    )
    reply_seconds = forms.IntegerField(label=_("Seconds of a reply"), min_value=30, max_value=1800)
    motion_for = forms.IntegerField(
        label=_("How many speak for a procedural motion"), min_value=0, max_value=10,
        help_text=_("Besides whoever moves it, who gives the reasons."),
    )  # fmt: skip
    motion_against = forms.IntegerField(
        label=_("How many speak against a procedural motion"), min_value=0, max_value=10
    )
    off_record = forms.BooleanField(
        label=_("The chair may go off the record"), required=False,
        help_text=_("Nothing is decided nor noted meanwhile; its reason and its length are in the minutes."),
    )  # fmt: skip
    questions_waiting = forms.IntegerField(
        label=_("Questions in writing of one person that may wait for the desk"), min_value=1, max_value=20
    )
    answer_days = forms.IntegerField(
        label=_("Business days to answer in writing what had no answer"), min_value=1, max_value=60
    )
    observers_submit = forms.BooleanField(label=_("Observers may hand in written statements"), required=False)
    chat_days = forms.IntegerField(label=_("Days after which the chat is deleted"), min_value=0, max_value=90)
    silence_hours = forms.IntegerField(
        label=_("Hours that a text is under silence, at least"), min_value=24, max_value=1440,
        help_text=_("After the session: a text is agreed if nobody with a vote breaks the silence."),
    )  # fmt: skip
    amendment_minutes = forms.IntegerField(
        label=_("Minutes for amendments, from the moment a text is presented"), min_value=0, max_value=1440,
        initial=0,
        help_text=_("0: until it is decided. Later ones only if the chair waives it, with a reason."),
    )  # fmt: skip
    second_seconds = forms.IntegerField(
        label=_("Time of a second turn of one person on an item (seconds)"), min_value=0, max_value=3600, initial=0,
        help_text=_("0: as the first."),
    )  # fmt: skip
    adviser_seconds = forms.IntegerField(
        label=_("Time of a turn of an adviser (seconds)"), min_value=0, max_value=3600, initial=0,
        help_text=_("0: as a member's."),
    )  # fmt: skip
    observer_seconds = forms.IntegerField(
        label=_("Time of a turn of an observer (seconds)"), min_value=0, max_value=3600, initial=0,
        help_text=_("0: as a member's."),
    )  # fmt: skip
    expert_seconds = forms.IntegerField(
        label=_("Time of a turn of an invited expert (seconds)"), min_value=0, max_value=3600, initial=0,
        help_text=_("0: as a member's."),
    )  # fmt: skip
    list_seconds = forms.IntegerField(
        label=_("Seconds before closing in which the list is announced to close"), min_value=0, max_value=3600,
        initial=0, help_text=_("0: it may close at once. Sooner than this only with a reason."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        refuse_contradictions(self)
        return data

    def rules(self) -> Rules:
        """The session's rules with what was typed here; from then on they are rules of today's version."""
        known = wire.plain(wire.build(Rules, self.session.rules))
        made: Rules = wire.build(Rules, {**known, **self.cleaned_data, "version": Rules().version})
        return made


class ContactForm(Section):
    """How the session is reached and followed."""

    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    conference_url = forms.URLField(
        label=_("Conference link"), max_length=500, required=False, assume_scheme="https",
        help_text=_("Any provider. It opens beside the room; only those accredited see it."),
    )  # fmt: skip
    phone_number = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    phone_pin = forms.CharField(label=_("PIN of the call"), max_length=20, required=False)
    public_live = forms.BooleanField(
        label=_("Anybody may follow the room live"), required=False,
        help_text=_("Otherwise only those admitted follow it; that it takes place is always public."),
    )  # fmt: skip
    summary_es = forms.CharField(
        label=_("What it is about, in Spanish"), max_length=800, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("At most 80 words, in plain language."),
    )  # fmt: skip
    summary_en = forms.CharField(
        label=_("What it is about, in English"), max_length=800, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("summary_es", "summary_en"):
            words = len(str(data.get(name, "")).split())
            if words > 80:
                self.add_error(name, _("It has %(n)s words; at most 80 (G27.II). Shorten it.") % {"n": words})
        return data


class ItemForm(Section):
    """A point of the agenda."""

    title_es = forms.CharField(label=_("Item, in Spanish"), max_length=300, required=False)
    title_en = forms.CharField(label=_("Item, in English"), max_length=300, required=False)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=1, max_value=600)
    decides = forms.ChoiceField(
        label=_("What is asked of it"), choices=choices(*Purpose), required=False,
        help_text=_("It is for information, discussion or decision: members read it in the agenda."),
    )  # fmt: skip


class PaperForm(Section):
    """A paper: a file or a text."""

    title = forms.CharField(label=_("Title"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=[("es", _("Spanish")), ("en", _("English"))])
    position = forms.TypedChoiceField(label=_("For which item"), required=False, coerce=int, empty_value=None)
    file = forms.FileField(label=_("File"), required=False, help_text=_("PDF, ODT, DOCX or TXT, at most 10 MB."))
    text = forms.CharField(label=_("Or its text"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def prepare(self) -> None:
        items = [(i.position, i.title_es or i.title_en) for i in self.session.draft_items.all()]
        self.fields["position"].choices = [("", _("The whole session")), *items]  # type: ignore[attr-defined]


class SeatForm(Section):
    """Somebody accredited: found by e-mail, or known by name only."""

    email = forms.EmailField(
        label=_("E-mail of their account"), required=False,
        help_text=_("Leave it empty for somebody without an account: they are admitted by name."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Name, as the minutes will say it"), max_length=200, required=False,
        help_text=_("Empty: the name of the account."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Seat"), choices=choices(*Role), initial=Role.MEMBER)
    side = forms.ChoiceField(label=_("Side"), choices=choices(*Side), initial=Side.CIVIL)
    organization = forms.CharField(label=_("Organization or institution"), max_length=300, required=False)
    capacity = forms.CharField(label=_("Capacity"), max_length=200, required=False)
    votes = forms.BooleanField(label=_("Has a vote"), required=False)
    powers = forms.CharField(
        label=_("Powers to agree for the authority"), max_length=500, required=False,
        help_text=_("Only public officials: the appointment or letter they rest on (G22)."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        person = None
        if data.get("email"):
            person = Person.objects.filter(email__iexact=data["email"], is_active=True).first()
            if person is None:
                self.add_error("email", _("Nobody has an account with this e-mail. Check it, or leave it empty."))
        elif not data.get("name", "").strip():
            self.add_error("name", _("Write a name, or the e-mail of an account."))
        data["person"] = person
        if person and not data.get("name", "").strip():
            data["name"] = person.name
        return data
