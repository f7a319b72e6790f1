"""Responses: reasons, a second reader, a signature; published once; judged once; their clock."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consultations.activities.models import Activity
from consultations.members.kinds import Side
from consultations.modes.opinion.answering import judging, services
from consultations.modes.opinion.answering.handling import clock_extend
from consultations.modes.opinion.answering.queries import in_work, waiting_in
from consultations.modes.opinion.answering.standing import SHORTEST
from consultations.modes.opinion.clock import deadline_of, rounds_of
from consultations.modes.opinion.models import Disposition, Pause, Response, ResponseTo, Submission
from consultations.modes.opinion.sending import submitting
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.organizations.models import Organization
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.day import local_day
from tests.factories import consultations as processes
from tests.factories import incidencia as people
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.fixture
def sent(asking: Activity, bruno: Person) -> Submission:
    """What bruno sent."""
    return make.sent(make.where(asking), bruno)


@pytest.mark.guideline("G8.I")
@pytest.mark.parametrize("reasons", ["", "   ", "Porque sí.", "x" * (SHORTEST - 1)])
def test_no_answer_without_reasons(sent: Submission, dora: Person, reasons: str) -> None:
    with refused("no-reasons"):
        make.drafted([sent], dora, reasons=reasons)
    with refused("no-disposition"):
        make.drafted([make.raised(sent.contribution.consultation, sent.contribution.author)], dora, disposition="")


@pytest.mark.guideline("G31")
def test_the_database_keeps_no_signed_response_without_reasons(sent: Submission, dora: Person) -> None:
    made = make.drafted([sent], dora)
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=made.pk).update(signed_at=now(), reasons="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=made.pk).update(published_at=now())


def test_its_drafter_is_not_its_second_reader_and_the_unread_is_not_signed(
    sent: Submission, dora: Person, alba: Person
) -> None:
    made = make.drafted([sent], dora)
    with refused("own-draft"):
        services.response_read(response=made, well=True, remark="", by=dora)
    with refused("unread"):
        services.response_sign(response=made, by=alba)
    with refused("unsigned"):
        services.response_publish(response=made, by=alba)
    with refused("remark-needed"):
        services.response_read(response=made, well=False, remark=" ", by=alba)


def test_what_changes_after_it_was_signed_is_read_and_signed_again(
    sent: Submission, dora: Person, alba: Person
) -> None:
    made = make.drafted([sent], dora)
    services.response_read(response=made, well=True, remark="", by=alba)
    made = services.response_sign(response=made, by=alba)
    made = services.response_write(
        response=made, base=made.base, disposition="rejected", reasons=make.REASONS, changed="", language="es",
        paragraphs={}, by=dora,
    )  # fmt: skip
    assert made.read_at is None
    assert made.signed_at is None


@pytest.mark.engine
def test_two_who_write_at_once_overwrite_nothing(sent: Submission, dora: Person, alba: Person) -> None:
    made = make.drafted([sent], dora)
    with refused("overtaken"):
        services.response_write(
            response=made, base=made.base - 1, disposition="rejected", reasons=make.REASONS, changed="",
            language="es", paragraphs={}, by=alba,
        )  # fmt: skip
    made.refresh_from_db()
    assert made.disposition == Disposition.IN_PART


@pytest.mark.engine
@pytest.mark.guideline("G8.I")
def test_every_author_of_a_group_gets_the_answer_and_publishing_twice_takes_one_step(
    asking: Activity, bruno: Person, carmen: Person, dora: Person, alba: Person
) -> None:
    group = [make.sent(make.where(asking), who, title=f"De {who.name}") for who in (bruno, carmen)]
    out = make.answered(group, drafter=dora, reader=alba, signer=alba)
    services.response_publish(response=out, by=alba)
    for one in group:
        assert [(s.kind, s.act) for s in one.contribution.steps.all()][1:] == [("answered", out.reference)]
    assert not waiting_in(asking.consultation).exists()
    with refused("published"):
        services.response_write(
            response=out, base=out.base, disposition="rejected", reasons=make.REASONS, changed="", language="es",
            paragraphs={}, by=dora,
        )  # fmt: skip


def test_one_contribution_is_in_one_response(sent: Submission, dora: Person) -> None:
    make.drafted([sent], dora)
    with refused("taken"):
        make.drafted([sent], dora)


def test_a_contribution_of_another_process_is_not_answered_here(
    sent: Submission, alba: Person, dora: Person
) -> None:
    other = processes.published(sent.contribution.consultation.agency, alba)
    with refused("nothing-chosen"):
        services.response_draft(consultation=other, submissions=[sent.pk], by=alba)


@pytest.mark.engine
@pytest.mark.guideline("G8.I")
def test_a_no_returns_it_to_the_desk_once_with_a_new_term(
    sent: Submission, bruno: Person, dora: Person, alba: Person
) -> None:
    make.answered([sent], drafter=dora, reader=alba, signer=alba)
    first = ResponseTo.objects.get()
    with refused("reason-needed"):
        judging.verdict_give(row=first, answers=False, reason="", by=bruno)
    judging.verdict_give(row=first, answers=False, reason="No dice cuándo.", by=bruno)
    with refused("said-before"):
        judging.verdict_give(row=first, answers=True, reason="", by=bruno)
    assert list(waiting_in(sent.contribution.consultation)) == [sent]
    assert deadline_of(Submission.objects.get(pk=sent.pk)).state(now()) is not State.MET
    make.answered([sent], drafter=dora, reader=alba, signer=alba)
    second = ResponseTo.objects.get(round=2)
    judging.verdict_give(row=second, answers=False, reason="Sigue sin decirlo.", by=bruno)
    assert not waiting_in(sent.contribution.consultation).exists()


def test_what_is_being_answered_is_not_corrected(sent: Submission, bruno: Person, dora: Person) -> None:
    words = submitting.Words("Otro título", "for", "Otras palabras", "es")
    made = submitting.correct(submission=sent, base=1, words=words, keep=set(), files=[], by=bruno)
    assert made.number == 2
    with refused("overtaken"):
        submitting.correct(submission=sent, base=1, words=words, keep=set(), files=[], by=bruno)
    make.drafted([sent], dora)
    with refused("answered"):
        submitting.correct(submission=sent, base=2, words=words, keep=set(), files=[], by=bruno)
    assert [v.title for v in sent.versions.all()] == ["Nombrar la receta", "Otro título"]


def test_the_term_runs_from_the_close_and_is_overdue_in_public_when_nobody_answers(sent: Submission) -> None:
    activity = sent.contribution.activity
    assert activity is not None
    deadline = deadline_of(sent)
    assert deadline.starts_at == activity.closes_at
    with time_machine.travel(now() + timedelta(days=60)):
        assert deadline.state(now()) is State.OVERDUE


class Clocks(TestCase):
    """Whatever pauses there are, the clock keeps each."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=4))
    def test_no_clock_loses_a_pause(self, spans: list[tuple[int, int]]) -> None:
        """Each pause that ends after the term began is in the deadline, and the end never comes earlier for it."""
        alba, bruno, dora = (people.person(name) for name in ("Alba Ruiz", "Bruno Sosa", "Dora Ibarra"))
        agency = people.agency("DGAG", coordinator=alba)
        process = processes.operating(agency, alba, civil=bruno, official=dora)
        sent = make.raised(process, people.person("Carmen Vela"))
        plain = deadline_of(Submission.objects.get(pk=sent.pk))
        start = sent.contribution.at
        for after, length in spans:
            begin = start + timedelta(days=after)
            Pause.objects.create(
                submission=sent, start=begin, end=begin + timedelta(days=length), reason="Se pidió un dato", by=alba,
                acted_as="Dirección",
            )  # fmt: skip
        paused = deadline_of(Submission.objects.get(pk=sent.pk))
        assert len(paused.pauses) == len(spans)
        assert paused.due_on is not None
        assert plain.due_on is not None
        assert paused.due_on >= plain.due_on


def test_refusals_say_what_why_and_what_to_do(sent: Submission, dora: Person) -> None:
    with pytest.raises(Refused) as caught:
        make.drafted([sent], dora, reasons="")
    assert caught.value.rule
    assert caught.value.advice


def test_more_time_given_before_the_close_counts(sent: Submission, dora: Person) -> None:
    due = deadline_of(sent).due_on
    clock_extend(submission=sent, days=5, reason="El comité se reúne después.", by=dora)
    later = deadline_of(Submission.objects.get(pk=sent.pk)).due_on
    assert due
    assert later
    assert later > due


def test_whoever_ever_wrote_in_it_does_not_read_it_second(
    sent: Submission, dora: Person, elias: Person, alba: Person
) -> None:
    processes.member(sent.contribution.consultation, elias, side=Side.PUBLIC)
    made = make.drafted([sent], dora)
    made = services.response_write(
        response=made, base=made.base, disposition="in_part", reasons=make.REASONS + ".", changed="", language="es",
        paragraphs={}, by=elias,
    )  # fmt: skip
    for writer in (dora, elias):
        with refused("own-draft"):
            services.response_read(response=made, well=True, remark="", by=writer)
    services.response_read(response=made, well=True, remark="", by=alba)
    services.response_sign(response=made, by=alba)
    with refused("signed"):
        services.response_read(response=made, well=True, remark="", by=alba)
    assert Response.objects.get().signed_at


def test_a_discarded_draft_puts_back_what_it_held_and_a_signed_one_is_not_discarded(
    sent: Submission, dora: Person, alba: Person
) -> None:
    of = sent.contribution.consultation
    made = make.drafted([sent], dora)
    assert not waiting_in(of).exists()
    assert [due for _one, due in in_work(of)] == [deadline_of(Submission.objects.get(pk=sent.pk))]
    services.response_discard(response=made, by=dora)
    assert list(waiting_in(of)) == [sent]
    made = make.drafted([sent], dora)
    services.response_read(response=made, well=True, remark="", by=alba)
    services.response_sign(response=made, by=alba)
    with refused("signed"):
        services.response_discard(response=made, by=dora)


def test_one_contribution_is_taken_out_of_a_draft_and_the_last_one_stays(
    asking: Activity, sent: Submission, bruno: Person, carmen: Person, dora: Person, client_of: Browser
) -> None:
    other = make.sent(make.where(asking), carmen, title="Otra cosa")
    made = make.drafted([sent, other], dora)
    rows = {row.submission_id: row.pk for row in made.to.all()}
    where = f"/aportaciones/respuestas/{made.reference}/sacar"
    assert client_of(bruno).post(f"{where}/{rows[other.pk]}/").status_code == 404
    for _ in range(2):
        assert client_of(dora).post(f"{where}/{rows[other.pk]}/").status_code == 303
    assert [one.pk for one in waiting_in(sent.contribution.consultation)] == [other.pk]
    with refused("only-one"):
        services.response_leave_out(response=made, row=rows[sent.pk], by=dora)


def test_a_late_first_answer_still_shows_after_a_no(
    sent: Submission, bruno: Person, dora: Person, alba: Person
) -> None:
    with time_machine.travel(now() + timedelta(days=60)):
        make.answered([sent], drafter=dora, reader=alba, signer=alba)
        judging.verdict_give(row=ResponseTo.objects.get(), answers=False, reason="No dice cuándo.", by=bruno)
        terms = rounds_of(Submission.objects.get(pk=sent.pk))
        assert terms[1].is_late(now())
        assert terms[2].met_at is None


def test_all_who_speak_for_the_organization_get_the_answer(
    asking: Activity, bruno: Person, dora: Person, alba: Person, red_norte: Organization,
    django_capture_on_commit_callbacks: Callable,
) -> None:  # fmt: skip
    rita = people.person("Rita Bravo")
    bruno.representations.get().organization.representations.create(
        person=rita, scope="Todo", starts_on=local_day(), made_by=bruno
    )
    sent = make.sent(make.where(asking), bruno, speaking_as=str(red_norte.pk))
    with django_capture_on_commit_callbacks(execute=True):
        make.answered([sent], drafter=dora, reader=alba, signer=alba)
    assert {to for letter in mail.outbox for to in letter.to} >= {bruno.email, rita.email}


@pytest.mark.guideline("G8.I")
def test_a_no_shows_everybody_the_second_clock_and_the_officials_what_remains(
    seated: Cast, asking: Activity, client_of: Browser
) -> None:
    carmen, dora = seated["carmen"], seated["dora"]
    sent = make.sent(make.where(asking), carmen)
    make.answered([sent], drafter=dora, reader=seated["elias"], signer=seated["alba"])
    judging.verdict_give(row=ResponseTo.objects.get(), answers=False, reason="No dice cuándo.", by=carmen)
    public = client_of(seated["nobody"]).get(f"/en/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "A second answer is owed" in public
    again = services.response_draft(
        consultation=sent.contribution.consultation, submissions=[sent.pk], by=dora
    )
    page = client_of(dora).get(f"/en/aportaciones/respuestas/{again.reference}/escribir/").content.decode()
    assert "No dice cuándo." in page
    assert make.REASONS in page
    matrix = client_of(seated["nobody"]).get(
        f"/en/procesos/{sent.contribution.consultation.reference}/respuestas/?estado=answered"
    )
    assert [row["submission"].pk for row in matrix.context["rows"]] == [sent.pk]
    assert "second answer owed" in matrix.content.decode()


def test_who_did_not_write_it_reads_it_first_and_changes_it_behind_a_warning(
    seated: Cast, asking: Activity, client_of: Browser
) -> None:
    response = make.drafted([make.sent(make.where(asking), seated["carmen"])], seated["dora"])
    where = f"/en/aportaciones/respuestas/{response.reference}/escribir/"
    page = client_of(seated["elias"]).get(where).content.decode()
    assert page.index(make.REASONS) < page.index("Change its words")
    assert "Change its words" not in client_of(seated["dora"]).get(where).content.decode()
