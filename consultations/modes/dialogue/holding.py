"""Holding a thread while an act on it is done."""

from consultations.modes.dialogue.models import Thread


def held(thread: Thread) -> Thread:
    """The row as it is now with what acts ask of it, held until the transaction ends."""
    rows = Thread.objects.select_for_update(of=("self",)).select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity", "contribution__author", "contribution__organization", "responsible",
    )  # fmt: skip
    found = rows.get(pk=thread.pk)
    found.activity.consultation = found.contribution.consultation
    return found
