"""Writing an item: drafted, changed while nobody else sees it, thrown away; corrected in the open once published."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.holding import held
from consultations.activities.models import Activity
from consultations.capacities import of_convener
from consultations.levels import Level
from consultations.modes.information.models import Facts, Item, ItemVersion
from consultations.modes.information.ready import WORDS as MOST_WORDS
from consultations.modes.information.ready import is_mute, refuse_outside, refuse_unready
from consultations.modes.information.states import State
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked, refuse_too_many
from incidencia.files.services import atomic_with_files, attach_all, remove
from incidencia.references.format import contribution_reference
from incidencia.references.services import next_number
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused, stated

FACTS = tuple(field.name for field in Facts._meta.get_fields())
WORDS = ("title_es", "title_en", "summary_es", "summary_en", "body_es", "body_en")
MOST_FILES = 10


def item_draft(*, activity: Activity, values: Mapping[str, Any], files: Iterable[Checked], by: Person) -> Item:
    """Draft an item of the feed; nobody else sees it. `values`: kind, supersedes, facts and words."""
    with atomic_with_files():
        activity = held(activity)
        series = activity.consultation.reference
        _refuse_replaced_twice(values.get("supersedes"), None)
        number = next_number(f"{series}-{Level.INFORMATION.value}", 0)
        acted_as = of_convener(by, activity.consultation)
        item = Item.objects.create(
            activity=activity, reference=contribution_reference(series, Level.INFORMATION.value, number),
            kind=values["kind"], supersedes=values.get("supersedes"), created_by=by, created_as=acted_as,
            **_some(values, FACTS),
        )  # fmt: skip
        version = ItemVersion(item=item, number=1)
        _write(version, values, by, acted_as)
        version.attachments.set(attach_all(files, by=by, most=MOST_FILES))
        return item


def item_change(
    *, item: Item, base: str, values: Mapping[str, Any], keep: set[int], files: Iterable[Checked], by: Person
) -> Item:
    """Change what is not published yet. `base` is the instant of the text that was read.

    Raises Refused once it is published, and where somebody else changed it meanwhile.
    """
    with atomic_with_files():
        item = held_item(item)
        if item.state is State.PUBLISHED:
            raise Refused(
                "published", _("It is published: people rely on what it says."), rule="G27.II",
                advice=_("Correct it: the correction says why, and the earlier text is kept."),
            )  # fmt: skip
        version = item.versions.get(number=1)
        _refuse_overtaken(version, base)
        _refuse_replaced_twice(values.get("supersedes"), item)
        item.kind, item.supersedes = values["kind"], values.get("supersedes")
        _set(item, values, FACTS)
        item.save()
        _write(version, values, by, of_convener(by, item.activity.consultation))
        gone = list(version.attachments.exclude(pk__in=keep))
        version.attachments.set(_attached(version, keep, files, by))
        for file in gone:
            remove(file)
        if item.publish_at is not None:
            refuse_unready(item, version)
            refuse_outside(item, item.publish_at)
        return item


@transaction.atomic
def item_discard(*, item: Item) -> None:
    """Throw away what nobody has seen, with its files. Raises Refused once it is published."""
    item = held_item(item)
    refuse_published(item)
    for version in item.versions.all():
        files = list(version.attachments.all())
        version.attachments.clear()
        version.delete()
        for file in files:
            remove(file)
    item.delete()


def item_correct(
    *, item: Item, base: str, values: Mapping[str, Any], reason: str, keep: set[int], files: Iterable[Checked],
    by: Person,
) -> ItemVersion:  # fmt: skip
    """Write the next version of what is published, with the reason; the earlier ones are kept.

    A reserve can end or be prolonged so. Raises Refused without a reason, for what is not published, for a public
    text that would become reserved (A9), where nothing changes, and where somebody else wrote meanwhile.
    """
    with atomic_with_files():
        item = held_item(item)
        last = item.versions.get(number=item.current)
        _refuse_uncorrectable(item, values, reason)
        _refuse_overtaken(last, base)
        made = ItemVersion(item=item, number=item.current + 1, reason=reason.strip())
        _write(made, values, by, of_convener(by, item.activity.consultation))
        made.attachments.set(_attached(last, keep, files, by))
        _refuse_same(last, made)
        _refuse_mute(made)
        _set(item, values, FACTS)
        item.current = made.number
        item.save()
        return made


def held_item(item: Item) -> Item:
    """The row as it is now, held until the transaction ends. Raises Refused where it was thrown away."""
    rows = Item.objects.select_for_update(of=("self",)).select_related(
        "activity__consultation__agency", "activity__consultation__coordinator__person"
    )
    row = rows.filter(pk=item.pk).first()
    if row is None:
        raise Refused("gone", _("This draft was thrown away."), advice=_("Begin a new one."))
    return row


def refuse_published(item: Item) -> None:
    """Raise Refused for what is published: it can't be taken back."""
    if item.state is State.PUBLISHED:
        advice = _("Correct it, or publish what replaces it.")
        raise Refused("published", _("It is published, and stays."), advice=advice)


def _write(version: ItemVersion, values: Mapping[str, Any], by: Person, acted_as: str) -> None:
    _set(version, values, (*FACTS, *WORDS))
    version.at, version.by, version.acted_as = now(), by, acted_as
    found = ("title_es", "title_en", "ground") if version.reserved else (*WORDS, "place")
    version.folded = fold(" ".join([version.item.reference, *(getattr(version, name) for name in found)]))
    version.save()


def _set(row: Any, values: Mapping[str, Any], names: Iterable[str]) -> None:
    for name, value in _some(values, names).items():
        setattr(row, name, value)


def _some(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}


def _attached(version: ItemVersion, keep: set[int], files: Iterable[Checked], by: Person) -> list[Any]:
    kept, more = list(version.attachments.filter(pk__in=keep).order_by("pk")), list(files)
    refuse_too_many([*kept, *more], MOST_FILES)
    return [*kept, *attach_all(more, by=by, most=MOST_FILES)]


def _refuse_overtaken(version: ItemVersion, base: str) -> None:
    if version.at.isoformat() != base:
        raise Refused(
            "overtaken", _("It was changed meanwhile, perhaps in another window."),
            advice=_("What you typed is below. Read what stands now, then send yours again."),
        )  # fmt: skip


def _refuse_mute(version: ItemVersion) -> None:
    if is_mute(version):
        raise Refused(
            "mute", _("What is public has a summary in plain words."), rule="G27.II",
            advice=_("Write it in at most %(n)s words.") % {"n": MOST_WORDS},
        )  # fmt: skip


def _refuse_replaced_twice(old: Item | None, item: Item | None) -> None:
    other = Item.objects.filter(supersedes=old).first() if old is not None else None
    if other is not None and (item is None or other.pk != item.pk):
        raise Refused(
            "replaced-twice", _("Another item replaces that one already."),
            advice=_("Replace that other one, or leave the field empty."),
        )  # fmt: skip


def _refuse_uncorrectable(item: Item, values: Mapping[str, Any], reason: str) -> None:
    if item.state is not State.PUBLISHED:
        raise Refused("not-published", _("It is not published yet."), advice=_("Change it; nobody has read it."))
    stated(reason)
    if values.get("reserved") and not item.reserved:
        raise Refused(
            "was-public", _("What was published can't be reserved afterwards."), rule="A9",
            advice=_("Publish a new item if something new has to be reserved."),
        )  # fmt: skip


def _refuse_same(last: ItemVersion, made: ItemVersion) -> None:
    names = (*FACTS, *WORDS)
    files = [set(version.attachments.values_list("pk", flat=True)) for version in (last, made)]
    if all(getattr(last, name) == getattr(made, name) for name in names) and files[0] == files[1]:
        raise Refused("nothing-changed", _("Nothing changed."), advice=_("Change something, or leave it as it is."))
