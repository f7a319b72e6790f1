"""Letters about the operating rules."""

from consultations.bylaws.models import BylawsVersion, PartComment
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send


def bylaws_submitted(version: BylawsVersion) -> None:
    """To each member with a vote: what is before them, until when, how it will be decided."""
    for person in _people(version, vote=True):
        _send("bylaws_submitted", version, person)


def bylaws_published(version: BylawsVersion) -> None:
    """To each member: these rules are in force."""
    for person in _people(version, vote=False):
        _send("bylaws_published", version, person)


def comment_answered(comment: PartComment) -> None:
    """To the author of a comment: the answer."""
    version, person = comment.version, comment.by
    send(
        "consultations/emails/comment_answered", person,
        {"comment": comment, "version": version, "consultation": version.consultation,
         "link": _link(version, person)},
        key=f"comment-answered:{comment.pk}",
    )  # fmt: skip


def _people(version: BylawsVersion, *, vote: bool) -> list[Person]:
    rows = version.consultation.memberships.in_force().select_related("person")
    return [row.person for row in (rows.filter(vote=True) if vote else rows) if row.person.is_active]


def _send(name: str, version: BylawsVersion, person: Person) -> None:
    send(
        f"consultations/emails/{name}", person,
        {"version": version, "consultation": version.consultation, "link": _link(version, person)},
        key=f"{name}:{version.pk}",
    )  # fmt: skip


def _link(version: BylawsVersion, person: Person) -> str:
    return link("bylaws_version", version.consultation.reference, version.number, language=person.language)
