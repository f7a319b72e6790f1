"""What is said in a thread: posts with their versions, quotes, questions and answers."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from consultations.modes.dialogue.tables.threads import KNOWN, SIDES, Thread
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY
from incidencia.text.fold import fold

PERSON = settings.AUTH_USER_MODEL


class Post(models.Model):
    """One post: who, on which side, as what they were at that moment. What stands is its last version."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="posts")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=8, choices=SIDES)
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    acted_as = models.CharField(max_length=CAPACITY)
    powers = models.CharField(max_length=500, blank=True)  # of an official: to make agreements, as it was (G22)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=clock.now)
    current = models.PositiveSmallIntegerField(default=1)
    folded = models.TextField(editable=False)  # what the search reads
    key = models.CharField(max_length=64)  # of the form it came by: the same one twice is one post

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="post_number_once"),
            models.UniqueConstraint(fields=["author", "key"], name="post_key_once"),
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="post_side_known"),
            models.CheckConstraint(condition=Q(number__gt=0), name="post_numbered_from_one"),
            models.CheckConstraint(condition=~Q(acted_as=""), name="post_says_as_what"),
            models.CheckConstraint(
                condition=Q(side="public", organization__isnull=True) | Q(side="civil", powers=""),
                name="post_powers_are_public",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never without a folded column."""
        if not self.folded:
            self.folded = fold(self.text)
        super().save(*args, **kwargs)


class PostVersion(models.Model):
    """What a post said from one instant on. None is ever changed; all are public."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    answers = models.JSONField(default=dict)  # words by the number of the question
    questions = models.JSONField(default=dict)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="post_version_once")]

    def __str__(self) -> str:
        return f"{self.post} v{self.number}"


class Quote(models.Model):
    """One paragraph of another post, in its exact words."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="quotes")
    quoted = models.ForeignKey(Post, models.PROTECT, related_name="quoted_in")
    paragraph = models.PositiveSmallIntegerField()
    words = models.TextField()

    class Meta:
        ordering = ["quoted", "paragraph"]
        constraints = [
            models.UniqueConstraint(fields=["post", "quoted", "paragraph"], name="quote_once"),
            models.CheckConstraint(condition=~Q(words=""), name="quote_has_words"),
            models.CheckConstraint(condition=~Q(post=F("quoted")), name="quote_is_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.post} « {self.quoted}"


class ThreadQuestion(models.Model):
    """One numbered question of a thread, asked in a post of civil society."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="questions")
    post = models.ForeignKey(Post, models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="thread_question_once"),
            models.CheckConstraint(condition=~Q(text=""), name="thread_question_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.thread} ?{self.number}"


class ThreadAnswer(models.Model):
    """The answer of the authority to one question: each question has its own (G8.I)."""

    question = models.OneToOneField(ThreadQuestion, models.PROTECT, related_name="answer")
    post = models.ForeignKey(Post, models.PROTECT, related_name="answers")
    text = models.TextField()

    class Meta:
        ordering = ["question__number"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="thread_answer_has_text")]

    def __str__(self) -> str:
        return f"{self.question} !"
