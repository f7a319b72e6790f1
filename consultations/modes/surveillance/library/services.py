"""A checklist is kept as a template, for everybody to start from."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.held import as_lead, held
from consultations.modes.surveillance.models import Checklist, ChecklistTemplate, TemplateItem
from consultations.modes.surveillance.queries import standing_items
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def template_save(*, checklist: Checklist, name: str, about: str, by: Person) -> ChecklistTemplate:
    """Keep the items that stand as a template, for everybody.

    Raises Refused without items, for a name used before, and for a checklist that only members read.
    """
    checklist = held(checklist)
    lead = as_lead(checklist, by)
    activity = checklist.contribution.activity
    if activity is not None and activity.visibility != Visibility.PUBLIC:
        raise Refused(
            "members-only", _("Only members read this checklist; everybody reads the library."), rule="G31",
            advice=_("Write its items in a checklist of a public activity, and keep that one."),
        )  # fmt: skip
    items = standing_items(checklist)
    if not items:
        raise Refused("no-items", _("A template has at least one item."), advice=_("Add items first."))
    contribution = checklist.contribution
    if checklist.templates.filter(name=name).exists():
        raise Refused(
            "kept-before", _("This checklist was kept as a template of that name."), advice=_("Choose another name.")
        )
    made = ChecklistTemplate.objects.create(
        name=name, about=about, language=contribution.language, source=checklist,
        organization=contribution.organization, at=now(), by=by, acted_as=lead.capacity,
    )  # fmt: skip
    TemplateItem.objects.bulk_create(
        TemplateItem(template=made, number=n, **{name: getattr(one, name) for name in COLUMNS})
        for n, one in enumerate(items, 1)
    )
    return made
