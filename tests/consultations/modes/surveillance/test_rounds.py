"""A round from its plan to its publication, and what each act refuses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.moderation.models import Rule
from consultations.moderation.services import contribution_hide
from consultations.modes.surveillance import services
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.holding.frozen import frozen_of
from consultations.modes.surveillance.models import Checklist, CheckRound
from consultations.modes.surveillance.queries import asked_in
from consultations.modes.surveillance.rounds import State
from consultations.spine.services import digest
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.mail.models import Outgoing
from tests.consultations.conftest import refused
from tests.factories import surveillance as make

pytestmark = pytest.mark.django_db


@pytest.mark.engine
@pytest.mark.guideline("G11.VI")
def test_a_round_goes_from_notice_to_publication(checklist: Checklist, bruno: Person, dora: Person) -> None:
    row = make.announced(checklist, bruno)
    assert timed_one(row).state is State.ANNOUNCED
    with make.after_notice(row):
        assert timed_one(make.again(row)).state is State.COLLECTING
        row = make.sent(row, bruno, ["yes", "no"])
        assert timed_one(row).state is State.REPLYING
        make.claimed(row, dora)
        row = services.reply_complete(row=row, by=dora)
        assert timed_one(row).state is State.REPLIED
        row = services.round_publish(row=row, by=bruno)
        assert timed_one(row).state is State.PUBLISHED
        assert row.published_as
        assert services.round_plan(checklist=checklist, notice_days=1, reply_days=1, by=bruno).number == 2


@pytest.mark.guideline("G33")
def test_silence_is_read_from_the_clock_and_stays_on_the_record(
    checklist: Checklist, bruno: Person, dora: Person
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno)
    with make.after_reply(row):
        assert timed_one(make.again(row)).state is State.SILENT
        late = make.claimed(row, dora)
        assert timed_one(make.again(row)).state is State.SILENT
        assert late.first_at > (row.sent_at or now())
        row = services.round_publish(row=row, by=bruno)
        assert timed_one(row).instants.was_silent


def test_it_is_not_published_while_the_reply_runs(checklist: Checklist, bruno: Person, dora: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno)
        make.claimed(row, dora)
        with refused("reply-runs"):
            services.round_publish(row=row, by=bruno)
    row.refresh_from_db()
    assert row.published_at is None


def test_the_notice_is_the_rounds_own_and_nothing_is_collected_before(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno, notice_days=3)
    assert timed_one(row).notice
    with refused("notice-runs"):
        make.found(row, bruno)
    with refused("notice-runs"):
        services.round_send(row=row, by=bruno)


@pytest.mark.engine
def test_items_are_frozen_and_hashed_at_the_announcement(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    items = asked_in(row, findings=False)
    assert row.hash == digest(frozen_of(row, items))
    first = checklist.items.get(number=1)
    services.item_change(item=first, values={**make.ITEM, "question": "¿Otra cosa?"}, by=bruno)
    make.item(checklist, bruno, question="¿Y esto?")
    after = asked_in(make.again(row), findings=False)
    assert digest(frozen_of(row, after)) == row.hash
    assert [one.question for one in after] == ["¿Se cumplió el punto 1?", "¿Se cumplió el punto 2?"]


def test_a_dropped_item_stays_listed_and_needs_no_finding(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    services.item_drop(item=checklist.items.get(number=1), reason="Se derogó.", by=bruno)
    items = asked_in(make.again(row), findings=False)
    assert [one.is_dropped for one in items] == [True, False]
    with make.after_notice(row):
        make.found(make.again(row), bruno, ["no"])
        row = services.round_send(row=make.again(row), by=bruno)
    with refused("under-reply"):
        services.item_drop(item=checklist.items.get(number=2), reason="Se derogó.", by=bruno)


def test_announced_twice_it_is_announced_once(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    mail.outbox.clear()
    with pretend(now() + timedelta(days=1)):
        again = services.round_announce(row=row, by=bruno)
    assert (again.announced_at, again.hash) == (row.announced_at, row.hash)
    assert row.items.count() == 2
    assert not mail.outbox


def test_without_items_nothing_is_announced(checklist: Checklist, bruno: Person) -> None:
    for one in checklist.items.all():
        services.item_drop(item=one, reason="Se derogó.", by=bruno)
    row = services.round_plan(checklist=checklist, notice_days=1, reply_days=1, by=bruno)
    with refused("no-items"):
        services.round_announce(row=row, by=bruno)


def test_one_round_at_a_time_also_for_the_database(checklist: Checklist, bruno: Person) -> None:
    make.announced(checklist, bruno)
    with refused("round-under-way"):
        services.round_plan(checklist=checklist, notice_days=1, reply_days=1, by=bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckRound.objects.create(checklist=checklist, number=2, designed_by=bruno, designed_as="x")


def test_it_is_not_sent_with_an_item_without_a_finding(checklist: Checklist, bruno: Person) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, bruno)[1].delete()
        with refused("findings-missing") as caught:
            services.round_send(row=row, by=bruno)
        assert "2" in str(caught.value.message)


def test_only_the_lead_acts_for_the_team(checklist: Checklist, bruno: Person, carmen: Person, alba: Person) -> None:
    make.monitor(checklist, bruno, carmen)
    for who, code in ((carmen, "not-the-lead"), (alba, "not-of-the-team")):
        with refused(code):
            services.round_plan(checklist=checklist, notice_days=1, reply_days=1, by=who)
        with refused(code):
            make.item(checklist, who)


@pytest.mark.parametrize("days", [0, 61])
def test_terms_have_their_limits_in_the_database(checklist: Checklist, bruno: Person, days: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        services.round_plan(checklist=checklist, notice_days=days, reply_days=10, by=bruno)


def test_the_officials_have_letters_and_the_followers_hear_of_the_publication(
    checklist: Checklist, bruno: Person, alba: Person, dora: Person, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        make.published(checklist, bruno, dora)
    told = {(to, letter.subject.rsplit(":", 1)[-1].strip()) for letter in mail.outbox for to in letter.to}
    assert {to for to, _subject in told} == {alba.email, dora.email, bruno.email}
    assert len(mail.outbox) == 7


@pytest.mark.guideline("G31")
def test_what_moderation_hides_is_published_and_stays_hidden(
    client_of: Callable[..., Client], checklist: Checklist, bruno: Person, dora: Person, nobody: AnonymousUser,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        row = make.sent(row, bruno)
        services.reply_complete(row=row, by=dora)
        contribution_hide(contribution=checklist.contribution, rule=Rule.ADVERT, reason="Fuera de tema.", by=dora)
        with django_capture_on_commit_callbacks(execute=True):
            assert services.round_publish(row=row, by=bruno).published_at
    letters = Outgoing.objects.filter(key__startswith="round_published:")
    assert letters
    assert not any(checklist.contribution.title in letter.text for letter in letters)
    at = f"/en/aportaciones/{checklist.contribution.reference}/"
    assert client_of(nobody).get(f"{at}rondas/1/").status_code == 404
    assert "¿Se cumplió el punto 1?" not in client_of(nobody).get(at).content.decode()
