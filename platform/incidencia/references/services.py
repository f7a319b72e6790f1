"""Numbers without gaps."""

from django.db import transaction

from incidencia.references.models import Counter


def next_number(series: str, year: int) -> int:
    """Promise the number after the last one given in `series` in `year`, starting at 1.

    Call it inside the transaction that uses the number: if that one is undone, the number returns. Others
    who ask in the same series wait until that transaction ends, so no number is given twice and none is lost.
    """
    with transaction.atomic():
        Counter.objects.get_or_create(series=series, year=year)
        counter = Counter.objects.select_for_update().get(series=series, year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return counter.last
