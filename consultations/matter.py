"""One matter for the next agenda. Apart from `matters`, so that a room may name its own and be asked there."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter for the next session: what, where it is read, why it comes, since when.

    `title` is what somebody wrote, in `language`; `why` is a sentence in the reader's words.
    """

    reference: str
    title: str
    href: str
    why: str
    since: datetime
    language: str = ""
