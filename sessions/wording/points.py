"""Words for what a point of order is about."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sessions.core.terms import PointKind

POINTS: dict[str, Promise] = {
    PointKind.RULES: pgettext_lazy("point of order", "a rule of the session"),
    PointKind.ITEM: pgettext_lazy("point of order", "this is not about the item"),
    PointKind.TIME: pgettext_lazy("point of order", "time to speak"),
    PointKind.HEARING: pgettext_lazy("point of order", "it can't be heard or understood"),
    PointKind.DECIDING: pgettext_lazy("point of order", "how this is being decided"),
    PointKind.CONDUCT: pgettext_lazy("point of order", "respect"),
    PointKind.OTHER: pgettext_lazy("point of order", "something else, or said aloud"),
}
