"""How much memory the CSV of many proposals takes: the same for a hundred thousand as for a thousand."""

import hashlib
import tracemalloc
from datetime import timedelta
from time import perf_counter

from django.db import transaction

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion import records
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.tabular import lines
from consultations.spine.models import Contribution, Kind
from tests.bench.pages import proposals

FEW, MANY = 1_000, 100_000


def exported() -> dict[str, object]:
    """Promise peak memory in MB, seconds and bytes of the CSV with a thousand rows and with a hundred thousand."""
    activity = _activity()
    few = _streamed(activity)
    _filled(activity, MANY - FEW)
    many = _streamed(activity)
    pairs = zip(("peak_mb", "seconds", "bytes"), few, many, strict=True)
    return {"rows": [FEW, MANY], **{name: [one, other] for name, one, other in pairs}}


def _activity() -> Activity:
    at = proposals()
    rows = Activity.objects.select_related("consultation__agency")
    return rows.get(consultation__reference=at["reference"], place=at["place"])


def _streamed(activity: Activity) -> tuple[float, float, int]:
    tracemalloc.start()
    start, size = perf_counter(), 0
    for line in lines(records.of_activity(activity)):
        size += len(line.encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / 1e6, 1), round(perf_counter() - start, 1), size


def _filled(activity: Activity, more: int) -> None:
    """Rows as the service writes them, without the letters."""
    model = activity.contributions.select_related("submission").first()
    assert model is not None
    process = Consultation.objects.get(pk=activity.consultation_id)
    text = model.submission.text
    with transaction.atomic():
        for start in range(0, more, 5_000):
            numbers = range(start, min(start + 5_000, more))
            made = Contribution.objects.bulk_create(
                Contribution(
                    reference=f"{process.reference}-III-{n + 200_000}", consultation=process, activity=activity,
                    kind=Kind.SUBMISSION, title=f"Propuesta {n}", language="es", author_id=model.author_id,
                    capacity=model.capacity, at=model.at + timedelta(milliseconds=n),
                    hash=hashlib.sha256(str(n).encode()).hexdigest(),
                    folded="propuesta",
                )
                for n in numbers
            )  # fmt: skip
            Submission.objects.bulk_create(
                Submission(
                    contribution=one, question_id=model.submission.question_id, position="for", text=text,
                    key=f"bench:{one.reference}",
                )
                for one in made
            )  # fmt: skip


