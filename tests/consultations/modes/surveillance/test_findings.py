"""Findings: required evidence, corrections that keep the old answer, and nobody else's hand."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.desk.asked import told
from consultations.desk.reach import reach_of
from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.modes.surveillance import services, waiting
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.finding.services import draft_keep
from consultations.modes.surveillance.models import Checklist, CheckRound, FieldDraft, Finding
from consultations.modes.surveillance.queries import asked_in
from incidencia.accounts.models import Person
from incidencia.clock import pretend
from incidencia.files.checking import check
from tests.consultations.conftest import refused
from tests.day import local_day
from tests.factories import consultations
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db


def say(
    row: CheckRound, by: Person, number: int = 1, base: int = 0, files: tuple[Any, ...] = (), **values: Any
) -> Finding:
    """Write a finding."""
    whole = {"answer": "yes", "found": "Está publicada.", "link": "", "place": "", "on": local_day(), **values}
    return services.finding_write(row=row, number=number, values=whole, base=base, keep=set(), files=files, by=by)


@pytest.mark.parametrize("answer", ["yes", "partly", "no"])
def test_required_evidence_is_required(checklist: Checklist, bruno: Person, answer: str) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        with refused("evidence-needed"):
            say(row, bruno, 2, answer=answer)
        assert not Finding.objects.exists()
        assert say(row, bruno, 2, answer=answer, link="https://example.org").base == 1


@pytest.mark.parametrize("answer", ["unknown", "not_due"])
def test_what_says_nothing_about_compliance_needs_none(checklist: Checklist, bruno: Person, answer: str) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        assert say(row, bruno, 2, answer=answer).answer == answer


def test_a_file_is_evidence_and_an_act_undone_leaves_none(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        file = check(SimpleUploadedFile("acta.txt", b"Lo que dice el acta."))
        made = say(row, bruno, 2, files=(file,))
        assert made.attachments.count() == 1
        with refused("evidence-needed"):
            say(row, bruno, 2, base=1, found="Otra cosa")
        assert made.attachments.count() == 1


def test_two_of_the_team_do_not_overwrite_each_other(checklist: Checklist, bruno: Person, carmen: Person) -> None:
    make.monitor(checklist, bruno, carmen)
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        say(row, bruno)
        with refused("overtaken"):
            say(row, carmen, found="Lo vi yo.")
        assert say(row, carmen, base=1, found="Lo vi yo.").monitor.person == carmen


def test_sent_twice_by_a_slow_line_it_is_written_once(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        assert say(row, bruno).pk == say(row, bruno).pk
        assert Finding.objects.get().base == 1


def test_an_official_never_writes_a_finding(checklist: Checklist, bruno: Person, dora: Person, alba: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno, ["no", "no"])
        for official in (dora, alba):
            with refused("not-of-the-team"):
                say(row, official, base=1)
            with refused("not-of-the-team"):
                services.finding_correct(row=row, number=1, values={}, base=1, reason="x", files=(), by=official)
    assert {one.answer for one in Finding.objects.all()} == {"no"}


@pytest.mark.guideline("G31")
def test_once_sent_it_is_corrected_with_a_reason_and_the_old_answer_stays(
    checklist: Checklist, bruno: Person
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno, ["no", "no"])
        with refused("sent"):
            say(row, bruno, base=1)
        values = {"answer": "yes", "found": "Sí estaba.", "link": "", "place": "", "on": local_day()}
        correct = {"row": row, "number": 1, "values": values, "base": 1, "files": (), "by": bruno}
        with refused("reason-needed"):
            services.finding_correct(**correct, reason="  ")
        made = services.finding_correct(**correct, reason="Mostraron la página.")
    kept = made.corrections.get()
    assert (kept.answer_before, kept.found_before, made.answer) == ("no", "Se leyó la página.", "yes")
    assert kept.link_before == "https://example.org/lista"


OTHER = {"answer": "no", "found": "No se cumplió.", "link": "", "place": ""}


@pytest.mark.guideline("G33")
def test_once_published_a_finding_is_not_corrected(checklist: Checklist, bruno: Person, dora: Person) -> None:
    row = make.again(make.published(checklist, bruno, dora, "yes"))
    with refused("published"):
        services.finding_correct(
            row=row, number=1, values={**OTHER, "on": local_day()}, base=1, reason="Otra vez.", files=(), by=bruno
        )
    assert Finding.objects.get(frozen__round=row, frozen__number=1).answer == "yes"


@pytest.mark.engine
@pytest.mark.guideline("G33")
def test_a_correction_opens_the_reply_again_with_its_whole_term(
    checklist: Checklist, bruno: Person, dora: Person, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno)
        before = timed_one(make.again(row)).instants.replies_until
        services.reply_complete(row=row, by=dora)
        assert before
        assert not told([waiting.to_reply], reach_of(dora))
    with pretend(before - timedelta(hours=1)), django_capture_on_commit_callbacks(execute=True):
        mail.outbox.clear()
        services.finding_correct(
            row=row, number=1, base=1, reason="Se vio.", files=(), by=bruno,
            values={**OTHER, "on": before.date() - timedelta(days=2)},
        )  # fmt: skip
    assert {letter.to[0] for letter in mail.outbox} >= {dora.email}
    with pretend(before + timedelta(hours=9)):
        assert told([waiting.to_reply], reach_of(dora))
        with refused("reply-runs"):
            services.round_publish(row=row, by=bruno)
        make.claimed(row, dora)
    ends = timed_one(make.again(row)).instants.replies_until
    assert ends
    assert ends > before
    with make.after_reply(row):
        assert services.round_publish(row=row, by=bruno).published_at


def test_the_claim_stands_beside_the_finding(
    checklist: Checklist, bruno: Person, dora: Person, carmen: Person
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, bruno, ["no", "no"])
        with refused("not-sent"):
            make.claimed(row, dora)
        row = services.round_send(row=row, by=bruno)
        make.claimed(row, dora)
        for who in (carmen, bruno):
            with refused("not-an-official"):
                make.claimed(row, who, 2)
        one = asked_in(make.again(row), findings=True)[0]
        assert (one.finding.answer, one.claim.status) == ("no", "done")
        services.reply_complete(row=row, by=dora)
        with refused("complete"):
            make.claimed(row, dora, 2)


def test_a_day_to_come_is_refused(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row), refused("to-come"):
        say(row, bruno, on=local_day() + timedelta(days=2))


def test_a_draft_is_kept_until_it_is_saved(checklist: Checklist, bruno: Person, carmen: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        draft_keep(row=row, number=1, typed={"found": "A medias\x00", "other": "x"}, by=bruno)
        assert FieldDraft.objects.get().fields["found"] == "A medias"
        with refused("not-of-the-team"):
            draft_keep(row=row, number=1, typed={}, by=carmen)
        say(row, bruno)
        assert not FieldDraft.objects.exists()


def test_a_monitor_who_became_an_official_writes_no_finding(
    checklist: Checklist, operating: Consultation, bruno: Person, carmen: Person
) -> None:
    make.monitor(checklist, bruno, carmen)
    row = make.announced(checklist, bruno)
    consultations.member(operating, carmen, side=Side.PUBLIC)
    with make.after_notice(row):
        with refused("not-of-the-team"):
            say(row, carmen)
        assert not carmen.has_perm("consultations.finding_write", make.again(row))
        row = make.sent(row, bruno)
        assert not carmen.has_perm("consultations.claim_write", make.again(row))


@pytest.mark.guideline("G11.VI")
def test_a_day_before_collecting_began_is_refused_and_so_is_one_to_come(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        for days, code in ((-1, "before-collecting"), (-400, "before-collecting"), (1, "to-come")):
            with refused(code):
                say(row, bruno, on=local_day() + timedelta(days=days))
        assert not Finding.objects.exists()
        row = make.sent(row, bruno)
        with refused("before-collecting"):
            services.finding_correct(
                row=row, number=1, base=1, reason="Se vio antes.", files=(), by=bruno,
                values={**OTHER, "on": local_day() - timedelta(days=1)},
            )  # fmt: skip
