"""Threads, posts and conclusions for tests, made by the real services."""

from datetime import timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.dialogue import services
from consultations.modes.dialogue.concluding.services import Parts
from consultations.modes.dialogue.models import Conclusion, Meeting, Post, Thread
from consultations.modes.dialogue.posting.writing import Words
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_token
from tests.day import local_day

PROMISE = {"promise_es": "Cada pregunta se contesta.", "promised_by": "Dirección General, Dora Ibarra"}
PARTS = Parts("Se preguntó por la receta y se contestó.", "No se acordó nada.", "Queda abierto el plazo.", "es")
MEETING = {
    "place": "Oficina de enlace", "officials": "Dora Ibarra, presidencia", "others": "Bruno Sosa, Red Norte",
    "subject": "La receta electrónica", "said": "Se habló de fechas.", "language": "es", "reference": "",
}  # fmt: skip


def dialogued(of: Consultation, by: Person, *, publish: bool = True, **values: Any) -> Activity:
    """An activity of level II, open since an hour for ten days; each turn has five business days."""
    values = {
        "title_es": "Diálogo sobre el borrador", "opens_at": now() - timedelta(hours=1), "answer_days": 5,
        "closes_at": now() + timedelta(days=10), **PROMISE, **values,
    }  # fmt: skip
    of.levels.get_or_create(level=Level.DIALOGUE.value, defaults={"reason_es": "Se pregunta y se contesta."})
    made = activity_new(consultation=of, level=Level.DIALOGUE, values=values, by=by)
    if publish:
        made = activity_publish(activity=made, by=by)
    rows = Activity.objects.select_related("consultation__agency", "consultation__coordinator__person")
    return rows.get(pk=made.pk)


def opened(
    activity: Activity, by: Person, *, title: str = "¿Quién vigila el abasto?", text: str = "No hay datos públicos.",
    questions: tuple[str, ...] = ("¿Cuántos frascos hay?", "¿Quién los cuenta?"), speaking_as: str = "",
    key: str = "",
) -> Thread:  # fmt: skip
    """A thread that waits for the authority."""
    words = Words(text, "es", questions=questions)
    return services.thread_open(
        activity=activity, title=title, words=words, by=by, speaking_as=speaking_as, key=key or new_token()
    )


def posted(thread: Thread, by: Person, text: str = "Se toma nota.", **words: Any) -> Post:
    """One more post."""
    key = words.pop("key", "") or new_token()
    return services.post_write(thread=thread, words=Words(text, "es", **words), by=by, key=key)


def proposed(thread: Thread, by: Person, parts: Parts = PARTS) -> Conclusion:
    """A conclusion that waits for its assent."""
    return services.conclusion_propose(thread=thread, parts=parts, by=by, key=new_token())


def concluded(thread: Thread, proposer: Person, other: Person) -> Conclusion:
    """A thread sealed with the assent of both sides."""
    made = proposed(thread, proposer)
    return services.conclusion_assent(thread=thread, by=other, number=made.number)


def met(of: Consultation, by: Person, **values: Any) -> Meeting:
    """A meeting in the register."""
    told = {"held_on": local_day() - timedelta(days=2), **MEETING, **values}
    return services.meeting_record(consultation=of, values=told, by=by, key=new_token())


def long_thread(
    activity: Activity, civil: Person, official: Person, posts: int, *, title: str = "Hilo largo"
) -> Thread:
    """A thread with so many posts, the two sides in turn."""
    thread = opened(activity, civil, title=title)
    for n in range(1, posts):
        posted(thread, official if n % 2 else civil, f"Intervención {n + 1}: **se responde** lo que se pidió.")
    thread.refresh_from_db()
    return thread
