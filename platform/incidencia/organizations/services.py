"""What happens to organizations: they are registered and described."""

from typing import TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.organizations import networks
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Organization, Representation
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused


class Description(TypedDict):
    """What is said of an organization. Empty text means "not said"."""

    name: str
    acronym: str
    category: str
    category_other: str
    cluni: str
    state: str
    about: str
    is_network: bool


@transaction.atomic
def organization_register(*, by: Person, scope: str, description: Description) -> Organization:
    """Register an organization; `by` becomes its first representative, with `scope`.

    Raises Refused when it is already registered (same name in the same state, or same CLUNI).
    """
    organization = Organization(registered_by=by, **_consistent(description))
    _save(organization)
    Representation.objects.create(person=by, organization=organization, scope=scope, made_by=by)
    return organization


@transaction.atomic
def organization_edit(*, organization: Organization, description: Description) -> Organization:
    """Change what is said of an organization. Another name or category is verified anew (A8).

    Raises Refused as `organization_register` does, and when a network with members would stop being one.
    """
    if not description["is_network"] and networks.members_of(organization).exists():
        raise Refused(
            "network-has-members",
            _("It has members: it is a network."),
            rule="A8",
            advice=_("End their memberships first."),
        )
    for name, value in _consistent(description).items():
        setattr(organization, name, value)
    _save(organization)
    return organization


def twin_of(organization: Organization) -> Organization | None:
    """Promise another registered organization that is the same: by CLUNI, or by name and state."""
    others = Organization.objects.exclude(pk=organization.pk)
    if organization.cluni and (same := others.filter(cluni=organization.cluni).first()):
        return same
    return others.filter(folded_name=fold(organization.name), state=organization.state).first()


def _consistent(description: Description) -> Description:
    if description["category"] != Category.OTHER:
        description = {**description, "category_other": ""}
    return description


def _save(organization: Organization) -> None:
    _refuse_twin(organization)
    try:
        with transaction.atomic():
            organization.save()
    except IntegrityError:  # a twin was registered between the question and the writing
        _refuse_twin(organization)
        raise


def _refuse_twin(organization: Organization) -> None:
    if same := twin_of(organization):
        raise Refused(
            "organization-exists",
            _("“%(name)s” is already registered.") % {"name": same.name},
            advice=_("If you speak for it, ask one of its representatives to accredit you: its page names them."),
        )
