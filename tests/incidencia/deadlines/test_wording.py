"""A clock is told in the same plain words everywhere."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context, Template
from django.utils import translation

from incidencia.deadlines.deadline import Deadline, Extension, Pause
from incidencia.deadlines.punctuality import Punctuality
from incidencia.deadlines.wording import told

MEXICO = ZoneInfo("America/Mexico_City")


def at(month: int, day: int, hour: int = 12) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=MEXICO)


def ten(**more: Any) -> Deadline:
    """From Thursday 19 November to Thursday 3 December."""
    return Deadline(at(11, 19), days=10, **more)


PAUSE = Pause(at(11, 23), reason="Se espera un dictamen")
BRIEF = Pause(at(11, 23), at(11, 25), reason="Se espera un dictamen")
MORE = Extension(at(11, 23), 5, reason="Son 400 propuestas")

SAID = [
    (ten(), at(11, 25), "", "vence el jueves 3 de diciembre de 2026 · quedan 6 días hábiles"),
    (ten(), at(11, 30), "near", "Por vencer: vence el jueves 3 de diciembre de 2026 · quedan 3 días hábiles"),
    (ten(), at(12, 2), "near", "Por vencer: vence el jueves 3 de diciembre de 2026 · queda 1 día hábil"),
    (ten(), at(12, 3), "near", "Por vencer: vence hoy, jueves 3 de diciembre de 2026"),
    (ten(), at(12, 8), "late", "Vencida: venció el jueves 3 de diciembre de 2026 · hace 3 días hábiles"),
    (Deadline(at(12, 3), days=1), at(12, 5), "late", "Vencida: venció el viernes 4 de diciembre de 2026"),
    (
        ten(pauses=(PAUSE,)), at(12, 20), "near",
        "En pausa: desde el lunes 23 de noviembre de 2026: Se espera un dictamen · sin fecha de término",
    ),
    (
        ten(pauses=(BRIEF,)), at(11, 24), "near",
        "En pausa: desde el lunes 23 de noviembre de 2026: Se espera un dictamen · "
        "hasta el miércoles 25 de noviembre de 2026",
    ),
    (
        ten(pauses=(BRIEF,)), at(11, 26), "",
        "vence el lunes 7 de diciembre de 2026 · quedan 7 días hábiles · "
        "en pausa desde el 23 de noviembre de 2026: Se espera un dictamen",
    ),
    (
        ten(extensions=(MORE,)), at(11, 26), "",
        "vence el jueves 10 de diciembre de 2026 · quedan 10 días hábiles · "
        "prórroga de 5 días hábiles: Son 400 propuestas",
    ),
    (ten(met_at=at(12, 3, 23)), at(12, 30), "ok", "Respondida a tiempo: el jueves 3 de diciembre de 2026"),
    (
        ten(met_at=at(12, 7)), at(12, 30), "late",
        "Respondida con retraso: el lunes 7 de diciembre de 2026 · 2 días hábiles de retraso",
    ),
    (
        ten(met_at=at(12, 4)), at(12, 30), "late",
        "Respondida con retraso: el viernes 4 de diciembre de 2026 · 1 día hábil de retraso",
    ),
]  # fmt: skip


@pytest.mark.guideline("G8.I")
@pytest.mark.parametrize(("deadline", "now", "look", "text"), SAID)
def test_a_clock_says_how_it_stands(deadline: Deadline, now: datetime, look: str, text: str) -> None:
    said = told(deadline, now, 3)
    assert (said.look, said.text) == (look, text)


def test_in_english_too() -> None:
    with translation.override("en"):
        late = told(ten(), at(12, 8), 3).text
        assert late == "Overdue: it was due on Thursday, December 3, 2026 · for 3 business days"
        assert told(ten(), at(11, 25), 3).text == "due on Thursday, December 3, 2026 · 6 business days left"


def test_what_is_not_an_answer_is_done() -> None:
    done = ten(met_at=at(12, 3))
    assert told(done, at(12, 8), 3, answer=False).word == "Cumplida a tiempo"
    late = ten(met_at=at(12, 8))
    assert told(late, at(12, 8), 3, answer=False).word == "Cumplida con retraso"


def test_the_tag_shows_word_date_and_rest_and_escapes_reasons() -> None:
    sly = ten(extensions=(Extension(at(11, 23), 1, reason="<b>porque sí</b>"),))
    with time_machine.travel(at(12, 2).astimezone(UTC), tick=False):
        page = Template("{% clock deadline %}").render(Context({"deadline": sly}))
    assert '<span class="tag near">Por vencer</span>' in page
    assert '<time datetime="2026-12-04">vence el viernes 4 de diciembre de 2026</time>' in page
    assert "&lt;b&gt;porque sí" in page
    assert "<b>" not in page


def test_from_when_it_is_near_is_the_setting_of_the_house(settings: Any) -> None:
    settings.DEADLINE_NEAR = 1
    with time_machine.travel(at(12, 1).astimezone(UTC), tick=False):
        assert "tag" not in Template("{% clock deadline %}").render(Context({"deadline": ten()}))


def rendered(figures: Punctuality) -> str:
    return " ".join(Template("{% punctuality figures %}").render(Context({"figures": figures})).split())


def test_punctuality_says_its_figures_and_what_they_count() -> None:
    page = rendered(Punctuality(10, 6, 1, 2, 1, 4, paused=1, extended=2, inadmissible=3, half_within=1))
    assert "60 %" in page
    assert "6 de 10" in page
    assert "en 1 día hábil" in page
    assert '<span class="tag late num">2</span>' in page
    assert "en pausa: 1; con prórroga: 2; inadmisibles: 3" in page


def test_punctuality_of_nothing_says_so() -> None:
    assert "Todavía no vencía nada." in rendered(Punctuality())
    assert "4 están en curso" in rendered(Punctuality(running=4))
    assert "menos de la mitad" in rendered(Punctuality(3, 1, 0, 2))
