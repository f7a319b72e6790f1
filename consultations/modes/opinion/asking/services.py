"""Writing the questions of an activity while it is a draft."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.activities.holding import held
from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.capacities import of_convener
from consultations.modes.opinion.models import Question
from incidencia.accounts.models import Person
from incidencia.web.refusals import Refused

MOST = 20


@transaction.atomic
def question_add(*, activity: Activity, values: Mapping[str, Any], by: Person) -> Question:
    """Add a question with its context and the decision it feeds. Raises Refused once published, or above twenty."""
    activity = _draft(activity)
    if activity.questions.count() >= MOST:
        raise Refused(
            "too-many-questions",
            _("An activity asks at most %(most)s questions.") % {"most": MOST},
            advice=_("Open a second activity for the others."),
        )
    last = activity.questions.aggregate(last=Max("place"))["last"] or 0
    return Question.objects.create(
        activity=activity, place=last + 1, asked_by=by, asked_as=of_convener(by, activity.consultation), **values
    )


@transaction.atomic
def question_change(*, question: Question, values: Mapping[str, Any], by: Person) -> Question:
    """Change a question of a draft. Raises Refused once its activity is published."""
    _draft(question.activity)
    for name, value in values.items():
        setattr(question, name, value)
    question.asked_by, question.asked_as = by, of_convener(by, question.activity.consultation)
    question.save()
    return question


@transaction.atomic
def question_remove(*, question: Question) -> None:
    """Take a question out of a draft; nobody has seen it. Raises Refused once its activity is published."""
    _draft(question.activity)
    question.delete()


def _draft(activity: Activity) -> Activity:
    activity = held(activity)
    if activity.state is not State.DRAFT:
        raise Refused(
            "questions-fixed",
            _("The questions are published: they can't change any more."),
            rule="G27.II",
            advice=_("Ask the new question in another activity."),
        )
    return activity
