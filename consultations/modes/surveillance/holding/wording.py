"""How a round stands, in words, and what happens next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from consultations.modes.surveillance.rounds import State

NAMES: dict[State, tuple[Promise, str]] = {
    State.DESIGNED: (_("Planned"), ""),
    State.ANNOUNCED: (_("Announced"), "near"),
    State.COLLECTING: (_("Collecting"), "ok"),
    State.REPLYING: (_("Waiting for the reply"), "near"),
    State.REPLIED: (_("Reply attached"), "ok"),
    State.SILENT: (_("No reply in time"), "late"),
    State.PUBLISHED: (pgettext_lazy("round", "Published"), "ok"),
}

SAYS: dict[State, Promise] = {
    State.DESIGNED: _(
        "It is announced once its items are ready: they are frozen then, and the authority has its notice."
    ),
    State.ANNOUNCED: _("The authority prepares what will be asked for. The team collects once the notice is over."),
    State.COLLECTING: _(
        "The team looks for evidence. Nobody else reads a finding until it is sent to the authority for its reply."
    ),
    State.REPLYING: _(
        "The authority reads what was found and replies item by item. Everybody reads both once it is published."
    ),
    State.REPLIED: _("The reply is attached. Who leads the team publishes it next."),
    State.SILENT: _("The term is over without a reply; that is on the record. Who leads the team publishes it next."),
    State.PUBLISHED: _(
        "Everybody reads it. A follow-up round asks the items again; what turned worse goes to the next agenda."
    ),
}


def said_of(state: State) -> tuple[Promise, str]:
    """Promise the name of a state and the look of its tag."""
    return NAMES[state]


def replied_in_time(replied: int, asked: int) -> tuple[str, str]:
    """Promise how much a reply in time covers, and the look of its tag: one item alone is not the whole of it."""
    said = ngettext(
        "Replied in time, %(replied)s of %(asked)s item", "Replied in time, %(replied)s of %(asked)s items", asked
    ) % {"replied": replied, "asked": asked}  # fmt: skip
    return said, "ok" if replied == asked else "near"
