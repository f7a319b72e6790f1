"""What points of order are about."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sessions.core.terms import PointKind

POINTS: dict[type[StrEnum], dict[str, Promise]] = {
    PointKind: {
        PointKind.PROCEDURE: pgettext_lazy("point of order", "Procedure"),
        PointKind.QUORUM: pgettext_lazy("point of order", "Quorum"),
        PointKind.HEARING: pgettext_lazy("point of order", "I can't hear, or I can't follow the interpretation"),
        PointKind.TIME: pgettext_lazy("point of order", "Time"),
        PointKind.OTHER: pgettext_lazy("point of order", "Something else"),
    }
}
