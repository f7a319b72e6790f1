"""The activities of the demonstration: what was asked, sent, answered, and what still waits for its answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.services import activity_new, activity_publish
from consultations.demonstration import texts
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.opinion.answering import handling, judging
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.asking.services import question_add
from consultations.modes.opinion.models import ResponseTo, Submission
from consultations.modes.opinion.referring.services import submission_refer
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.sending.signing import sign_on
from consultations.modes.opinion.sending.submitting import Words, submit
from consultations.modes.opinion.sending.where import Where
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.organizations.speaking import voices

People = dict[str, Person]
At = Callable[..., datetime]


def proposals(consultation: Consultation, people: People, at: At) -> None:
    """A call for proposals that closed: four answered, the others near or overdue; and one that stands open."""
    activity = _asked(consultation, people, texts.PROPOSALS, texts.QUESTIONS, at(-62), at(-37, 18))
    sent = []
    for n, (who, number, position, title, text) in enumerate(texts.SENT):
        with pretend(at(-58 + 2 * n, 12)):
            sent.append(_sent(activity, number, people[who], position, title, text))
    with pretend(at(-38, 12)):
        for who in ("irene", "nadia", "marta"):
            sign_on(submission=sent[0], by=people[who], speaking_as=_voice(people[who]))
    for n, (places, disposition, reasons, changed) in enumerate(texts.ANSWERS):
        with pretend(at(-24 + 4 * n, 13)):
            response = _answered([sent[place] for place in places], people, disposition, reasons, changed)
        if n == 0:
            with pretend(at(-20, 17)):
                row = ResponseTo.objects.get(response=response, submission=sent[0])
                judging.verdict_give(row=row, answers=True, reason="", by=people["bruno"])
    with pretend(at(-16, 11)):
        submission_refer(
            submission=sent[5], agency=None, unit="Dirección de Cooperación en Salud", days=4, by=people["alba"],
            reason="Es el área que da seguimiento a este tema y tiene los datos para responder.",
        )  # fmt: skip
    for place in (7, 8):
        with pretend(at(-13)):
            handling.clock_extend(
                submission=sent[place], days=8, by=people["alba"],
                reason="El comité preparatorio publica en estos días los indicadores de los que depende la respuesta.",
            )  # fmt: skip


def youth(consultation: Consultation, people: People, at: At) -> None:
    """A call for proposals that stands open, with two proposals; and an issue that nobody asked about."""
    activity = _asked(consultation, people, texts.YOUTH, (texts.YOUTH_QUESTION,), at(-5), at(12, 18))
    for n, (who, position, title, text) in enumerate(texts.YOUTH_SENT):
        with pretend(at(-4 + n, 12)):
            _sent(activity, 1, people[who], position, title, text)
    who, title, text = texts.RAISED
    with pretend(at(-3, 11)):
        where = Where(consultation)
        draft = draft_save(where=where, person=people[who], typed={})
        submit(where=where, draft=draft, words=Words(title, "none", text, "es"), speaking_as="self", key=f"demo:{title}"[:64])


def _asked(
    consultation: Consultation, people: People, texts_of: dict[str, str], questions: tuple[tuple[str, ...], ...],
    opens_at: datetime, closes_at: datetime,
) -> Activity:  # fmt: skip
    alba = people["alba"]
    values: dict[str, Any] = {**texts_of, "opens_at": opens_at, "closes_at": closes_at, "answer_days": 20}
    with pretend(min(opens_at, now()) - timedelta(days=1)):
        made = activity_new(consultation=consultation, level=Level.OPINION, values=values, by=alba)
        names = ("text_es", "text_en", "context_es", "context_en", "decision_es", "decision_en")
        for question in questions:
            question_add(activity=made, values=dict(zip(names, question, strict=True)), by=alba)
        activity_publish(activity=made, by=alba)
    rows = Activity.objects.select_related("consultation__agency", "consultation__coordinator__person")
    return rows.get(pk=made.pk)


def _sent(activity: Activity, number: int, person: Person, position: str, title: str, text: str) -> Submission:
    where = Where(activity.consultation, activity, activity.questions.get(place=number))
    draft = draft_save(where=where, person=person, typed={})
    words = Words(title, position, text, "es")
    return submit(where=where, draft=draft, words=words, speaking_as=_voice(person), key=f"demo:{title}"[:64])


def _voice(person: Person) -> str:
    return voices(person)[-1].choice


def _answered(sent: list[Submission], people: People, disposition: str, reasons: str, changed: str) -> Any:
    made = answering.response_draft(
        consultation=sent[0].contribution.consultation, submissions=[one.pk for one in sent], by=people["elias"]
    )
    made = answering.response_write(
        response=made, base=made.base, disposition=disposition, reasons=reasons, changed=changed, language="es",
        paragraphs={}, by=people["elias"],
    )  # fmt: skip
    answering.response_read(response=made, well=True, remark="", by=people["dora"])
    answering.response_sign(response=made, by=people["alba"])
    return answering.response_publish(response=made, by=people["alba"])
