"""What is read of the operating rules. Each has a constant number of queries."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from consultations.bylaws.criteria import Tally
from consultations.bylaws.models import BylawsVersion, Consideration, PartComment
from consultations.bylaws.parts import Part
from consultations.members.kinds import Side
from consultations.models import Consultation
from incidencia.text.difference import Piece, difference
from incidencia.text.paragraphs import match, split
from sessions.core.terms import Phase
from sessions.models import Agreement

OVER = (Phase.CLOSED, Phase.SEALED)
# What shows as emphasis or as a heading; the marks of lists stay, their numbers are words.
MARKS = re.compile(r"\*\*|__|~~|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|^#{1,6}[ \t]+", re.MULTILINE)

SIDES = (Side.CIVIL, Side.PUBLIC)


def versions_of(consultation: Consultation) -> QuerySet[BylawsVersion]:
    """Promise every version, the latest first, with who acted on it. One query."""
    rows = BylawsVersion.objects.filter(consultation=consultation)
    return rows.select_related("made_by", "submitted_by", "approved_by", "published_by", "withdrawn_by").order_by(
        "-number"
    )


def in_force(consultation: Consultation) -> BylawsVersion | None:
    """Promise the version in force: the latest published. One query."""
    return versions_of(consultation).filter(published_at__isnull=False).first()


def in_the_making(consultation: Consultation) -> BylawsVersion | None:
    """Promise the version that is neither published nor withdrawn. One query."""
    return versions_of(consultation).filter(published_at__isnull=True, withdrawn_at__isnull=True).first()


def texts_of(version: BylawsVersion) -> Mapping[Part, str]:
    """Promise the wording of all nine parts, in order; empty where nothing is written. One query."""
    written = {Part(row.part): row.text for row in version.parts.all()}
    return {part: written.get(part, "") for part in Part}


def empty_parts(version: BylawsVersion) -> list[Part]:
    """Promise the parts in which nothing is written. One query."""
    return [part for part, text in texts_of(version).items() if not text.strip()]


def before_of(version: BylawsVersion) -> BylawsVersion | None:
    """Promise the published version that was in force before this one. One query."""
    rows = versions_of(version.consultation).filter(number__lt=version.number, published_at__isnull=False)
    return rows.first()


def changed(old: str, new: str) -> list[list[Piece]]:
    """Promise how the words of one text became the other's, paragraph by paragraph, without the marks of emphasis and
    of headings; those that stayed as they were come whole.
    """
    before, after = split(MARKS.sub("", old)), split(MARKS.sub("", new))
    return [
        difference(before[pair.old] if pair.old is not None else "", after[pair.new] if pair.new is not None else "")
        for pair in match(before, after)
    ]


def standing(version: BylawsVersion) -> QuerySet[Consideration]:
    """Promise what each member says of it, the last word of each, by side and name. One query."""
    rows = version.considerations.filter(superseded_at__isnull=True)
    return rows.select_related("membership__person", "membership__organization", "membership__agency", "by").order_by(
        "membership__side", "by__name", "pk"
    )


def tallies(version: BylawsVersion) -> tuple[Tally, Tally]:
    """Promise both sides, civil society first: with a vote today, of them who agrees and who objects. Two queries.

    Once approved, those asked are those who had a vote then.
    """
    if version.approved_at is not None:
        counted: Mapping[str, int] = {
            Side.CIVIL: version.civil_asked or 0, Side.PUBLIC: version.public_asked or 0
        }  # fmt: skip
        said = version.considerations.filter(superseded_at__isnull=True, at__lte=version.approved_at)
    else:
        voters = version.consultation.memberships.in_force().filter(vote=True)
        counted = {row["side"]: row["n"] for row in voters.order_by().values("side").annotate(n=Count("pk"))}
        said = version.considerations.filter(superseded_at__isnull=True, membership__in=voters.values("pk"))
    words: dict[tuple[str, bool], int] = {
        (row["membership__side"], row["agrees"]): row["n"]
        for row in said.order_by().values("membership__side", "agrees").annotate(n=Count("pk"))
    }
    civil, public = (
        Tally(counted.get(side, 0), words.get((side, True), 0), words.get((side, False), 0)) for side in SIDES
    )
    return civil, public


def comments_of(version: BylawsVersion) -> Mapping[Part, list[PartComment]]:
    """Promise the comments on each part, the oldest first. One query."""
    found: dict[Part, list[PartComment]] = {part: [] for part in Part}
    for row in version.comments.select_related("by", "answered_by").order_by("at", "pk"):
        found[Part(row.part)].append(row)
    return found


def unanswered(version: BylawsVersion) -> int:
    """Promise how many comments wait for an answer. One query."""
    return version.comments.filter(answered_at__isnull=True).count()


def agreements_since(version: BylawsVersion) -> QuerySet[Agreement]:
    """Promise the agreements that can approve a version: taken since the members were asked, in a session that is
    over, and ratified where they were taken ad referendum. One query.
    """
    rows = Agreement.objects.filter(session__series=version.consultation.reference, session__phase__in=OVER)
    rows = rows.filter(Q(ad_referendum=False) | Q(ratification__granted=True))
    return rows.filter(adopted_at__gte=version.submitted_at).order_by("-adopted_at")


def names_it(words: str, version: BylawsVersion) -> bool:
    """Whether the words of an agreement say the number of the version. No query."""
    return re.search(rf"(?<!\d){version.number}(?!\d)", words) is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One part as its page shows it."""

    part: Part
    text: str
    comments: list[PartComment]


def with_parts(versions: QuerySet[BylawsVersion]) -> QuerySet[BylawsVersion]:
    """Promise the versions with their parts at hand: one query more."""
    return versions.prefetch_related(Prefetch("parts"))


def waiting_of(consultations: Collection[int]) -> QuerySet[BylawsVersion]:
    """Promise the submitted versions of those consultations that are neither published nor withdrawn."""
    return BylawsVersion.objects.filter(
        Q(published_at__isnull=True, withdrawn_at__isnull=True), consultation__in=consultations,
        submitted_at__isnull=False,
    )  # fmt: skip
