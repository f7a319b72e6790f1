"""A submission is sent, or an issue raised; corrected until the close; each version kept."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.holding import held
from consultations.modes.opinion.holding import held as held_submission
from consultations.modes.opinion.models import Draft, Submission, Version
from consultations.modes.opinion.sending import emails
from consultations.modes.opinion.sending.closing import refuse_answered, refuse_closed, refuse_hidden
from consultations.modes.opinion.sending.receipts import sent
from consultations.modes.opinion.sending.where import Where
from consultations.spine.services import digest, receive
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.organizations.speaking import Voice, voice_of
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused


@dataclass(frozen=True, slots=True)
class Words:
    """What is sent: already checked by the form. `position` is "none" for an issue."""

    title: str
    position: str
    text: str
    language: str


@transaction.atomic
def submit(*, where: Where, draft: Draft, words: Words, speaking_as: str, key: str) -> Submission:
    """Send what the draft holds, with its files; the draft is gone afterwards and the author has a receipt.

    Sent again with the same `key`, it is the same submission. Raises Refused after the close, where the author
    does not speak for that organization, and for the same words sent before.
    """
    person = draft.person
    draft_held = Draft.objects.select_for_update().filter(pk=draft.pk).exists()
    if known := sent_with(key, person):
        return known
    if not draft_held:
        raise Refused("no-draft", _("This draft was sent or thrown away."), advice=_("Look at what you sent."))
    if where.activity is not None:
        where = Where(where.consultation, held(where.activity), where.question)
    refuse_closed(where)
    voice = voice_of(person, speaking_as)
    _refuse_repeated(where, voice, words)
    files = list(draft.attachments.order_by("pk"))
    proof = sent(where=where, capacity=voice.capacity, files=files, title=words.title, position=words.position,
                 text=words.text, language=words.language)  # fmt: skip
    contribution = receive(
        consultation=where.consultation, activity=where.activity, kind=where.kind, voice=voice, title=words.title,
        language=words.language, sent=proof, text=words.text,
    )  # fmt: skip
    made = Submission.objects.create(
        contribution=contribution, question=where.question, position=words.position, text=words.text,
        key=own_key(key, person),
    )
    first = Version.objects.create(
        submission=made, number=1, title=words.title, position=words.position, text=words.text,
        hash=contribution.hash, at=contribution.at, by=person, acted_as=voice.capacity,
    )  # fmt: skip
    first.attachments.set(files)
    draft.delete()
    emails.submission_received(made)
    return made


def sent_with(key: str, person: Person) -> Submission | None:
    """Promise what this person sent with a form of that key, or None. One query."""
    rows = Submission.objects.select_related("contribution__consultation")
    return rows.filter(key=own_key(key, person), contribution__author=person).first()


def correct(
    *, submission: Submission, base: int, words: Words, keep: set[int], files: list[Checked], by: Person
) -> Version:
    """Write the next version; the earlier ones stay readable and those who signed on are told.

    `base` is the number of the version that was read. Raises Refused after the close, once an answer was drafted or
    published, where another version was written meanwhile, where nothing changes, and to an author who does not
    speak for its organization any more.
    """
    with atomic_with_files():
        submission = held_submission(submission)
        contribution = submission.contribution
        refuse_answered(submission)
        refuse_hidden(submission)
        where = Where(contribution.consultation, contribution.activity, submission.question)
        refuse_closed(where)
        _refuse_overtaken(submission, base)
        last = submission.versions.get(number=submission.current)
        kept = [file for file in last.attachments.order_by("pk") if file.pk in keep]
        if contribution.organization is not None:
            voice_of(by, str(contribution.organization.pk))
        attached = [*kept, *attach_all(files, by=by)]
        proof = sent(where=where, capacity=contribution.capacity, files=attached, title=words.title,
                     position=words.position, text=words.text, language=contribution.language)  # fmt: skip
        if digest(proof) == last.hash:
            advice = _("Change something, or leave it as it is.")
            raise Refused("nothing-changed", _("Nothing changed."), advice=advice)
        made = Version.objects.create(
            submission=submission, number=submission.current + 1, title=words.title, position=words.position,
            text=words.text, hash=digest(proof), at=now(), by=by, acted_as=contribution.capacity,
        )  # fmt: skip
        made.attachments.set(attached)
        _stand(submission, made)
    emails.submission_corrected(submission)
    return made


def _stand(submission: Submission, version: Version) -> None:
    submission.current, submission.position, submission.text = version.number, version.position, version.text
    submission.save(update_fields=["current", "position", "text"])
    contribution = submission.contribution
    contribution.title = version.title
    contribution.keep_findable(version.text)
    contribution.save(update_fields=["title", "folded"])



def _refuse_repeated(where: Where, voice: Voice, words: Words) -> None:
    same = Submission.objects.filter(
        contribution__consultation=where.consultation, question=where.question, text=words.text,
        contribution__author=voice.person, contribution__organization=voice.organization,
        contribution__title=words.title,
    ).select_related("contribution").first()  # fmt: skip
    if same is not None:
        raise Refused(
            "sent-before",
            _("You sent the same words before: %(reference)s.") % {"reference": same.contribution.reference},
            advice=_("Nothing has to be sent again. To change it, correct that one."),
        )


def _refuse_overtaken(submission: Submission, base: int) -> None:
    if base != submission.current:
        raise Refused(
            "overtaken",
            _("Version %(n)s was written meanwhile, perhaps in another window.") % {"n": submission.current},
            advice=_("What you typed is below. Read the new version, then send yours again."),
        )
