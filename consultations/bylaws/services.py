"""Acts of who convenes on the operating rules: draft, write, submit, withdraw, approve, publish (G25)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consultations.bylaws import emails, queries
from consultations.bylaws.criteria import Criterion
from consultations.bylaws.holding import held, refuse_unless
from consultations.bylaws.models import BylawsPart, BylawsVersion
from consultations.bylaws.parts import Part
from consultations.bylaws.states import State
from consultations.capacities import of_convener
from consultations.lifecycle import State as Life
from consultations.models import Consultation
from consultations.services import locked as consultation_locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated

LEAST_TERM = timedelta(days=5)  # members read nine parts: less is no consideration


@transaction.atomic
def bylaws_draft(*, consultation: Consultation, by: Person) -> BylawsVersion:
    """Begin the next version, with the words of the last one. While one is in the making, that one is answered.

    Raises Refused before the call is published, and once the process has concluded.
    """
    consultation = consultation_locked(consultation)
    if consultation.state is Life.CONCLUDED:
        raise Refused(
            "process-concluded", _("The process has concluded: its rules stay as they are."), rule="G25",
            advice=_("The version in force and the ones before it can be read."),
        )  # fmt: skip
    if known := queries.in_the_making(consultation):
        return known
    if consultation.published_at is None:
        raise Refused(
            "call-not-published", _("The call is not published yet."), rule="G13, G25",
            advice=_("Publish the call first: the rules are submitted to its members."),
        )  # fmt: skip
    last = queries.versions_of(consultation).first()
    made = BylawsVersion.objects.create(
        consultation=consultation, number=last.number + 1 if last else 1, made_by=by,
        language=last.language if last else (get_language() or by.language),
        made_as=of_convener(by, consultation),
    )  # fmt: skip
    texts = queries.texts_of(last) if last else dict.fromkeys(Part, "")
    BylawsPart.objects.bulk_create(BylawsPart(version=made, part=part, text=text) for part, text in texts.items())
    return made


@transaction.atomic
def bylaws_write(
    *, version: BylawsVersion, language: str, texts: Mapping[Part, str], before: Mapping[Part, str], by: Person
) -> BylawsVersion:
    """Keep the wording of a draft; parts may still be empty. `before` is what the writer began from.

    Raises Refused once it was submitted, and when somebody else changed a part meanwhile.
    """
    version = held(version)
    refuse_unless(version, State.DRAFT)
    now_written = queries.texts_of(version)
    clash = [p for p in Part if p in before and now_written[p] != before[p] and texts[p] != now_written[p]]
    if clash:
        raise Refused(
            "changed-meanwhile",
            _("Somebody else changed meanwhile: %(parts)s.") % {"parts": ", ".join(str(p.label) for p in clash)},
            advice=_("What you typed is below. Open the draft in another window, compare, and save again."),
        )  # fmt: skip
    for row in version.parts.all():
        if row.text != texts[Part(row.part)]:
            row.text = texts[Part(row.part)]
            row.save(update_fields=["text"])
    version.language = language
    version.save(update_fields=["language"])
    return version


@transaction.atomic
def bylaws_submit(*, version: BylawsVersion, closes_at: datetime, criterion: str, by: Person) -> BylawsVersion:
    """Submit a draft to the members' consideration until `closes_at`; each member with a vote gets a letter.

    The criterion by which assents approve it is fixed now (G31). Raises Refused, naming every part that is empty, for
    a term shorter than LEAST_TERM, while one side has nobody with a vote (G15), and once submitted.
    """
    version = held(version)
    refuse_unless(version, State.DRAFT)
    if empty := queries.empty_parts(version):
        raise Refused(
            "parts-empty",
            _("Nothing is written in: %(parts)s.")
            % {"parts": "; ".join(f"{part.number}. {part.label}" for part in empty)},
            rule="G25", advice=_("The rules have nine parts. Write them, and submit them whole."),
        )  # fmt: skip
    if closes_at < now() + LEAST_TERM:
        raise Refused(
            "term-too-short", _("Members have at least %(n)s days to consider the rules.") % {"n": LEAST_TERM.days},
            rule="G25, G27.I", advice=_("Choose a later day."),
        )  # fmt: skip
    if any(not side.asked for side in queries.tallies(version)):
        raise Refused(
            "side-empty", _("One of the two sides has nobody with a vote: nobody could agree for it."), rule="G15",
            advice=_("Admit an application or invite somebody first."),
        )  # fmt: skip
    version.closes_at, version.criterion, version.submitted_at = closes_at, Criterion(criterion), now()
    version.submitted_by, version.submitted_as = by, of_convener(by, version.consultation)
    version.save()
    emails.bylaws_submitted(version)
    return version


@transaction.atomic
def bylaws_withdraw(*, version: BylawsVersion, reason: str, by: Person) -> BylawsVersion:
    """Give a version up before it is published, with a reason. What was said of it stays. Again changes nothing.

    Raises Refused without reason, and once published.
    """
    version = held(version)
    if version.state is State.WITHDRAWN:
        return version
    refuse_unless(version, State.DRAFT, State.CONSIDERED, State.CLOSED, State.APPROVED)
    version.withdrawn_because = stated(reason, rule="G25")
    version.withdrawn_at, version.withdrawn_by = now(), by
    version.withdrawn_as = of_convener(by, version.consultation)
    version.save()
    return version


@transaction.atomic
def bylaws_publish(*, version: BylawsVersion, by: Person) -> BylawsVersion:
    """Put an approved version in force; the one before stays in the history. Again changes nothing.

    Each member gets a letter. Raises Refused before it was approved.
    """
    version = held(version)
    if version.state is State.PUBLISHED:
        return version
    refuse_unless(version, State.APPROVED)
    version.published_at, version.published_by = now(), by
    version.published_as = of_convener(by, version.consultation)
    version.save()
    emails.bylaws_published(version)
    return version
