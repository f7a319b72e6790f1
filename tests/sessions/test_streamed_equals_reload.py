"""What a page reload shows is what the streamed regions built, for each audience and language, after every act.

And what the desk alone may hear is in no frame of anybody else.
"""

import re

import pytest

from sessions import log, render
from sessions.audiences import Audience
from sessions.core import events as e
from sessions.core.touches import DESK_REGIONS, REGIONS
from sessions.hub import frames
from sessions.hub.frames import Hearer
from sessions.models import Session
from tests.sessions.scripts import MARKER, meeting_at_random, whole_meeting

pytestmark = pytest.mark.django_db
LANGUAGES = ("es-mx", "en")
DESK_ALONE = ("AdmissionAsked", "AdmissionRefused", "VoteCast", "BallotCast", "TemperatureShown",
              "QuestionAsked", "QuestionDeclined", "QuestionSupported", "SupportWithdrawn")
NOBODY = ("CaptionAppended",)
UNHEARD = {
    Audience.DESK: NOBODY,
    Audience.ROOM: (*DESK_ALONE, *NOBODY),
    Audience.CLOSED: (*DESK_ALONE, *NOBODY),
    Audience.PUBLIC: (*DESK_ALONE, *NOBODY, "PersonAdmitted", "PersonLeft", "AccreditationConfirmed"),
}
READERS = tuple((audience, language) for audience in Audience for language in LANGUAGES)


class Page:
    """A page that was loaded once and has lived on frames since."""

    def __init__(self, session: Session, audience: Audience, language: str) -> None:
        self.audience, self.language = audience, language
        self.regions: dict[str, str] = {}
        self.journal: dict[int, str] = {}
        self.undone: set[int] = set()
        self.seq = 0
        self.take(frames.frame_since(session, audience, language, 0))

    def take(self, frame: dict) -> None:  # type: ignore[type-arg]
        """As `stream.js` does."""
        assert frame["since"] <= self.seq, "a gap"
        if frame.get("whole"):
            self.journal.clear()
        self.regions |= frame["regions"]
        self.journal |= {x["seq"]: x["html"] for x in frame["journal"] if x["seq"] not in self.journal}
        self.undone |= set(frame["undone"])
        self.seq = frame["seq"]


    def last_lines(self) -> list[int]:
        """The lines that whoever was away for long is told."""
        return sorted(self.journal)[-frames.JOURNAL_MOST :]


def reloaded(session: Session, audience: Audience, language: str) -> dict[str, str]:
    """The regions as a page loaded now would show them."""
    names = [n for n in REGIONS if n not in DESK_REGIONS or audience is Audience.DESK]
    return render.regions(names, session, log.load(session), audience, language)


@pytest.mark.engine
def test_frames_build_what_a_reload_shows() -> None:
    script = whole_meeting()
    session = next(script)
    pages = [Page(session, *reader) for reader in READERS]
    for session in script:
        for page in pages:
            page.take(frames.frame_since(session, page.audience, page.language, page.seq))
            shown = reloaded(session, page.audience, page.language)
            stale = [name for name in shown if page.regions[name] != shown[name]]
            assert stale == [], f"after {session.entries.last().type} for {page.audience} in {page.language}"
    for page in pages:
        missing = {x.seq for x in session.entries.filter(type__in=UNHEARD[page.audience])}
        assert set(page.journal) == set(range(1, session.seq + 1)) - missing
        assert len(page.undone) == 1


@pytest.mark.parametrize("seed", range(6))
def test_frames_build_what_a_reload_shows_of_a_meeting_nobody_planned(seed: int) -> None:
    script = meeting_at_random(seed)
    session = next(script)
    page = Page(session, Audience.DESK, "en")
    for session in script:
        since = page.seq
        page.take(frames.frame_since(session, Audience.DESK, "en", since))
        shown = reloaded(session, Audience.DESK, "en")
        stale = [name for name in shown if page.regions[name] != shown[name]]
        assert stale == [], f"after {[x.type for x in session.entries.filter(seq__gt=since)]}"


def test_news_and_resumes_say_the_same() -> None:
    """Whoever heard each act as it came and whoever was away show the same."""
    script = whole_meeting()
    session = next(script)
    hearers = frozenset(Hearer("", *reader) for reader in READERS)
    live = [Page(session, *reader) for reader in READERS]
    away = [Page(session, *reader) for reader in READERS]
    for session in script:
        since = live[0].seq
        fresh = log.entries(session, since)
        room = log.load(session)
        names = frames.changed(x.event for x in fresh)
        opened = any(isinstance(x.event, e.ItemDeclassified) for x in fresh)
        for page in live:
            if opened and page.audience in frames.KEPT_OUT:  # sent to load the page again
                page.take(frames.frame_since(session, page.audience, page.language, 0))
            else:
                page.take(frames._frame(session, room, since, fresh, names, page.audience, page.language))
    assert hearers
    for here, gone in zip(live, away, strict=True):
        gone.take(frames.frame_since(session, gone.audience, gone.language, gone.seq))
        assert (here.regions, here.seq, here.last_lines(), here.undone) == (
            gone.regions, gone.seq, gone.last_lines(), gone.undone,
        )  # fmt: skip


def test_what_the_desk_alone_hears_is_in_no_other_frame() -> None:
    told = dict.fromkeys(Audience, "")
    since = 0
    for session in whole_meeting():
        for audience in Audience:
            for language in LANGUAGES:
                told[audience] += frames.as_text(frames.frame_since(session, audience, language, since))
                told[audience] += frames.as_text(frames.frame_since(session, audience, language, 0))
        since = session.seq
    assert MARKER in told[Audience.DESK], "the marker marks nothing"
    assert MARKER not in told[Audience.ROOM]
    assert MARKER not in told[Audience.PUBLIC]


def test_regions_say_nothing_of_who_looks() -> None:
    """Shared regions know no viewer: no form, no secret of a sign-in, no script, no style of their own."""
    *_, session = whole_meeting()
    for audience, language in READERS:
        for name, html in reloaded(session, audience, language).items():
            forbidden = re.findall(r"csrfmiddlewaretoken|<form|<script|<style|\sstyle=|\son\w+=", html)
            assert forbidden == [], f"{name} for {audience}"
