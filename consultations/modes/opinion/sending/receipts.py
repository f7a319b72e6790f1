"""What a receipt proves: the words as they were sent, and their hash."""

from collections.abc import Iterable
from typing import Any

from consultations.modes.opinion.models import Version
from consultations.modes.opinion.sending.where import Where
from incidencia.files.models import Attachment


def sent(
    *, where: Where, capacity: str, title: str, position: str, text: str, language: str, files: Iterable[Attachment]
) -> dict[str, Any]:
    """Promise what the hash is made of. Names of people are left out: it can be recounted after they change."""
    return {
        "consultation": where.consultation.reference,
        "activity": where.activity.place if where.activity else None,
        "question": where.question.place if where.question else None,
        "capacity": capacity,
        "title": title,
        "position": position,
        "text": text,
        "language": language,
        "files": [file.sha256 for file in files],
    }


def sent_again(version: Version) -> dict[str, Any]:
    """Promise the same of a version as it is kept: its hash is the version's. One query for its files."""
    contribution = version.submission.contribution
    where = Where(contribution.consultation, contribution.activity, version.submission.question)
    return sent(
        where=where, capacity=version.acted_as, title=version.title, position=version.position, text=version.text,
        language=contribution.language, files=version.attachments.order_by("pk"),
    )  # fmt: skip
