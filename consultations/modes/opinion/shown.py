"""What the page of a contribution shows of a submission or an issue."""

from typing import Any

from consultations.mode import Panel
from consultations.modes.opinion import clock, queries
from consultations.modes.opinion.answering import queries as answering
from consultations.modes.opinion.models import Position, SignOn, Submission
from consultations.modes.opinion.referring import queries as referring
from consultations.modes.opinion.sending.closing import is_answered
from consultations.modes.opinion.sending.where import Where
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import voices
from incidencia.text import clean


def submission(viewer: Person | None, contribution: Contribution) -> Panel:
    """Promise its words, its clock, who signed on, its response. Constant queries."""
    row = contribution.submission
    row.contribution = contribution
    version = row.versions.prefetch_related("attachments").get(number=row.current)
    where = Where(contribution.consultation, contribution.activity, row.question)
    is_author = viewer is not None and viewer.pk == contribution.author_id
    words = contribution.hidden_at is None or bool(
        viewer and viewer.has_perm("consultations.contribution_words", contribution)
    )
    answers, waits = answering.shown_to(viewer, row), not is_answered(row)
    deadline = clock.deadline_of(row)
    context: dict[str, Any] = {
        "submission": row, "version": version, "words": words, "where": where,
        "text": clean.render(row.text) if words else "",
        "position": Position(row.position).label if row.question_id else "", "question": row.question,
        "joined": queries.joined([row]).get(row.pk), "sign_ons": _signed(row), "deadline": deadline,
        "owed_again": bool(answers["responses"]) and deadline.met_at is None,
        "may_correct": is_author and where.stands_open and contribution.hidden_at is None and waits,
        "receipt": is_author, **answers, **_holding(viewer, row, waits), **_decided(viewer, row),
        **_signing(viewer, row, bool(answers["responses"])),
        "may_answer": waits and row.not_admitted is None and _answers(viewer, row),
    }  # fmt: skip
    return Panel("consultations/modes/opinion/_submission.html", context)


def _answers(viewer: Person | None, row: Submission) -> bool:
    return viewer is not None and viewer.has_perm("consultations.answer_desk", row.contribution.consultation)


def _signed(row: Submission) -> list[SignOn]:
    return list(row.sign_ons.filter(withdrawn_at__isnull=True).select_related("person", "organization"))


def _decided(viewer: Person | None, row: Submission) -> dict[str, Any]:
    refused, outcome = getattr(row, "inadmission", None), getattr(row, "outcome", None)
    may = viewer.has_perm if viewer else lambda _perm, _on: False
    waits = refused is None and outcome is None
    published = any(one.response.published_at is not None for one in row.responses.all())
    appeal = refused is not None and refused.appealed_at is None and refused.lifted is None
    decide = refused is not None and refused.appealed_at is not None and refused.decided_at is None
    return {
        "inadmission": refused, "outcome": outcome,
        "may_refuse": waits and not row.responses.all() and may("consultations.inadmission_declare", row),
        "may_appeal": appeal and may("consultations.inadmission_appeal", refused),
        "may_decide": decide and may("consultations.inadmission_decide", refused),
        "may_tell": published and outcome is None and may("consultations.outcome_tell", row),
    }  # fmt: skip


def _holding(viewer: Person | None, row: Submission, waits: bool) -> dict[str, Any]:
    found = referring.history_of(row)
    standing = next((one for one, _clock in found if one.returned_at is None), None)
    may = viewer.has_perm if viewer else lambda _perm, _on: False
    return {
        "referrals": found,
        "returned_at": found[0][0].returned_at if found and standing is None else None,
        "may_refer": waits and standing is None and may("consultations.submission_refer", row),
        "may_return": waits and standing is not None and may("consultations.referral_return", standing),
    }


def _signing(viewer: Person | None, row: Submission, answered: bool) -> dict[str, Any]:
    if viewer is None or not viewer.has_perm("consultations.submission_sign", row):
        return {"may_sign": False, "signed_by_me": []}
    mine = [one for one in _signed(row) if one.person_id == viewer.pk]
    open_to_sign = not answered and row.contribution.hidden_at is None
    return {"may_sign": open_to_sign, "signed_by_me": mine, "voices": voices(viewer)}
