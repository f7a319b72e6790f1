"""A post is written: it takes the next number, turns the thread, and each question gets its own answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue import emails, turning
from consultations.modes.dialogue.holding import held
from consultations.modes.dialogue.models import (
    Conclusion,
    Post,
    PostVersion,
    Quote,
    Thread,
    ThreadAnswer,
    ThreadQuestion,
)
from consultations.modes.dialogue.posting.content import paragraphs_of
from consultations.modes.dialogue.refusing import refuse_hidden, refuse_settled
from consultations.modes.dialogue.standing import Speaker, speaker_in
from consultations.modes.dialogue.turn import Side
from consultations.spine.services import step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused


@dataclass(frozen=True, slots=True)
class Words:
    """What is posted, checked by the form. `answers`: by the number of the question; `quotes`: post and paragraph."""

    text: str
    language: str
    questions: Sequence[str] = ()
    answers: Mapping[int, str] = field(default_factory=dict)
    quotes: Sequence[tuple[int, int]] = ()


@transaction.atomic
def post_write(*, thread: Thread, words: Words, by: Person, speaking_as: str = "", key: str) -> Post:
    """Write the next post of a thread, for the side on which `by` speaks; the other side is told that it is its turn.

    The one of the authority that answers the last open question takes the step *answered* (G8.I). A conclusion
    proposed by the other side falls. Sent again with the same `key`, it is the same post. Raises Refused for whoever
    is no party, once the thread is settled, for a question that is not open, and while one's own conclusion waits
    for its assent: only an answer that was still owed is given then, and the conclusion falls.
    """
    thread = held(thread)
    if known := Post.objects.filter(key=key, author=by).first():
        return known
    refuse_settled(thread)
    speaker = speaker_in(thread, by, speaking_as)
    refuse_hidden(thread, speaker.side)
    proposed = Conclusion.objects.filter(thread=thread, fell_at__isnull=True).first()
    if proposed is not None and proposed.side == speaker.side.value and not words.answers:
        raise Refused(
            "conclusion-waits", _("Your side proposed a conclusion, and it waits for the other side."), rule="G11.II",
            advice=_("It assents or replies. If its term passes, seal the conclusion."),
        )  # fmt: skip
    made = keep_post(thread, speaker, words, key, now())
    if proposed is not None:
        proposed.fell_at = made.at
        proposed.save(update_fields=["fell_at"])
    turning.word_of(thread, speaker.side, made.at)
    if words.answers:
        turning.answered(thread, made.at)
    if words.answers and not ThreadQuestion.objects.filter(thread=thread, answer__isnull=True).exists():
        _answered(thread, made)
    emails.post_written(thread, made, answers=len(words.answers))
    return made


def keep_post(thread: Thread, speaker: Speaker, words: Words, key: str, at: datetime) -> Post:
    """Keep a post under the next number, with its questions, answers and quotes. Call it with the thread held."""
    if not (words.text.strip() or words.questions or words.answers):
        raise Refused("empty", _("The post is empty."), advice=_("Write something, or answer a question."))
    if (speaker.side is Side.PUBLIC and words.questions) or (speaker.side is Side.CIVIL and words.answers):
        raise Refused(
            "wrong-side", _("Civil society asks the numbered questions and the authority answers them."), rule="G8.I",
            advice=_("Write it in the text of your post."),
        )  # fmt: skip
    asked = _open_questions(thread, words)
    thread.last += 1
    made = Post(
        thread=thread, number=thread.last, side=speaker.side.value, author=speaker.person, text=words.text, at=at,
        organization=speaker.organization, acted_as=speaker.acted_as, powers=speaker.powers, key=key,
        language=words.language, folded=fold(" ".join([words.text, *words.questions, *words.answers.values()])),
    )  # fmt: skip
    quotes = _quotes(thread, made, words)
    made.save(force_insert=True)
    Quote.objects.bulk_create(quotes)
    first = thread.questions_asked + 1
    ThreadQuestion.objects.bulk_create(
        ThreadQuestion(thread=thread, post=made, number=n, text=text) for n, text in enumerate(words.questions, first)
    )
    thread.questions_asked += len(words.questions)
    ThreadAnswer.objects.bulk_create(
        ThreadAnswer(question=asked[n], post=made, text=text) for n, text in words.answers.items()
    )
    thread.save(update_fields=["last", "questions_asked"])
    PostVersion.objects.create(
        post=made, number=1, text=made.text, at=at, answers={str(n): text for n, text in words.answers.items()},
        questions={str(n): text for n, text in enumerate(words.questions, first)},
    )  # fmt: skip
    return made


def _open_questions(thread: Thread, words: Words) -> dict[int, ThreadQuestion]:
    rows = ThreadQuestion.objects.filter(thread=thread, number__in=list(words.answers), answer__isnull=True)
    found = {row.number: row for row in rows}
    if missing := sorted(set(words.answers) - set(found)):
        raise Refused(
            "not-open", _("Question %(n)s is not open: it was answered, or there is none.") % {"n": missing[0]},
            rule="G8.I", advice=_("Read what was answered meanwhile; what you typed is below."),
        )  # fmt: skip
    return found


def _quotes(thread: Thread, post: Post, words: Words) -> list[Quote]:
    if not words.quotes:
        return []
    hidden = hidden_parts(thread.contribution)
    rows = Post.objects.filter(thread=thread, number__in={number for number, _paragraph in words.quotes})
    posts = {row.number: row for row in rows.prefetch_related("questions", "answers")}
    made = []
    for number, paragraph in sorted(set(words.quotes)):
        said = paragraphs_of(posts[number]) if number in posts and number not in hidden else []
        if not 0 <= paragraph < len(said):
            raise Refused(
                "nothing-to-quote", _("That paragraph can't be quoted: it was corrected or hidden."),
                advice=_("Leave the quote out, or choose another paragraph."),
            )  # fmt: skip
        made.append(Quote(post=post, quoted=posts[number], paragraph=paragraph, words=said[paragraph]))
    return made


def _answered(thread: Thread, post: Post) -> None:
    contribution = thread.contribution
    step_take(
        [contribution],
        Step.ANSWERED,
        act=contribution.reference,
        by=post.author,
        acted_as=post.acted_as,
        letter=False,
    )
