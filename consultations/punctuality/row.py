"""One duty of an agency towards whoever takes part in one of its processes."""

from dataclasses import dataclass

from incidencia.deadlines.punctuality import Duty


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty with its term, and the process (its key) it belongs to."""

    consultation: int
    duty: Duty
