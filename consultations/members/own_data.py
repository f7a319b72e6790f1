"""What terms, notices and separations hold about a person: about them, and what they decided about others."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.members.models import Separation, SeparationNotice, TermChange
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise every act on the person's terms and leaving, and those they did or decided."""
    return {
        _("Changes of terms, of yours or made by you"): [
            {
                _("Process"): row.membership.consultation.reference, _("Member"): row.membership.person.name,
                _("What happened"): str(row.get_kind_display()), _("Last day before"): row.before_on,
                _("Last day"): row.ends_on, _("Reason"): row.reason, _("By"): row.by.name,
                _("Capacity"): row.acted_as, _("When"): row.at,
            }
            for row in TermChange.objects.filter(Q(membership__person=person) | Q(by=person)).select_related(
                "membership__consultation", "membership__person", "by"
            )
        ],
        _("Notices of separation, to you, by you or decided by you"): _notices(person),
        _("Ends of memberships, of yours or decided by you"): [
            {
                _("Process"): row.membership.consultation.reference, _("Member"): row.membership.person.name,
                _("Cause"): str(row.get_cause_display()), _("Published"): row.public_words,
                _("What you want to say"): row.words if row.membership.person_id == person.pk else "",
                _("Since"): row.on, _("By"): row.by.name, _("Capacity"): row.acted_as, _("When"): row.at,
            }
            for row in Separation.objects.filter(Q(membership__person=person) | Q(by=person)).select_related(
                "membership__consultation", "membership__person", "by"
            )
        ],
    }  # fmt: skip


def _notices(person: Person) -> Records:
    """Who only gave or decided a notice gets their own words, not those of the member."""
    rows = SeparationNotice.objects.filter(
        Q(membership__person=person) | Q(by=person) | Q(decided_by=person) | Q(decider=person)
    ).select_related("membership__consultation", "membership__person", "by", "decider", "decided_by")
    found = []
    for row in rows:
        own = row.membership.person_id == person.pk
        gave, decided = own or row.by_id == person.pk, own or row.decided_by_id == person.pk
        found.append({
            _("Process"): row.membership.consultation.reference, _("Member"): row.membership.person.name,
            _("Cause"): str(row.get_cause_display()), _("What happened"): row.facts if gave else "",
            _("Ground"): row.ground if gave else "", _("Given"): row.at, _("By"): row.by.name,
            _("Capacity"): row.acted_as, _("Your reply"): row.reply if own else "", _("Replied"): row.replied_at,
            _("Who decides"): row.decider.name, _("Reasons"): row.reasons if decided else "",
            _("Separated"): row.separates, _("Decided"): row.decided_at,
        })  # fmt: skip
    return found
