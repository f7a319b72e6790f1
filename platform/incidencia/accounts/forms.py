"""Forms of one's own account. Those of allauth keep their behaviour; their words are ours."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidencia.accounts import notices, services, zones
from incidencia.accounts.models import Person

_LABELS = {
    "login": _("E-mail"),
    "email": _("E-mail"),
    "password": _("Password"),
    "oldpassword": _("Your present password"),
    "password1": _("New password"),
    "password2": _("New password, again"),
}
PASSWORD_HELP = _("At least 10 characters. A sentence is easy to remember and hard to guess.")


class OwnWords(forms.Form):
    """Gives the fields of an allauth form our labels, and takes its placeholders away."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = _LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            if name == "password1":
                field.help_text = PASSWORD_HELP
            elif name in _LABELS:
                field.help_text = ""


class LoginForm(OwnWords, allauth.LoginForm):
    """Sign in."""


class ResetPasswordForm(OwnWords, allauth.ResetPasswordForm):
    """Ask for the letter that lets one set a new password."""


class ResetPasswordKeyForm(OwnWords, allauth.ResetPasswordKeyForm):
    """Set a new password, coming from the letter."""


class ChangePasswordForm(OwnWords, allauth.ChangePasswordForm):
    """Change the password, knowing the present one."""


class SetPasswordForm(OwnWords, allauth.SetPasswordForm):
    """Set a first password."""


class AddEmailForm(OwnWords, allauth.AddEmailForm):
    """Change the e-mail: the new one counts once it is confirmed."""


class ReauthenticateForm(OwnWords, allauth.ReauthenticateForm):
    """Give the password again before something delicate."""


class SignupForm(OwnWords, allauth.SignupForm):
    """Sign up: name, e-mail, password, and the privacy notice in force accepted."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=_("As you want others to read it. It becomes public if you join a consultation."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    accept = forms.BooleanField(
        label=_("I have read the privacy notice and accept it"),
        error_messages={
            "required": _("An account needs the privacy notice accepted: it says what we keep about you and why.")
        },
    )
    notice = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ["name", "email", "password1", "accept", "notice"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password")
        self.fields["notice"].initial = notices.current().version

    @property
    def notice_text(self) -> SafeString:
        """The notice in force, so that reading it does not lose what was typed."""
        return notices.text_of(notices.current())

    def clean(self) -> dict[str, Any]:
        """Refuse an acceptance of a version that is no longer in force."""
        super().clean()
        version = notices.current().version
        if self.cleaned_data.get("accept") and self.cleaned_data.get("notice") != version:
            self.data = {**self.data.dict(), "notice": str(version), "accept": ""}  # type: ignore[attr-defined]
            self.add_error("accept", gettext("The privacy notice has a new version. Read it and accept it again."))
        return self.cleaned_data

    @transaction.atomic
    def save(self, request: HttpRequest) -> Person:
        """Make the person and their acceptance together, or neither."""
        person = super().save(request)
        services.notice_accept(person=person, version=self.cleaned_data["notice"])
        return person


class ProfileForm(forms.ModelForm[Person]):
    """Name, language and time zone."""

    zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zones.choices,
        help_text=_("Your own hour stands beside the official one of each session."),
    )

    class Meta:
        model = Person
        fields = ["name", "language", "zone"]
        labels = {"name": _("Your name"), "language": _("Language of pages and letters")}
        help_texts = {"name": _("It is public where you are a member or speak for an organization.")}

    def clean_name(self) -> str:
        """Refuse a name made of spaces."""
        return self.cleaned_data["name"].strip()
