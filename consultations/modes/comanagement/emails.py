"""Letters about a task: to whoever has to act next, at each act that needs them."""

from collections.abc import Callable, Iterable

from django.utils import translation
from django.utils.translation import gettext as _

from consultations.modes.comanagement.models import (
    ResultKey,
    Settlement,
    Task,
    TaskBlock,
    TaskDispute,
    TaskLead,
    TaskResult,
    TaskShift,
)
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send

Words = Callable[[], str]


def lead_asked(lead: TaskLead) -> None:
    """To who is asked to lead: accept, or decline with a reason."""
    _tell(lead.task, [lead.person], f"asked:{lead.pk}", lambda: _("You are asked to lead it for your side."),
          lambda: _("Accept, or decline with a reason. The task begins when both leads have accepted."),
          lead.named_because)  # fmt: skip


def lead_answered(lead: TaskLead, others: Iterable[Person]) -> None:
    """To the proposer and the other lead: whether it was accepted."""
    if lead.accepted_at is not None:
        said, asked = (lambda: _("A lead accepted.")), (lambda: _("The task begins when both leads have accepted."))
    else:
        said = lambda: _("A lead declined.")  # noqa: E731
        asked = lambda: _("That side names another lead.")  # noqa: E731
    _tell(lead.task, others, f"answered:{lead.pk}", said, asked, lead.declined_because)


def result_delivered(result: TaskResult, others: Iterable[Person]) -> None:
    """To both leads but who delivered: accept it, or return it with a reason."""
    _tell(result.task, others, f"result:{result.pk}", lambda: _("A result was delivered with its evidence."),
          lambda: _("Accept it, or return it with a reason. It is done when both sides have accepted."))  # fmt: skip


def result_accepted(key: ResultKey, others: Iterable[Person]) -> None:
    """To the other lead: whose key is missing now, or that the task is done."""
    task = key.result.task
    done = task.done_at is not None
    _tell(
        task,
        others,
        f"key:{key.pk}",
        lambda: (
            _("Both sides accepted the result: the task is done.")
            if done
            else _("The other side accepted the result.")
        ),
        lambda: _("Its page says how it stands.") if done else _("Accept it too, or return it with a reason."),
    )


def result_returned(result: TaskResult, others: Iterable[Person]) -> None:
    """To the other lead: it is in progress again, and why."""
    _tell(result.task, others, f"returned:{result.pk}", lambda: _("The result was returned."),
          lambda: _("The task is in progress again."), result.returned_because)  # fmt: skip


def shift_asked(shift: TaskShift, others: Iterable[Person]) -> None:
    """To the other lead: assent, or say why not."""
    date = shift.kind == TaskShift.Kind.DATE
    _tell(shift.task, others, f"shift:{shift.pk}",
          lambda: _("Another date is asked for.") if date else _("Its cancellation is asked for."),
          lambda: _("It binds only with your assent. Assent, or say why not."), shift.reason)  # fmt: skip


def shift_answered(shift: TaskShift, others: Iterable[Person]) -> None:
    """To who asked: assented to or not."""
    _tell(shift.task, others, f"shift-answered:{shift.pk}",
          lambda: _("The other lead assented.") if shift.assented else _("The other lead did not assent."),
          lambda: _("Its page says how it stands."), shift.because)  # fmt: skip


def task_blocked(block: TaskBlock, others: Iterable[Person]) -> None:
    """To the other lead: who must act, and why."""
    _tell(
        block.task,
        others,
        f"block:{block.pk}",
        lambda: _("It can't go on."),
        lambda: _("Its page says who must act. Whoever leads it says when it can go on."),
        block.reason,
    )


def task_disputed(dispute: TaskDispute, others: Iterable[Person]) -> None:
    """To the other lead: what the dispute is about; it goes to the next agenda by itself."""
    _tell(dispute.task, others, f"dispute:{dispute.pk}", lambda: _("It is in dispute."),
          lambda: _("It goes to the next agenda by itself, and ends when both leads settle it in the same words."),
          dispute.reason)  # fmt: skip


def words_proposed(words: Settlement, others: Iterable[Person]) -> None:
    """To the other lead: in which words it could be settled, or was."""
    settled = words.dispute.settled_at is not None
    _tell(
        words.dispute.task,
        others,
        f"words:{words.pk}",
        lambda: (
            _("The dispute is settled.") if settled else _("The other lead would settle the dispute in these words.")
        ),
        lambda: (
            _("Its page says how it stands.") if settled else _("Settle it in the same words, or propose others.")
        ),
        words.words,
    )


def _tell(task: Task, people: Iterable[Person], key: str, said: Words, asked: Words, reason: str = "") -> None:
    contribution = task.contribution
    for person in people:
        if not person.is_active:
            continue
        with translation.override(person.language):
            told = {"said": said(), "asked": asked(), "title": contribution.shown_title}
        send(
            "consultations/emails/task_waits", person,
            {**told, "reason": reason, "contribution": contribution, "consultation": contribution.consultation,
             "link": link("contribution_page", contribution.reference, language=person.language)},
            key=f"task:{key}",
        )  # fmt: skip
