"""Every string that has broken something somewhere, in every field filled in about what was sent."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.moderation import forms as hiding_forms
from consultations.moderation import services as moderation
from consultations.moderation.models import Rule
from consultations.modes.opinion.admitting import forms as admitting_forms
from consultations.modes.opinion.admitting import services as admitting
from consultations.modes.opinion.answering import services
from consultations.modes.opinion.answering.forms import ClockForm, ResponseForm, VerdictForm
from consultations.modes.opinion.answering.handling import clock_extend
from consultations.modes.opinion.answering.judging import verdict_give
from consultations.modes.opinion.asking.forms import QuestionForm
from consultations.modes.opinion.asking.services import question_add
from consultations.modes.opinion.concluding.forms import OutcomeForm
from consultations.modes.opinion.concluding.services import outcome_tell
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.referring.forms import ReferForm, ReturnForm
from consultations.modes.opinion.referring.services import referral_return, submission_refer
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))
EVERY = 12  # of how many strings one is looked at on its page


class Undone(Exception):
    """Leaves the block, and nothing of it in the database."""


@contextmanager
def undone() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise Undone
    except Undone:
        pass


def well(form: forms.Form) -> bool:
    """Whether the form takes it; if not, that it says why in words."""
    valid = form.is_valid()
    assert valid or all(str(one).strip() for mistakes in form.errors.values() for one in mistakes)
    return valid


def referred(sent: Submission, who: Cast, string: str) -> bool:
    form = ReferForm(
        {"unit": string, "reason": string, "days": "5"}, consultation=sent.contribution.consultation
    )  # fmt: skip
    if not well(form):
        return False
    data = form.cleaned_data
    made = submission_refer(
        submission=sent, agency=None, unit=data["unit"], reason=data["reason"], days=5, by=who["dora"]
    )
    back = ReturnForm({"reason": string})
    if well(back):
        referral_return(referral=made, reason=back.cleaned_data["reason"], by=who["dora"])
        made.refresh_from_db()
        assert made.returned_because == string.strip()
    return True


def not_admitted(sent: Submission, who: Cast, string: str) -> bool:
    form, appeal = admitting_forms.DeclareForm({"rule": string, "reason": string}), {"text": string}
    if not well(form):
        return False
    row = admitting.inadmission_declare(submission=sent, by=who["dora"], **form.cleaned_data)
    if well(asked := admitting_forms.AppealForm(appeal)):
        admitting.inadmission_appeal(inadmission=row, **asked.cleaned_data)
    decided = admitting_forms.DecideForm({"admit": "no", "reason": string})
    if well(decided):
        admitting.inadmission_decide(
            inadmission=row, admit=False, reason=decided.cleaned_data["reason"], by=who["elias"]
        )
    return True


def hidden(sent: Submission, who: Cast, string: str) -> bool:
    form = hiding_forms.HideForm({"rule": Rule.ADVERT, "reason": string})
    if not well(form):
        return False
    row = moderation.contribution_hide(
        contribution=sent.contribution, rule=Rule.ADVERT, reason=form.cleaned_data["reason"], by=who["dora"]
    )
    if well(asked := hiding_forms.AppealForm({"text": string})):
        moderation.hiding_appeal(hiding=row, **asked.cleaned_data)
    decided = hiding_forms.DecideForm({"stands": "no", "reason": string})
    if well(decided):
        moderation.hiding_decide(
            hiding=row, stands_again=False, reason=decided.cleaned_data["reason"], by=who["elias"]
        )
    return True


def told(sent: Submission, who: Cast, string: str) -> bool:
    words = dict.fromkeys(("meeting", "asked", "defended", "obtained"), string)
    form = OutcomeForm({**words, "result": "in_part", "language": "es"})
    if not well(form):
        return False
    outcome_tell(submission=sent, values=form.cleaned_data, by=who["dora"])
    return True


def answered(sent: Submission, who: Cast, string: str) -> bool:
    of = sent.contribution.consultation
    response = services.response_draft(consultation=of, submissions=[sent.pk], by=who["dora"])
    rows = list(response.to.all())
    typed = {"disposition": "in_part", "reasons": f"{string} {make.REASONS}", "changed": string, "language": "es",
             "base": "0", f"own{rows[0].pk}": string}  # fmt: skip
    form = ResponseForm(typed, response=response, rows=rows)
    if not well(form):
        return False
    data = form.cleaned_data
    services.response_write(
        response=response, base=0, disposition="in_part", reasons=data["reasons"], changed=data["changed"],
        language="es", paragraphs=form.paragraphs, by=who["dora"],
    )  # fmt: skip
    services.response_read(response=response, well=True, remark=string, by=who["elias"])
    services.response_sign(response=response, by=who["alba"])
    services.response_publish(response=response, by=who["alba"])
    verdict = VerdictForm({"answers": "no", "reason": string})
    if well(verdict) and verdict.cleaned_data["reason"].strip():
        row = sent.responses.get()
        verdict_give(row=row, answers=False, reason=verdict.cleaned_data["reason"], by=who["carmen"])
    return True


def clocked(sent: Submission, who: Cast, string: str) -> bool:
    form = ClockForm({"reason": string, "days": "3"})
    if not well(form):
        return False
    clock_extend(submission=sent, by=who["dora"], **form.cleaned_data)
    return True


@pytest.mark.parametrize("act", [referred, not_admitted, hidden, told, answered, clocked])
def test_every_naughty_string_about_what_was_sent_is_shown_safe_or_refused_plainly(
    seated: Cast, asking: Activity, client_of: Browser, act: Callable[[Submission, Cast, str], bool]
) -> None:
    sent = make.sent(make.where(asking), seated["carmen"])
    if act is told:
        make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])
    reader, kept = client_of(seated["nobody"]), 0
    of = sent.contribution.consultation.reference
    pages = (f"/aportaciones/{sent.contribution.reference}/", f"/procesos/{of}/moderacion/")
    for n, string in enumerate(STRINGS):
        with undone():
            if not act(sent, seated, string):
                continue
            kept += 1
            for page in pages if n % EVERY == 0 else ():
                answer = reader.get(page)
                assert answer.status_code == 200
                assert "<script>alert" not in answer.content.decode()
                assert "<img" not in answer.content.decode()
    assert kept > 300


def test_every_naughty_string_of_a_question_is_shown_safe_or_refused_plainly(
    seated: Cast, operating: Consultation, client_of: Browser
) -> None:
    draft = make.asked(operating, seated["alba"], questions=0, publish=False)
    page, kept = f"/procesos/{operating.reference}/actividades/{draft.place}/", 0
    for n, string in enumerate(STRINGS):
        names = [f"{name}_{lang}" for name in ("text", "context", "decision") for lang in ("es", "en")]
        form = QuestionForm(dict.fromkeys(names, string))
        if not well(form):
            continue
        with undone():
            question_add(activity=draft, values=form.cleaned_data, by=seated["alba"])
            if n % EVERY == 0:
                answer = client_of(seated["alba"]).get(page)
                assert answer.status_code == 200
                assert "<script>alert" not in answer.content.decode()
        kept += 1
    assert kept > 300
