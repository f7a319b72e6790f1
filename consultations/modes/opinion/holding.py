"""Holding a submission while an act on it is done."""

from consultations.modes.opinion.models import Submission


def held(submission: Submission) -> Submission:
    """The row as it is now with what acts ask of it, held until the transaction ends."""
    rows = Submission.objects.select_for_update(of=("self",)).select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity__consultation", "contribution__author", "contribution__organization", "question",
    )  # fmt: skip
    return rows.get(pk=submission.pk)
