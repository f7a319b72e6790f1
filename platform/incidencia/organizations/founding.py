"""Agencies are founded, and coordinators named: by a superuser, on record (G23)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.accounts.services import person_bring_in
from incidencia.organizations import emails
from incidencia.organizations.models import Agency, Coordinator
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused


@transaction.atomic
def agency_found(*, name_es: str, name_en: str, acronym: str, by: Person | None) -> Agency:
    """Found an agency. `by` is None when the command line does it.

    Raises Refused when it has no name, no acronym, or its acronym is taken.
    """
    name_es, name_en, acronym = name_es.strip(), name_en.strip(), acronym.strip()
    if not acronym or not (name_es or name_en):
        raise Refused(
            "agency-without-name",
            _("An agency needs an acronym, and a name in at least one language."),
            advice=_("Write what is missing."),
        )
    if Agency.objects.filter(acronym__iexact=acronym).exists():
        raise Refused(
            "agency-exists",
            _("An agency with the acronym %(acronym)s exists.") % {"acronym": acronym},
            advice=_("Name a coordinator on its page, or choose another acronym."),
        )
    return Agency.objects.create(name_es=name_es, name_en=name_en, acronym=acronym, founded_by=by)


@transaction.atomic
def coordinator_name(
    *,
    agency: Agency,
    email: str,
    rank: str,
    by: Person | None,
    name: str = "",
    language: str = "es-mx",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Coordinator:
    """Name who convenes for `agency`, with their rank (G23), and write to them.

    An e-mail without account gets one, which needs `name`; the letter tells how to set the password.
    Raises Refused when name or rank is missing, the term is backwards, or they hold the office already.
    """
    starts_on = starts_on or today()
    person = Person.objects.filter(email=email.strip().lower()).first()
    _refuse_gaps(person, name=name, rank=rank, starts_on=starts_on, ends_on=ends_on)
    Agency.objects.select_for_update().get(pk=agency.pk)
    if person and agency.coordinators.in_force(starts_on).filter(person=person).exists():
        raise Refused(
            "office-held",
            _("%(person)s already coordinates %(agency)s.") % {"person": person.name, "agency": agency.acronym},
            rule="G23",
            advice=_("End the present office first to record another rank or term."),
        )
    holder = person or person_bring_in(email=email, name=name.strip(), language=language)
    office = Coordinator.objects.create(
        agency=agency, person=holder, rank=rank.strip(), starts_on=starts_on, ends_on=ends_on, named_by=by
    )
    emails.coordinator_named(office, is_new=person is None)
    return office


@transaction.atomic
def coordinator_end(*, office: Coordinator) -> Coordinator:
    """End an office at once. Ending what is over changes nothing."""
    office = Coordinator.objects.select_for_update().get(pk=office.pk)
    if office.ended_at is None and (office.ends_on is None or office.ends_on >= today()):
        office.cut_short()
    return office


def _refuse_gaps(person: Person | None, *, name: str, rank: str, starts_on: date, ends_on: date | None) -> None:
    if not rank.strip():
        raise Refused(
            "office-without-rank",
            _("The rank of the coordinator is missing."),
            rule="G23",
            advice=_("Write the rank as it stands in the appointment."),
        )
    if ends_on and ends_on < starts_on:
        raise Refused(
            "term-backwards",
            _("The term ends before it starts."),
            advice=_("Correct one of the two dates, or leave the end empty."),
        )
    if person is None and not name.strip():
        raise Refused(
            "person-without-name",
            _("Nobody has an account with that e-mail yet."),
            advice=_("Write the person's name too: an account is made for them and they get a letter."),
        )
