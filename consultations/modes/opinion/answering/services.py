"""A response, from its draft to its publication. Each act is one transaction; each refusal says its rule."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.models import Consultation
from consultations.modes.opinion.answering import emails
from consultations.modes.opinion.answering.standing import (
    SHORTEST,
    answering_agency,
    refuse_foreign,
    refuse_inadmissible,
    refuse_taken,
    to_answer,
)
from consultations.modes.opinion.models import Disposition, Response, ResponseTo
from consultations.spine.services import step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.references.format import response_reference
from incidencia.references.services import next_number
from incidencia.web.refusals import Refused


@transaction.atomic
def response_draft(*, consultation: Consultation, submissions: Collection[int], by: Person) -> Response:
    """Begin one response to one or several submissions or issues of a consultation: a group.

    Raises Refused for none, for any that is answered or already in another response, and for what another agency
    holds by referral.
    """
    rows = to_answer(consultation, submissions)
    agency = answering_agency(consultation, rows, by)
    refuse_taken(rows)
    refuse_inadmissible(rows)
    number = next_number(f"{consultation.reference}-R", 0)
    made = Response.objects.create(
        reference=response_reference(consultation.reference, number), consultation=consultation,
        agency=agency, drafted_by=by,
    )  # fmt: skip
    made.writers.add(by)
    ResponseTo.objects.bulk_create(ResponseTo(response=made, submission=row, round=due) for row, due in rows.items())
    return made


@transaction.atomic
def response_write(
    *, response: Response, base: int, disposition: str, reasons: str, changed: str, language: str,
    paragraphs: Mapping[int, str], by: Person,
) -> Response:  # fmt: skip
    """Write disposition and reasons, and the own paragraph of each author by the key of its row.

    What was read or signed before has to be read and signed again. Raises Refused for reasons that are missing or too
    short, once published, where somebody else wrote meanwhile, and for officials of another agency.
    """
    response = _held(response)
    _refuse_published(response)
    refuse_foreign(response, by)
    if base != response.base:
        raise Refused(
            "overtaken", _("Somebody else wrote in this response meanwhile."),
            advice=_("What you typed is below. Read the other wording, then save again."),
        )  # fmt: skip
    _refuse_unreasoned(disposition, reasons)
    response.disposition, response.reasons, response.changed = disposition, reasons.strip(), changed.strip()
    response.language, response.drafted_by, response.base = language, by, base + 1
    response.read_at = response.read_by = response.signed_at = response.signed_by = None
    response.signed_as = response.remark = ""
    response.save()
    response.writers.add(by)
    for row in response.to.all():
        row.paragraph = paragraphs.get(row.pk, "").strip()
        row.save(update_fields=["paragraph"])
    return response


@transaction.atomic
def response_read(*, response: Response, well: bool, remark: str, by: Person) -> Response:
    """The second reader's word: well, or back to the drafter with a remark.

    Raises Refused for whoever wrote in it, once it is signed, and for a return without a remark.
    """
    response = _held(response)
    _refuse_published(response)
    _refuse_unreasoned(response.disposition, response.reasons)
    if response.signed_at is not None:
        raise Refused(
            "signed", _("It is signed already."), rule="G8.I",
            advice=_("Whoever changes its words takes the signature away; then it is read again."),
        )  # fmt: skip
    if response.writers.filter(pk=by.pk).exists():
        raise Refused(
            "own-draft", _("Who wrote in it can't be its second reader."), rule="G8.I",
            advice=_("Another official of this process reads it."),
        )  # fmt: skip
    if not well and not remark.strip():
        raise Refused("remark-needed", _("Say what should change."), advice=_("The drafter reads it, nobody else."))
    response.read_at, response.read_by, response.remark = (now() if well else None), by, remark.strip()
    response.save(update_fields=["read_at", "read_by", "remark"])
    return response


@transaction.atomic
def response_sign(*, response: Response, by: Person) -> Response:
    """The officer in charge signs, in name and office. Again changes nothing.

    Raises Refused before the second reading.
    """
    response = _held(response)
    if response.signed_at is not None:
        return response
    _refuse_published(response)
    _refuse_unreasoned(response.disposition, response.reasons)
    if response.read_at is None:
        raise Refused(
            "unread", _("Nobody has read it a second time."), rule="G8.I",
            advice=_("Another official than its drafter reads it first."),
        )  # fmt: skip
    response.signed_at, response.signed_by = now(), by
    response.signed_as = of_official(by, response.consultation)
    response.save(update_fields=["signed_at", "signed_by", "signed_as"])
    return response


@transaction.atomic
def response_publish(*, response: Response, by: Person) -> Response:
    """Put a signed response before everybody: each trail takes its step, each author and signer gets a letter.

    Raises Refused unsigned. Again changes nothing.
    """
    response = _held(response)
    if response.published_at is not None:
        return response
    if response.signed_at is None:
        raise Refused("unsigned", _("It is not signed yet."), rule="G8.I", advice=_("Sign it, then publish it."))
    response.published_at, response.published_by = now(), by
    response.save(update_fields=["published_at", "published_by"])
    rows = list(response.to.select_related("submission__contribution"))
    step_take(
        [row.submission.contribution for row in rows], Step.ANSWERED, act=response.reference, by=by,
        acted_as=response.signed_as, letter=False,
    )  # fmt: skip
    emails.answered(response, rows)
    return response


@transaction.atomic
def response_discard(*, response: Response, by: Person) -> None:
    """Throw a draft away: what it answered is back on the desk, with its clock. Its number is not used again.

    Raises Refused once it is signed or published, and for officials of another agency.
    """
    response = _held(response)
    _refuse_settled(response, by)
    response.to.all().delete()
    response.delete()


@transaction.atomic
def response_leave_out(*, response: Response, row: int, by: Person) -> None:
    """Take one contribution out of a draft: it is back on the desk, with its clock. Again changes nothing.

    Raises Refused for the only one, once it is signed or published, and for officials of another agency.
    """
    response = _held(response)
    _refuse_settled(response, by)
    rows = response.to.all()
    if not rows.filter(pk=row).exists():
        return
    if rows.count() == 1:
        raise Refused("only-one", _("It answers nothing else."), advice=_("Discard the draft instead."))
    rows.filter(pk=row).delete()


def _held(response: Response) -> Response:
    rows = Response.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person", "agency"
    )
    return rows.get(pk=response.pk)


def _refuse_published(response: Response) -> None:
    if response.published_at is not None:
        raise Refused(
            "published", _("It was published: it can't change any more."), rule="G31",
            advice=_("If an author finds it does not answer, it returns to the desk once."),
        )  # fmt: skip


def _refuse_settled(response: Response, by: Person) -> None:
    _refuse_published(response)
    refuse_foreign(response, by)
    if response.signed_at is not None:
        raise Refused(
            "signed", _("It is signed already."), rule="G8.I",
            advice=_("Whoever changes its words takes the signature away; then it can be discarded."),
        )  # fmt: skip


def _refuse_unreasoned(disposition: str, reasons: str) -> None:
    if disposition not in Disposition.values:
        raise Refused(
            "no-disposition", _("Choose what is done with it."), rule="G8.I", advice=_("One of the six dispositions.")
        )
    if len(reasons.strip()) < SHORTEST:
        raise Refused(
            "no-reasons", _("A disposition without reasons is no answer."), rule="G8.I, G31",
            advice=_("Write at least %(n)s characters: why, and on what ground.") % {"n": SHORTEST},
        )  # fmt: skip
