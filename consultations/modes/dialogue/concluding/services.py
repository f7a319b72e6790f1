"""A conclusion is proposed, assented or sealed after silence; a thread is closed for the silence of one side."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.dialogue import clock, emails, turning
from consultations.modes.dialogue import turn as pure
from consultations.modes.dialogue.concluding.sealing import hash_of_seal
from consultations.modes.dialogue.holding import held
from consultations.modes.dialogue.models import Conclusion, Dissent, End, Thread
from consultations.modes.dialogue.refusing import refuse_hidden, refuse_settled, refuse_unanswered
from consultations.modes.dialogue.standing import Speaker, is_opener, speaker_in
from consultations.modes.dialogue.turn import Side
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import day

MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Parts:
    """The three parts of a conclusion. None is empty: that nothing was agreed is written out."""

    exchanged: str
    agreed: str
    pending: str
    language: str


@transaction.atomic
def conclusion_propose(*, thread: Thread, parts: Parts, by: Person, speaking_as: str = "", key: str) -> Conclusion:
    """Propose how the thread concludes; the turn is the other side's, which assents or replies.

    Sent again with the same `key`, it is the same proposal. Raises Refused without one of the three parts, while
    another proposal stands, once it is settled, and for whoever is no party or, in civil society,
    not the opener.
    """
    thread = held(thread)
    if known := Conclusion.objects.filter(key=key, proposed_by=by).first():
        return known
    refuse_settled(thread)
    speaker = speaker_in(thread, by, speaking_as)
    _refuse_not_opener(thread, speaker)
    refuse_hidden(thread, speaker.side)
    if not (parts.exchanged.strip() and parts.agreed.strip() and parts.pending.strip()):
        raise Refused(
            "three-parts", _("A conclusion says what was exchanged, what was agreed and what stays open."),
            rule="G11.II", advice=_("Where nothing was agreed, or nothing stays open, write that out."),
        )  # fmt: skip
    if standing_of(thread) is not None:
        raise Refused(
            "proposed-already", _("A conclusion waits for its assent."), rule="G11.II",
            advice=_("Whoever did not propose it assents, or replies with a post: then it falls."),
        )  # fmt: skip
    at = now()
    made = Conclusion.objects.create(
        thread=thread, number=thread.conclusions.count() + 1, exchanged=parts.exchanged.strip(),
        agreed=parts.agreed.strip(), pending=parts.pending.strip(), language=parts.language, after=thread.last,
        side=speaker.side.value, days=thread.activity.answer_days, proposed_at=at, proposed_by=by,
        proposed_as=speaker.acted_as, organization=speaker.organization, key=key,
    )  # fmt: skip
    turning.word_of(thread, speaker.side, at)
    emails.conclusion_proposed(thread, made)
    return made


@transaction.atomic
def conclusion_assent(*, thread: Thread, by: Person, number: int, speaking_as: str = "") -> Conclusion:
    """Assent to the conclusion the other side proposed: it is sealed, with the hash of all posts. Again: once.

    `number` is that of the proposal that was read. Raises Refused for the side that proposed it, where none stands
    or another one does; of civil society, for all but the opener.
    """
    thread = held(thread)
    standing = _standing(thread, number)
    if standing.sealed_at is not None:
        return standing
    speaker = speaker_in(thread, by, speaking_as)
    _refuse_not_opener(thread, speaker)
    refuse_hidden(thread, speaker.side)
    if speaker.side.value == standing.side:
        raise Refused(
            "own-proposal", _("Who proposed a conclusion does not assent to it."), rule="G11.II",
            advice=_("The other side assents or replies. If its term passes, seal it."),
        )  # fmt: skip
    return _sealed(thread, standing, speaker, now(), assented=True)


@transaction.atomic
def conclusion_seal(*, thread: Thread, by: Person, number: int, speaking_as: str = "") -> Conclusion:
    """Seal one's own proposal once the other side let its term pass: recorded as without assent. Again: once.

    Raises Refused before the term is over, for the side that kept silent, and to the authority while a question
    has no answer.
    """
    thread = held(thread)
    standing = _standing(thread, number)
    if standing.sealed_at is not None:
        return standing
    speaker = speaker_in(thread, by, speaking_as)
    _refuse_not_opener(thread, speaker)
    refuse_hidden(thread, Side.CIVIL)  # while it is hidden the other side may not be able to reply
    if speaker.side.value != standing.side:
        raise Refused(
            "not-yours-to-seal", _("Only the side that proposed it seals a conclusion without assent."),
            rule="G11.II", advice=_("Assent to it, or reply."),
        )  # fmt: skip
    _refuse_early(thread, standing)
    refuse_unanswered(thread, speaker.side)
    return _sealed(thread, standing, speaker, now(), assented=False)


@transaction.atomic
def thread_close(*, thread: Thread, by: Person, speaking_as: str = "") -> Thread:
    """Close a thread for the silence of the side that owes the turn, once its term is over. Again changes nothing.

    Only the opener, or who speaks for its organization, closes for the silence of the authority: its duty counts as
    overdue for ever. An official closes for that of civil society, once every question has its answer. Raises Refused
    the other way round (G8.I).
    """
    thread = held(thread)
    if thread.end in (End.NO_ANSWER, End.NO_REPLY):
        return thread
    refuse_settled(thread)
    speaker = speaker_in(thread, by, speaking_as)
    if standing_of(thread) is not None:
        raise Refused(
            "conclusion-waits", _("A conclusion was proposed and waits."), rule="G11.II",
            advice=_("Whoever proposed it seals it once the term is over."),
        )  # fmt: skip
    turn = turning.running(thread)
    if turn is None:
        raise AssertionError("a thread that is not settled has a turn")
    if speaker.side.value == turn.side:
        raise Refused(
            "owes-the-turn", _("The side that owes the next word can't close the thread: it would win by silence."),
            rule="G8.I", advice=_("Reply, or propose a conclusion."),
        )  # fmt: skip
    refuse_hidden(thread, Side.CIVIL)
    consultation = thread.contribution.consultation
    deadline = clock.of_turn(turn, clock.closed_of(consultation), consultation.zone, clock.hidden_in(thread))
    running = pure.Turn(Side(turn.side), turn.since)
    if not running.may_end_it(speaker.side, deadline, now()):
        raise _too_early(deadline.due_at, consultation.zone)
    refuse_unanswered(thread, speaker.side)
    _refuse_not_opener(thread, speaker)
    at = now()
    turning.end(turn, at, met=False)
    silent = End.NO_ANSWER if turn.side == Side.PUBLIC.value else End.NO_REPLY
    _settle(thread, silent, speaker, at)
    emails.thread_settled(thread)
    return thread


@transaction.atomic
def dissent_attach(*, thread: Thread, text: str, language: str, by: Person, speaking_as: str = "") -> Dissent:
    """Attach what one party does not share, once, within five business days of sealing. The same words again: once.

    Raises Refused above 200 words, when it is late, where nothing is sealed and for a second one.
    """
    thread = held(thread)
    speaker = speaker_in(thread, by, speaking_as)
    sealed = Conclusion.objects.filter(thread=thread, sealed_at__isnull=False).first()
    if sealed is None or sealed.sealed_at is None:
        raise Refused("not-sealed", _("Nothing is sealed yet."), rule="G8.III", advice=_("Reply in the thread."))
    mine = sealed.dissents.filter(side=speaker.side.value)
    if speaker.side is Side.CIVIL:
        mine = mine.filter(organization=speaker.organization, **({} if speaker.organization else {"person": by}))
    if (known := mine.first()) is not None:
        if known.text == text.strip() and known.person_id == by.pk:
            return known
        raise Refused("dissented", _("A dissent is attached once."), rule="G8.III", advice=_("It stands as it is."))
    if not text.strip():
        raise Refused("empty", _("The dissent is empty."), advice=_("Say what you do not share, and why."))
    count = len(text.split())
    if count > MOST_WORDS:
        raise Refused(
            "too-many-words",
            _("The dissent has %(n)s words and the limit is %(most)s.") % {"n": count, "most": MOST_WORDS},
            rule="G8.III", advice=_("Shorten it: what you typed is below."),
        )  # fmt: skip
    consultation = thread.contribution.consultation
    deadline = clock.of_dissent(
        sealed.sealed_at, clock.closed_of(consultation), consultation.zone, clock.hidden_in(thread)
    )
    if deadline.is_late(now()):
        raise Refused(
            "late",
            _("A dissent could be attached until %(day)s.") % {"day": day(deadline.due_at, consultation.zone)},
            rule="G8.III", advice=_("Open another thread, and name this one by its reference."),
        )  # fmt: skip
    return Dissent.objects.create(
        conclusion=sealed, side=speaker.side.value, person=by, organization=speaker.organization, text=text.strip(),
        acted_as=speaker.acted_as, language=language, at=now(),
    )  # fmt: skip


def refuse_seal(thread: Thread) -> None:
    """Raise Refused where nobody seals now: nothing waits, it is hidden, the other side has its term or is owed."""
    refuse_settled(thread)
    refuse_hidden(thread, Side.CIVIL)
    standing = standing_of(thread)
    if standing is None:
        raise _no_conclusion()
    _refuse_early(thread, standing)
    refuse_unanswered(thread, Side(standing.side))


def standing_of(thread: Thread) -> Conclusion | None:
    """Promise the conclusion that waits for its assent. One query."""
    return Conclusion.objects.filter(thread=thread, fell_at__isnull=True, sealed_at__isnull=True).first()


def _standing(thread: Thread, number: int) -> Conclusion:
    found = Conclusion.objects.filter(thread=thread, fell_at__isnull=True).first()
    if found is None or found.number != number:
        raise _no_conclusion()
    return found


def _no_conclusion() -> Refused:
    return Refused(
        "no-conclusion", _("No such conclusion waits for its assent: it fell, or another one was proposed."),
        rule="G11.II", advice=_("Read the thread again."),
    )  # fmt: skip


def _refuse_early(thread: Thread, standing: Conclusion) -> None:
    consultation = thread.contribution.consultation
    hidden = clock.hidden_in(thread)
    deadline = clock.of_proposal(standing, clock.closed_of(consultation), consultation.zone, hidden)
    if not deadline.is_late(now()):
        raise _too_early(deadline.due_at, consultation.zone)


def _sealed(thread: Thread, conclusion: Conclusion, speaker: Speaker, at: datetime, *, assented: bool) -> Conclusion:
    conclusion.sealed_at, conclusion.sealed_by, conclusion.sealed_as = at, speaker.person, speaker.acted_as
    conclusion.assented = assented
    conclusion.hash = hash_of_seal(thread, conclusion)
    conclusion.save(update_fields=["sealed_at", "sealed_by", "sealed_as", "assented", "hash"])
    turn = turning.running(thread)
    if turn is not None:  # of the side that did not propose it: assenting is its word, silence is not
        turning.end(turn, at, met=assented)
    _settle(thread, End.CONCLUDED if assented else End.UNASSENTED, speaker, at)
    emails.thread_settled(thread, conclusion)
    return conclusion


def _settle(thread: Thread, end: End, speaker: Speaker, at: datetime) -> None:
    thread.end, thread.ended_at, thread.ended_by, thread.ended_as = end, at, speaker.person, speaker.acted_as
    thread.save(update_fields=["end", "ended_at", "ended_by", "ended_as"])


def _refuse_not_opener(thread: Thread, speaker: Speaker) -> None:
    if speaker.side is Side.CIVIL and not is_opener(speaker.person, thread):
        raise Refused(
            "not-the-opener",
            _("Whoever opened the thread, or speaks for its organization, concludes and closes it."), rule="G8.I",
            advice=_("You can go on writing in it, and attach a dissent once it is sealed."),
        )  # fmt: skip


def _too_early(due: datetime | None, zone: str) -> Refused:
    return Refused(
        "too-early", _("The term of the other side runs until %(day)s.") % {"day": day(due, zone)}, rule="G8.I",
        advice=_("Nobody loses by silence before the term is over."),
    )  # fmt: skip
