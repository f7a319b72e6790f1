"""What a call must say before it is published (G18, with G3, G8.II, G9, G12, G13), and which of it is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from consultations.kinds import Coverage, Type
from consultations.levels import Level
from consultations.models import Consultation, ConsultationLevel
from incidencia.clock import now


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing the call lacks: the clause that asks for it, in words, and where it is written."""

    code: str
    clause: str
    message: str | Promise
    section: str
    field: str


# code, clause, message, section of the page, field there, pair or field of the consultation that must not be empty
_TEXTS: tuple[tuple[str, str, Promise, str, str, tuple[str, ...]], ...] = (
    ("type", "G18.I", _("Choose the type."), "subject", "type", ("type",)),
    ("modality", "G18.I", _("Choose the modality."), "subject", "modality", ("modality",)),
    ("purpose", "G18.II", _("Write the purpose."), "subject", "purpose_es", ("purpose_es", "purpose_en")),
    ("call", "G18", _("Write the text of the call."), "subject", "call_es", ("call_es", "call_en")),
    (
        "profile", "G18.III", _("Describe the profile of those who are called."), "profile", "profile_es",
        ("profile_es", "profile_en"),
    ),
    ("affected", "G12.IV", _("Say who is affected."), "profile", "affected", ("affected",)),
    ("absent", "G12.IV", _("Say who is absent so far."), "profile", "absent", ("absent",)),
    ("outreach", "G12.IV", _("Say how those who are absent will be reached."), "profile", "outreach", ("outreach",)),
    ("legal_basis", "G12.I", _("Name the legal authority."), "grounds", "legal_basis", ("legal_basis",)),
    ("problem", "G12.II", _("Write the analysis of the public problem."), "grounds", "problem", ("problem",)),
    ("benefits", "G12.III", _("Write the diagnosis of benefits."), "grounds", "benefits", ("benefits",)),
    (
        "human_rights", "G3", _("Write the paragraph on human rights."), "grounds", "human_rights",
        ("human_rights",),
    ),
    ("gender", "G3", _("Write the paragraph on gender."), "grounds", "gender", ("gender",)),
)  # fmt: skip


def missing(consultation: Consultation) -> list[Missing]:
    """Promise everything that keeps the call from being published, in the order of the page. Two queries."""
    levels = list(consultation.levels.all())
    found = [
        *_texts(consultation),
        *_levels(levels),
        *_by_type(consultation, {row.level for row in levels}),
        *_demarcation(consultation),
        *_deadlines(consultation),
        *_people(consultation),
    ]
    order = ("subject", "levels", "profile", "requirements", "place", "dates", "grounds")
    return sorted(found, key=lambda row: order.index(row.section))


def missing_in_texts(consultation: Consultation) -> list[Missing]:
    """Promise what is missing of what can be read off the row itself: texts, coverage, dates. No query."""
    dates = [row for row in _deadlines(consultation) if not row.code.endswith("_past")]
    return [*_texts(consultation), *_demarcation(consultation), *dates]


def _texts(consultation: Consultation) -> Iterator[Missing]:
    for code, clause, message, section, field, names in _TEXTS:
        if not any(getattr(consultation, name).strip() for name in names):
            yield Missing(code, clause, message, section, field)


def _levels(levels: Iterable[ConsultationLevel]) -> Iterator[Missing]:
    if not levels:
        yield Missing("levels", "G18.I", __("Choose at least one level of incidence."), "levels", "I_chosen")
    for row in levels:
        if not (row.reason_es.strip() or row.reason_en.strip()):
            message = __("Say why the level is “%(level)s” and not the next.") % {"level": Level(row.level).label}
            yield Missing("reason", "G13.II", message, "levels", f"{row.level}_reason_es")


def _by_type(consultation: Consultation, levels: set[str]) -> Iterator[Missing]:
    if consultation.type == Type.EXECUTION and not consultation.joint_work_basis.strip():
        yield Missing(
            "joint_work_basis", "G9.II", __("Name the legal basis of the joint work."), "grounds", "joint_work_basis"
        )
    if consultation.type != Type.MONITORING:
        return
    if Level.SURVEILLANCE not in levels:
        message = __("A process of monitoring opens the level of surveillance: choose it.")
        yield Missing("surveillance", "G9.III", message, "levels", "VI_chosen")
    if not consultation.watched.strip():
        message = __("Name the goals and public resources under surveillance.")
        yield Missing("watched", "G9.III", message, "grounds", "watched")


def _demarcation(consultation: Consultation) -> Iterator[Missing]:
    if not consultation.coverage:
        yield Missing("coverage", "G18.V", __("Choose the coverage."), "place", "coverage")
        return
    fewest = Coverage(consultation.coverage).fewest_states
    if len(consultation.states) < fewest:
        message = __("Say which state.") if fewest == 1 else __("Say which states: a region has at least two.")
        yield Missing("states", "G29", message, "place", "states")
    if consultation.coverage == Coverage.MUNICIPAL and not consultation.places.strip():
        yield Missing("places", "G29", __("Say which municipalities or localities."), "place", "places")


def _deadlines(consultation: Consultation) -> Iterator[Missing]:
    for field, message in (
        ("applications_open_at", __("Say when applications open.")),
        ("applications_close_at", __("Say when applications close.")),
        ("starts_at", __("Say when the operation begins.")),
        ("ends_at", __("Say when the operation ends.")),
    ):
        if getattr(consultation, field) is None:
            yield Missing(field, "G18.IV", message, "dates", field)
    for field, message in (
        ("applications_close_at", __("Applications would close in the past: move the date.")),
        ("ends_at", __("The operation would end in the past: move the date.")),
    ):
        instant = getattr(consultation, field)
        if instant is not None and instant <= now():
            yield Missing(f"{field}_past", "G18.IV", message, "dates", field)


def _people(consultation: Consultation) -> Iterator[Missing]:
    if not consultation.requirements.exists():
        message = __("Write at least one requirement: refusals may rest on nothing else.")
        yield Missing("requirements", "G8.II", message, "requirements", "requirements-0-text_es")
    if not consultation.coordinator.is_in_force():
        message = __("The officer in charge has left office: somebody in office must take charge.")
        yield Missing("coordinator", "G18.VI", message, "subject", "coordinator")
