"""Reading the operating rules: those in force, each version, what changed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consultations.bylaws import queries
from consultations.bylaws.criteria import RULES, Criterion
from consultations.bylaws.models import BylawsVersion
from consultations.bylaws.parts import Part
from consultations.bylaws.states import State
from consultations.finding import consultation_for
from incidencia.text import clean
from incidencia.text.difference import Kind


def version_for(request: HttpRequest, reference: str, number: int, act: str = "bylaws_view") -> BylawsVersion:
    """Promise the version if the reader may do `act`. 404 for none and for what is not theirs to read; 403 else."""
    consultation = consultation_for(request, reference, "consultation_view")
    version = queries.versions_of(consultation).filter(number=number).first()
    if version is not None:
        version.consultation = consultation
    if version is None or not request.user.has_perm("consultations.bylaws_view", version):
        raise Http404(_("There is no such version of the rules."))
    if not request.user.has_perm(f"consultations.{act}", version):
        why = {
            "bylaws_consider": _("Only members with a vote are asked, until the term ends."),
            "bylaws_comment": _("Only members with voice comment, until the term ends."),
        }
        raise PermissionDenied(why.get(act, _("Only the officer in charge of this process can do that.")))
    return version


@require_safe
@never_cache
def bylaws_page(request: HttpRequest, reference: str) -> HttpResponse:
    """The rules in force, every version, and where the next one stands (G25)."""
    consultation = consultation_for(request, reference, "consultation_view")
    version = queries.in_force(consultation)
    user = request.user
    rows = []
    for row in queries.versions_of(consultation):
        row.consultation = consultation
        if row.published_at is not None or user.has_perm("consultations.bylaws_view", row):
            rows.append(row)
    context = {
        "consultation": consultation, "version": version, "versions": rows,
        "parts": _rendered(version) if version else [],
        "making": next((row for row in rows if row.published_at is None and row.withdrawn_at is None), None),
        "drafts": user.has_perm("consultations.bylaws_draft", consultation),
        "nine": [part.label for part in Part],
    }  # fmt: skip
    return render(request, "consultations/bylaws/bylaws_page.html", context)


@require_safe
@never_cache
def bylaws_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One version: where it stands, its nine parts, what members say, and what the reader may do."""
    version = version_for(request, reference, number)
    user = request.user
    reads = user.has_perm("consultations.bylaws_comments_view", version)
    comments = queries.comments_of(version) if reads else {}
    asked = version.submitted_at is not None
    said = list(queries.standing(version)) if asked and (reads or version.published_at) else []
    context = {
        "consultation": version.consultation, "version": version, "reads": reads,
        "lines": [{**line, "comments": comments.get(line["part"], [])} for line in _rendered(version)],
        "considers": user.has_perm("consultations.bylaws_consider", version),
        "comments": user.has_perm("consultations.bylaws_comment", version),
        "keeps": user.has_perm("consultations.bylaws_keep", version),
        "objections": [row for row in said if not row.agrees],
        "own": next((row for row in said if row.by_id == user.pk), None),
        "tallies": _told(version) if said or (asked and reads) else [],
        "rule": RULES[Criterion(version.criterion)] if version.criterion else "",
        "empty": queries.empty_parts(version) if version.state is State.DRAFT else [],
        "before": queries.before_of(version),
    }  # fmt: skip
    return render(request, "consultations/bylaws/bylaws_version.html", context)


@require_safe
@never_cache
def bylaws_changes(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What changed since the version that was in force before, word by word."""
    version = version_for(request, reference, number)
    before = queries.before_of(version)
    if before is None:
        raise Http404(_("Nothing was in force before this version."))
    old, new = queries.texts_of(before), queries.texts_of(version)
    rows = []
    for part in Part:
        paragraphs = queries.changed(old[part], new[part])
        words = any(piece.kind is not Kind.SAME for pieces in paragraphs for piece in pieces)
        rows.append({"part": part, "changed": old[part] != new[part], "words": words, "paragraphs": paragraphs})
    context = {"consultation": version.consultation, "version": version, "before": before, "rows": rows}
    return render(request, "consultations/bylaws/bylaws_changes.html", context)


def _rendered(version: BylawsVersion) -> list[dict[str, Any]]:
    return [{"part": part, "text": clean.render(text)} for part, text in queries.texts_of(version).items()]


def _told(version: BylawsVersion) -> list[tuple[Any, Any]]:
    return [(side.label, tally) for side, tally in zip(queries.SIDES, queries.tallies(version), strict=True)]
