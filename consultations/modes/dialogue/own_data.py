"""What level II holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.modes.dialogue.models import (
    Conclusion,
    Dissent,
    ExpertOpinion,
    MeetingVersion,
    Party,
    Post,
    Remark,
    Thread,
)
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what a person wrote, joined, concluded, asked for and recorded, and where they are named."""
    named, posts = "thread__contribution", Post.objects.filter(author=person)
    concluded = Conclusion.objects.filter(Q(proposed_by=person) | Q(sealed_by=person)).select_related(named)
    threads = Thread.objects.filter(Q(responsible=person) | Q(named_by=person) | Q(ended_by=person))
    opinions = ExpertOpinion.objects.filter(
        Q(asked_by=person) | Q(invited=person) | Q(decided_by=person) | Q(recorded_by=person)
    ).select_related(named)
    return {
        _("Posts you wrote in threads"): [
            {
                _("Reference"): row.thread.contribution.reference, _("Post"): row.number, _("Capacity"): row.acted_as,
                _("Text"): row.text, _("Questions and answers"): _said(row), _("When"): row.at,
            }
            for row in posts.select_related(named).prefetch_related("questions", "answers")
        ],
        _("Threads you take part in"): [
            {_("Reference"): row.thread.contribution.reference, _("Capacity"): row.capacity, _("When"): row.joined_at}
            for row in Party.objects.filter(person=person).select_related(named)
        ],
        _("Threads you answer for, or acted on"): [
            {
                _("Reference"): row.contribution.reference,
                _("You answer for the authority"): row.responsible_id == person.pk,
                _("You named who answers"): row.named_at if row.named_by_id == person.pk else None,
                _("You settled it"): row.ended_at if row.ended_by_id == person.pk else None,
            }
            for row in threads.select_related("contribution")
        ],
        _("Conclusions you proposed or sealed"): [
            {
                _("Reference"): row.thread.contribution.reference,
                _("Proposed"): row.proposed_at if row.proposed_by_id == person.pk else None,
                _("Sealed"): row.sealed_at if row.sealed_by_id == person.pk else None,
            }
            for row in concluded
        ],
        _("Dissents you attached"): [
            {_("Reference"): row.conclusion.thread.contribution.reference, _("Text"): row.text, _("When"): row.at}
            for row in Dissent.objects.filter(person=person).select_related("conclusion__thread__contribution")
        ],
        _("Opinions you asked for, were asked for, decided on or recorded"): [
            {
                _("Reference"): row.thread.contribution.reference, _("Of whom"): row.of_whom,
                _("Question"): row.question if row.asked_by_id == person.pk else "", _("When"): row.asked_at,
                _("Decided"): (row.forwarded_at or row.declined_at) if row.decided_by_id == person.pk else None,
                _("Recorded"): row.recorded_at if row.recorded_by_id == person.pk else None,
            }
            for row in opinions
        ],
        _("Meetings you recorded or corrected"): [
            {
                _("Process"): row.meeting.consultation.reference, _("Subject"): row.subject, _("Text"): row.said,
                _("When"): row.at,
            }
            for row in MeetingVersion.objects.filter(by=person).select_related("meeting__consultation")
        ],
        _("Remarks you added to meetings"): [
            {_("Process"): row.meeting.consultation.reference, _("Text"): row.text, _("When"): row.at}
            for row in Remark.objects.filter(by=person).select_related("meeting__consultation")
        ],
    }  # fmt: skip


def _said(post: Post) -> str:
    said = [*(one.text for one in post.questions.all()), *(one.text for one in post.answers.all())]
    return "\n\n".join(said)
