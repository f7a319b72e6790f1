"""Words for the state of a right of reply."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sessions.core.terms import ReplyState

REPLIES: dict[type[StrEnum], dict[str, Promise]] = {
    ReplyState: {
        ReplyState.ASKED: pgettext_lazy("right of reply", "asked for"),
        ReplyState.GRANTED: pgettext_lazy("right of reply", "granted"),
        ReplyState.REFUSED: pgettext_lazy("right of reply", "refused"),
        ReplyState.WITHDRAWN: pgettext_lazy("right of reply", "withdrawn"),
        ReplyState.GIVEN: pgettext_lazy("right of reply", "given"),
    }
}
