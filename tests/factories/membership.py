"""Members' life for tests, by the real services: notices, the operating rules in any state, training."""

from datetime import timedelta
from typing import Any

from consultations.bylaws import approving, considering, services
from consultations.bylaws.models import BylawsVersion
from consultations.bylaws.parts import Part
from consultations.members.leaving.noticing import notice_give
from consultations.members.models import Membership, SeparationNotice
from consultations.models import Consultation
from consultations.training.models import Training
from consultations.training.services import training_plan
from incidencia.accounts.models import Person
from incidencia.clock import now

FACTS = "No asistió a tres sesiones seguidas, del 3, 10 y 17 de marzo."
GROUND = "Artículo 9 de las reglas de operación."
LONGER = timedelta(days=40)  # any term to reply or to consider is over by then


def membership(of: Consultation, person: Person) -> Membership:
    """The membership somebody holds, with all that acts ask of it."""
    rows = of.memberships.select_related("consultation__agency", "consultation__coordinator__person", "person")
    return rows.select_related("organization", "agency").filter(person=person).latest("pk")


def notice(of: Consultation, person: Person, *, decider: Person, **fields: Any) -> SeparationNotice:
    """A notice given by who convenes."""
    said = {"cause": "breach", "facts": FACTS, "ground": GROUND, **fields}
    return notice_give(membership=membership(of, person), decider=decider, by=of.coordinator.person, **said)


def texts(**changes: str) -> dict[Part, str]:
    """Nine parts with something in each."""
    return {part: changes.get(part.value, f"De la parte {part.number}: se dice lo necesario.") for part in Part}


def drafted(of: Consultation, *, empty: tuple[Part, ...] = (), **changes: str) -> BylawsVersion:
    """A draft with its nine parts written, but those that are to be `empty`."""
    by = of.coordinator.person
    version = services.bylaws_draft(consultation=of, by=by)
    written = {part: "" if part in empty else text for part, text in texts(**changes).items()}
    return services.bylaws_write(version=version, language="es-mx", texts=written, before={}, by=by)


def submitted(of: Consultation, *, criterion: str = "majority", days: int = 10, **changes: str) -> BylawsVersion:
    """A version before the members."""
    closes_at = now() + timedelta(days=days)
    return services.bylaws_submit(
        version=drafted(of, **changes), closes_at=closes_at, criterion=criterion, by=of.coordinator.person
    )


def assented(version: BylawsVersion, *people: Person) -> None:
    """These members agree."""
    for person in people:
        considering.bylaws_consider(version=version, agrees=True, reason="", by=person)


def published(of: Consultation, *people: Person, **changes: str) -> BylawsVersion:
    """A version in force, by the assents of all these, who are everybody with a vote."""
    version = submitted(of, **changes)
    assented(version, *people)
    version = approving.approve_by_assents(version=version, by=of.coordinator.person)
    return services.bylaws_publish(version=version, by=of.coordinator.person)


def training(of: Consultation, *, days: int = -3, **fields: Any) -> Training:
    """A training that was held three days ago, unless said otherwise."""
    values = {
        "topic": "II", "title_es": "Cómo se participa", "title_en": "", "starts_at": now() + timedelta(days=days),
        "given_by": "Dirección de Participación", "direction": "society", "audience": "members", "where": "Salón 4",
        "about_es": "Qué es y cómo se hace.", "about_en": "", "links": "https://example.org/guia", **fields,
    }  # fmt: skip
    return training_plan(consultation=of, values=values, by=of.coordinator.person)
