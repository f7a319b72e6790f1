"""All that is held about a person: gathered from the parts settings.OWN_DATA names, and this part's own share."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts import zones
from incidencia.accounts.models import Acceptance, Person

Sections = dict[str, list[dict[str, Any]]]


def everything(person: Person) -> Sections:
    """Promise the sections of all parts, in the order of settings.OWN_DATA."""
    sections: Sections = {}
    for path in settings.OWN_DATA:
        for title, records in import_string(path)(person).items():
            sections.setdefault(title, []).extend(records)
    return sections


def as_download(person: Person) -> dict[str, Any]:
    """Promise the same, as one JSON object with the instant at which it was gathered."""
    return {_("Gathered at"): clock.now(), _("About"): person.email, **everything(person)}


def collect(person: Person) -> Sections:
    """Promise what this part holds: the account and the notices accepted."""
    confirmed = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    account = {
        _("Name"): person.name,
        _("E-mail"): person.email,
        _("E-mail confirmed"): person.email in set(confirmed),
        _("Language"): person.get_language_display(),
        _("Time zone"): zones.label(person.zone),
        _("Account made"): person.joined_at,
        _("Last sign-in"): person.last_login,
        _("Password"): _("Kept in a form nobody can read"),
    }
    accepted = Acceptance.objects.filter(person=person).select_related("notice")
    return {
        _("Your account"): [account],
        _("Privacy notices you accepted"): [{_("Version"): a.notice.version, _("Accepted"): a.at} for a in accepted],
    }
