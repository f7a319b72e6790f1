"""Dotted paths by which a lower package reaches a higher one without importing it. Paths only, no logic.

`settings.py` takes the lists in; the lower package reads them from there; `tests/architecture` resolves each.
"""

# What is held about a person, part by part. Each is `collect(person) -> dict[str, list[dict[str, Any]]]`: the title
# of a section in the reader's words, and its records as {label in the reader's words: value}. Values are text,
# numbers, yes or no, dates, instants or None; the page `own_data` and its JSON show them as they are.
OWN_DATA = [
    "incidencia.accounts.own_data.collect",
    "incidencia.organizations.own_data.collect",
    "incidencia.mail.own_data.collect",
    "incidencia.files.own_data.collect",
    "sessions.own_data.collect",
    "consultations.own_data.collect",
]

# Which function knows the address of the page a reference names. Kind of reference (`references.format.Kind`) to
# `address(reference: str) -> str | None`: called in the reader's language; None: there is no such record.
REFERENCES: dict[str, str] = {
    "consultation": "consultations.queries.address",
    "session": "sessions.minutes.queries.session_address",
    "agreement": "sessions.minutes.queries.agreement_address",
    "contribution": "consultations.addresses.contribution",
    "response": "consultations.modes.opinion.answering.queries.address",
}

# How the pages of closed days know agencies: `agency_named(acronym) -> Agency | None`,
# `agencies() -> Iterable[Agency]`, `may_close(user, agency) -> bool`.
CLOSED_DAYS = {
    "agency_named": "incidencia.organizations.closing.agency_named",
    "agencies": "incidencia.organizations.queries.agencies_shown",
    "may_close": "incidencia.organizations.closing.may_close",
}

# What follows a session that closed or was not held. Each is `after(session_id: int) -> None`, run once by key right
# after the closing is committed and, if it failed, again at every start; it must bear being run again.
AFTER_SESSION: list[str] = [
    "sessions.minutes.services.draft_after",
    "sessions.chat.forget_after",
    "consultations.modes.deliberation.taking_up.services.steps_after",
]

# What follows the convening of a session, in the same transaction. Each is `after(session_id: int) -> None`.
AFTER_CONVENING: list[str] = [
    "consultations.modes.deliberation.proposing.placing.taken_up_after",
]

# The rules of a series that its sessions are convened with: `f(series) -> sessions.core.ruleset.Rules | None`.
RULES_OF_SERIES = "consultations.sessionrules.queries.rules_of_series"

# What stands beside a session on its pages: `beside(session, person, preparing) -> Iterable[sessions.beside.Beside]`.
BESIDE_SESSION: list[str] = [
    "consultations.modes.deliberation.beside.beside",
]
