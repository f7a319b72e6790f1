"""What people should not send, and every string that has broken something somewhere, in each field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.activities.models import Activity
from consultations.modes.dialogue import services
from consultations.modes.dialogue.concluding.forms import DissentForm, ProposeForm
from consultations.modes.dialogue.experts.forms import AskForm, DeclineForm, RecordForm
from consultations.modes.dialogue.meetings.forms import MeetingForm, RemarkForm
from consultations.modes.dialogue.models import Meeting, Post, Thread, Turn
from consultations.modes.dialogue.opening.forms import OpenForm
from consultations.modes.dialogue.posting.forms import PostForm
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))
UNSAFE = ("<script>alert", "<img", "javascript:alert")


def new(activity: Activity) -> str:
    """Where one opens a thread."""
    return f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/hilos/nuevo/"


@pytest.mark.engine
def test_every_naughty_string_is_kept_as_typed_and_shown_safe_or_refused_plainly(
    client_of: Browser, talking: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    assert len(STRINGS) > 400
    thread = make.opened(talking, bruno)
    kept = 0
    for n, string in enumerate(STRINGS):
        data = {"text": string, "question_1": string[:4000], "language": "es"}
        form = PostForm(data, open_ones=[], official=False, quoted=[], voices=[Voice(bruno)])
        if not form.is_valid():
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
            continue
        post = services.post_write(thread=thread, words=form.words, by=bruno, key=f"b{n}")
        assert Post.objects.get(pk=post.pk).text == form.words.text
        kept += 1
    assert kept > 300
    page = f"/en/aportaciones/{thread.contribution.reference}/"
    for until in range(50, kept + 51, 50):
        shown = client_of(nobody).get(f"{page}intervenciones/?hasta={until}").content.decode()
        assert not [
            unsafe for unsafe in UNSAFE if f'href="{unsafe}' in shown or (unsafe[0] == "<" and unsafe in shown)
        ]


@pytest.mark.parametrize("start", range(9))
def test_naughty_strings_in_every_other_field(
    client_of: Browser,
    talking: Activity,
    bruno: Person,
    alba: Person,
    dora: Person,
    nobody: AnonymousUser,
    start: int,
) -> None:
    """Each ninth of the list goes through the title, the conclusion, the dissent, the opinion and the register."""
    reader = client_of(nobody)
    for n, string in list(enumerate(STRINGS))[start::54]:
        opening = OpenForm(
            {"title": string[:200], "text": string, "question_1": string, "language": "es"}, voices=[Voice(bruno)]
        )
        if not opening.is_valid():
            assert opening.errors
            continue
        thread = services.thread_open(
            activity=talking, title=opening.cleaned_data["title"], words=opening.words, by=bruno, speaking_as="",
            key=f"t{n}",
        )  # fmt: skip
        asked = AskForm({"of_whom": string[:300], "question": string, "days": 3, "language": "es"})
        if asked.is_valid():
            opinion = services.expert_ask(thread=thread, by=bruno, key=f"o{n}", **asked.cleaned_data)
            services.expert_forward(opinion=opinion, email="", by=alba)
            record = RecordForm({"given_by": string[:300], "text": string})
            assert record.is_valid()
            told = {name: record.cleaned_data[name] for name in ("given_by", "text")}
            services.expert_record(opinion=opinion, files=[], by=dora, **told)
        parts = ProposeForm({"exchanged": string, "agreed": string, "pending": string, "language": "es"}, voices=[])
        if parts.is_valid():
            services.conclusion_propose(thread=thread, parts=parts.parts, by=dora, key=f"c{n}")
            services.conclusion_assent(thread=thread, by=bruno, number=1)
            dissent = DissentForm({"text": string, "language": "es"}, voices=[Voice(bruno)])
            if dissent.is_valid():
                services.dissent_attach(thread=thread, by=bruno, **dissent.cleaned_data)
        told = dict.fromkeys(("place", "subject"), string[:200])
        told |= dict.fromkeys(("officials", "others", "said"), string)
        meeting = MeetingForm({**told, "held_on": "2026-01-15", "language": "es", "reference": ""})
        if meeting.is_valid():
            made = services.meeting_record(
                consultation=talking.consultation, values=meeting.cleaned_data, by=dora, key=f"m{n}"
            )
            remark = RemarkForm({"text": string, "language": "es"})
            assert remark.is_valid()
            services.meeting_remark(meeting=made, by=bruno, key=f"r{n}", **remark.cleaned_data)
            shown = reader.get(f"/en/procesos/{talking.consultation.reference}/reuniones/{made.number}/")
            assert not [unsafe for unsafe in UNSAFE[:2] if unsafe in shown.content.decode()]
        shown = reader.get(f"/en/aportaciones/{thread.contribution.reference}/")
        assert not [unsafe for unsafe in UNSAFE[:2] if unsafe in shown.content.decode()]
    assert reader.get(new(talking).replace("hilos/nuevo/", "")).status_code == 200


@pytest.mark.parametrize("turned", ["‮test", "a‪b", "x‭y"])
def test_a_text_that_turns_direction_is_refused_in_every_form(turned: str, bruno: Person) -> None:
    voices = [Voice(bruno)]
    forms: list[tuple[Any, tuple[str, ...]]] = [
        (OpenForm(dict.fromkeys(("title", "text", "question_1"), turned), voices=voices),
         ("title", "text", "question_1")),
        (PostForm({"text": turned}, open_ones=[], official=False, quoted=[], voices=voices), ("text",)),
        (ProposeForm(dict.fromkeys(("exchanged", "agreed", "pending"), turned), voices=voices),
         ("exchanged", "agreed", "pending")),
        (DissentForm({"text": turned}, voices=voices), ("text",)),
        (AskForm({"of_whom": turned, "question": turned}), ("of_whom", "question")),
        (DeclineForm({"reason": turned}), ("reason",)),
        (RecordForm({"given_by": turned, "text": turned}), ("given_by", "text")),
        (MeetingForm(dict.fromkeys(("place", "officials", "others", "subject", "said"), turned)),
         ("place", "officials", "others", "subject", "said")),
        (RemarkForm({"text": turned}), ("text",)),
    ]  # fmt: skip
    for form, fields in forms:
        for name in fields:
            assert "hidden character" in str(form.errors[name]) or "oculto" in str(form.errors[name]), (form, name)


def test_a_thread_without_a_question_is_refused_and_kept(
    client_of: Browser, talking: Activity, bruno: Person
) -> None:
    typed = {"title": "Sin pregunta", "text": "Solo un planteamiento.", "language": "es", "speaking_as": "self"}
    answer = client_of(bruno).post(new(talking), typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Solo un planteamiento." in page
    assert "Ask at least one question" in page
    assert not Thread.objects.exists()


def test_a_text_above_the_limit_is_refused_and_kept(client_of: Browser, thread: Thread, dora: Person) -> None:
    typed = {"text": "ñ" * 60_000, "language": "es", "key": "k"}
    answer = client_of(dora).post(f"/en/aportaciones/{thread.contribution.reference}/intervenciones/nueva/", typed)
    assert answer.status_code == 422
    assert "the limit is 100 kB" in answer.content.decode()
    assert "ñ" * 60_000 in answer.content.decode()
    assert thread.posts.count() == 1


def test_what_was_answered_meanwhile_is_refused_and_kept(client_of: Browser, thread: Thread, dora: Person) -> None:
    path = f"/en/aportaciones/{thread.contribution.reference}/intervenciones/nueva/"
    client = client_of(dora)
    client.get(path)
    make.posted(thread, dora, "", answers={1: "Doce mil."})
    answer = client.post(path, {"text": "Va otra.", "language": "es", "key": "k", "answer_1": "Quince mil."})
    assert answer.status_code == 422
    assert "Question 1 is not open" in answer.content.decode()
    assert "Quince mil." in answer.content.decode()
    assert thread.posts.count() == 2


def test_the_database_holds_what_the_services_promise(thread: Thread, dora: Person) -> None:
    post = thread.posts.get()
    for broken in ({"side": "x"}, {"number": 0}, {"acted_as": ""}, {"powers": "Todas"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Post.objects.filter(pk=post.pk).update(**broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(thread=thread, number=2, side="civil", days=5, since=post.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Thread.objects.filter(pk=thread.pk).update(end="no_answer")
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(consultation=thread.contribution.consultation, number=1, side="guest", key="k")
