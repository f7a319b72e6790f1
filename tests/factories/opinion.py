"""Questions, submissions and responses for tests, made by the real services."""

from datetime import timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.asking.services import question_add
from consultations.modes.opinion.models import Response, Submission
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.sending.submitting import Words, submit
from consultations.modes.opinion.sending.where import Where
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_token

QUESTION = {
    "text_es": "¿Qué debe pedir el país?", "text_en": "", "context_es": "El borrador calla.", "context_en": "",
    "decision_es": "La redacción del párrafo 6.", "decision_en": "",
}  # fmt: skip
PROMISE = {"promise_es": "Cada una se contesta.", "promised_by": "Dirección General, Dora Ibarra"}
REASONS = "Se adopta en parte porque el párrafo 6 ya nombra los servicios y falta la receta."


def asked(of: Consultation, by: Person, *, questions: int = 1, publish: bool = True, **values: Any) -> Activity:
    """An activity of level III, open since an hour for ten days."""
    values = {
        "title_es": "Propuestas sobre el borrador", "opens_at": now() - timedelta(hours=1),
        "closes_at": now() + timedelta(days=10), **PROMISE, **values,
    }  # fmt: skip
    made = activity_new(consultation=of, level=Level.OPINION, values=values, by=by)
    for _ in range(questions):
        question_add(activity=made, values=QUESTION, by=by)
    if publish:
        made = activity_publish(activity=made, by=by)
    rows = Activity.objects.select_related("consultation__agency", "consultation__coordinator__person")
    return rows.get(pk=made.pk)


def where(activity: Activity, number: int = 1) -> Where:
    """A question to write to."""
    return Where(activity.consultation, activity, activity.questions.get(place=number))


def sent(
    to: Where, by: Person, *, title: str = "Nombrar la receta", text: str = "", speaking_as: str = ""
) -> Submission:
    """What somebody sent."""
    words = Words(title, "for", text or f"{title}: porque sin ella nadie la recibe.", "es")
    draft = draft_save(where=to, person=by, typed={"title": words.title, "text": words.text})
    return submit(where=to, draft=draft, words=words, speaking_as=speaking_as, key=new_token())


def raised(of: Consultation, by: Person, title: str = "Nadie preguntó por la reclusión") -> Submission:
    """An issue that nobody asked about."""
    return sent(Where(of), by, title=title)


def drafted(submissions: list[Submission], by: Person, **values: Any) -> Response:
    """A response with disposition and reasons, not read yet."""
    of = submissions[0].contribution.consultation
    made = answering.response_draft(consultation=of, submissions=[s.pk for s in submissions], by=by)
    whole = {"disposition": "in_part", "reasons": REASONS, "changed": "", "language": "es", "paragraphs": {}}
    values = {**whole, **values}
    return answering.response_write(response=made, base=made.base, by=by, **values)


def answered(submissions: list[Submission], *, drafter: Person, reader: Person, signer: Person) -> Response:
    """A published response."""
    made = drafted(submissions, drafter)
    answering.response_read(response=made, well=True, remark="", by=reader)
    answering.response_sign(response=made, by=signer)
    return answering.response_publish(response=made, by=signer)
