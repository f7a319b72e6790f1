"""A group's published report put forward as an issue, which is owed a reasoned answer like any (G8.I)."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from consultations.groups.kinds import Audience
from consultations.groups.models import GroupReport
from consultations.groups.queries import wording_of
from consultations.groups.standing import belongs_or_refused
from consultations.modes.opinion.sending.drafts import draft_of
from consultations.modes.opinion.sending.where import Where
from consultations.modes.opinion.services import draft_save
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.web.refusals import Refused


@transaction.atomic
def group_report_forward(*, report: GroupReport, by: Person) -> str:
    """Begin an issue with the words of the report and where they come from; promise the page where it is sent.

    Whoever sends it does so in their own name, or for their organization: a group is nobody's voice. Raises Refused
    for who does not belong to the group, for what not everybody reads, and where they write another issue already.
    """
    belongs_or_refused(report.group, by)
    where = Where(report.group.consultation)
    if report.published_at is None or report.audience != Audience.EVERYBODY:
        raise Refused(
            "not-public", _("Issues are read by everybody: this report is not."), rule="G26",
            advice=_("Publish a report for everybody first."),
        )  # fmt: skip
    if draft_of(where, by) is not None:
        raise Refused(
            "writing-already", _("You are writing another issue already."), rule="G8.I",
            advice=_("Send it or throw it away first; nothing of it is lost."),
        )  # fmt: skip
    wording = wording_of(report)
    language = "en" if report.language == "en" else "es-mx"
    numbers = (report.group.consultation.reference, report.group.place, report.number)
    page = link("group_report_page", *numbers, language=language)
    with translation.override(language):
        source = _("It comes from a report of the group “%(name)s”: %(link)s") % {
            "name": report.group.name, "link": page
        }  # fmt: skip
    typed = {"title": wording.title, "text": f"{wording.text}\n\n{source}", "language": report.language}
    draft_save(where=where, person=by, typed=typed)
    return where.address("new")
