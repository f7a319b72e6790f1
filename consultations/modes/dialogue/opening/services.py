"""A thread is opened with a statement and numbered questions; others join it; one official answers for it."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.holding import held as held_activity
from consultations.activities.models import Activity
from consultations.capacities import of_convener, of_official
from consultations.modes.dialogue import emails, turning
from consultations.modes.dialogue.holding import held
from consultations.modes.dialogue.models import Party, Post, Thread
from consultations.modes.dialogue.posting.content import opening_of
from consultations.modes.dialogue.posting.writing import Words, keep_post
from consultations.modes.dialogue.refusing import refuse_closed, refuse_hidden, refuse_settled
from consultations.modes.dialogue.standing import Speaker, voice_for
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from consultations.spine.models import Kind
from consultations.spine.services import follow_from_now, receive
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import Voice
from incidencia.web.refusals import Refused


@transaction.atomic
def thread_open(*, activity: Activity, title: str, words: Words, by: Person, speaking_as: str, key: str) -> Thread:
    """Open a thread: its first post is the statement with its questions, and the turn is the authority's.

    Sent again with the same `key`, it is the same thread. Raises Refused outside the window, without a question,
    for an official of the process, and for whoever neither speaks for a verified organization nor is a member (A8).
    """
    activity = held_activity(activity)
    known = Post.objects.filter(key=key, author=by).select_related("thread__contribution").first()
    if known is not None:
        return known.thread
    refuse_closed(activity)
    _refuse_official(activity, by)
    voice = voice_for(activity, by, speaking_as)
    if not words.text.strip() or not words.questions:
        raise Refused(
            "no-question", _("A thread has a statement and at least one question."), rule="G8.I",
            advice=_("Number what you ask: each question gets its own answer."),
        )  # fmt: skip
    sent = opening_of(activity, voice.capacity, title, words.text, words.questions, words.language)
    contribution = receive(
        consultation=activity.consultation, activity=activity, kind=Kind.THREAD, voice=voice, title=title,
        language=words.language, sent=sent, text="",
    )  # fmt: skip
    made = Thread.objects.create(contribution=contribution)
    speaker = Speaker(Side.CIVIL, by, voice.organization, voice.capacity)
    keep_post(made, speaker, words, key, contribution.at)
    _party(made, voice)
    turning.begin(made, Side.PUBLIC, contribution.at)
    emails.thread_opened(made)
    return made


@transaction.atomic
def thread_join(*, thread: Thread, by: Person, speaking_as: str) -> Party:
    """Join a thread on the side of civil society; whoever joins follows it. Again changes nothing.

    Raises Refused once it is settled, and for whoever could not have opened it (A8).
    """
    thread = held(thread)
    refuse_settled(thread)
    refuse_hidden(thread, Side.CIVIL)
    activity = thread.activity
    _refuse_official(activity, by)
    voice = voice_for(activity, by, speaking_as)
    made = _known(thread, voice) or _party(thread, voice)
    follow_from_now(contribution=thread.contribution, person=by)
    return made


@transaction.atomic
def responsible_name(*, thread: Thread, person: Person, by: Person) -> Thread:
    """Name the official who answers for the authority; everybody reads it, and they have a letter.

    Raises Refused for whoever is no official of the process, and once it is settled.
    """
    thread = held(thread)
    refuse_settled(thread)
    consultation = thread.contribution.consultation
    if not is_official_of(person, consultation):
        raise Refused(
            "no-official", _("%(name)s is no official of this process.") % {"name": person.name}, rule="G22",
            advice=_("Choose one of its officials, or invite them first."),
        )  # fmt: skip
    if thread.responsible_id == person.pk:
        return thread
    thread.responsible, thread.responsible_as = person, of_official(person, consultation)
    thread.named_at, thread.named_by, thread.named_as = now(), by, of_convener(by, consultation)
    thread.save(update_fields=["responsible", "responsible_as", "named_at", "named_by", "named_as"])
    emails.responsible_named(thread)
    return thread


def _refuse_official(activity: Activity, by: Person) -> None:
    if is_official_of(by, activity.consultation):
        raise Refused(
            "official", _("The officials of a process answer its threads; they don't open or join them."),
            rule="G11.II", advice=_("Write as an official in a thread that is open."),
        )  # fmt: skip


def _party(thread: Thread, voice: Voice) -> Party:
    return Party.objects.create(
        thread=thread, person=voice.person, organization=voice.organization, capacity=voice.capacity, joined_at=now()
    )


def _known(thread: Thread, voice: Voice) -> Party | None:
    named = (
        {"organization": voice.organization} if voice.organization else {"organization": None, "person": voice.person}
    )
    return Party.objects.filter(thread=thread, **named).first()
