"""Submissions and responses as lines of CSV."""

from collections.abc import Iterator
from typing import Any

from consultations.modes.opinion import records
from consultations.tabular import table


def lines(rows: Iterator[Any]) -> Iterator[str]:
    """Promise the table line by line, as `tabular.table` does."""
    return table(records.COLUMNS, rows)
