"""An own post is corrected until the other side wrote after it; every version stays public."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue.holding import held
from consultations.modes.dialogue.models import Conclusion, Post, PostVersion, Thread
from consultations.modes.dialogue.refusing import refuse_hidden, refuse_settled
from consultations.modes.dialogue.standing import speaker_in
from consultations.modes.dialogue.turn import Side
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import ONESELF
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused


@transaction.atomic
def post_correct(
    *, post: Post, base: int, text: str, questions: Mapping[int, str], answers: Mapping[int, str], by: Person
) -> PostVersion:
    """Write the next version of an own post: its words, and those of its own questions and answers by number.

    `base` is the number of the version that was read. Raises Refused for anybody else's post, for who
    no longer speaks in that name, once the other side
    wrote after it, while a conclusion of one's own side waits, once the thread is settled, where another version was
    written meanwhile and where nothing changes.
    """
    thread = held(post.thread)
    post = Post.objects.prefetch_related("questions", "answers__question").get(pk=post.pk)
    if post.author_id != by.pk:
        raise Refused("not-yours", _("Only its author corrects a post."), advice=_("Write a post of your own."))
    refuse_settled(thread)
    refuse_hidden(thread, Side(post.side))
    speaker = speaker_in(thread, by, str(post.organization_id or ONESELF))
    if speaker.side.value != post.side:
        raise Refused("other-side", _("You speak for the other side now."), rule="G11.II", advice=_("Write a post."))
    if post.number in hidden_parts(thread.contribution):
        raise Refused("hidden", _("It is hidden by moderation."), rule="G31", advice=_("You can appeal once."))
    if answered_after(thread, post):
        raise Refused(
            "answered", _("The other side wrote after it: what was replied to does not change."), rule="G11.II",
            advice=_("Write another post and say what you correct."),
        )  # fmt: skip
    proposed = Conclusion.objects.filter(thread=thread, side=post.side, fell_at__isnull=True, sealed_at__isnull=True)
    if proposed.exists():
        raise Refused(
            "conclusion-waits", _("Your side proposed a conclusion, and what is assented to is what was read."),
            rule="G11.II", advice=_("The other side assents or replies; if it replies, write what you correct."),
        )  # fmt: skip
    if base != post.current:
        raise Refused(
            "overtaken", _("Version %(n)s was written meanwhile, perhaps in another window.") % {"n": post.current},
            advice=_("What you typed is below. Read the new version, then send yours again."),
        )  # fmt: skip
    return _kept(post, text.strip(), questions, answers)


def answered_after(thread: Thread, post: Post) -> bool:
    """Promise whether the other side wrote, or proposed a conclusion, after it. Two queries at most."""
    other = Side(post.side).other.value
    later = Post.objects.filter(thread=thread, side=other, number__gt=post.number)
    proposed = Conclusion.objects.filter(thread=thread, side=other, after__gte=post.number)
    return later.exists() or proposed.exists()


def _kept(post: Post, text: str, questions: Mapping[int, str], answers: Mapping[int, str]) -> PostVersion:
    asked, given = list(post.questions.all()), list(post.answers.all())
    for question in asked:
        question.text = questions.get(question.number, question.text).strip()
    for answer in given:
        answer.text = answers.get(answer.question.number, answer.text).strip()
    if not all([*(one.text for one in asked), *(one.text for one in given), text or asked or given]):
        raise Refused("empty", _("Nothing that was said can be left empty."), advice=_("Write it again, corrected."))
    last = post.versions.get(number=post.current)
    said = {str(one.question.number): one.text for one in given}
    wanted = {str(one.number): one.text for one in asked}
    if (text, wanted, said) == (last.text, last.questions, last.answers):
        raise Refused("nothing-changed", _("Nothing changed."), advice=_("Change something, or leave it as it is."))
    for row in [*asked, *given]:
        row.save(update_fields=["text"])
    made = PostVersion.objects.create(
        post=post, number=post.current + 1, text=text, questions=wanted, answers=said, at=now()
    )
    post.text, post.current = text, made.number
    post.folded = fold(" ".join([text, *wanted.values(), *said.values()]))
    post.save(update_fields=["text", "current", "folded"])
    return made
