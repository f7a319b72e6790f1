"""Words for why somebody stands where they stand on the list of speakers (`core/rules/balance.py`)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

PLACES: dict[str, Promise] = {
    "order_of_request": gettext_lazy("in the order of requests"),
    "first_time": gettext_lazy("first time on this item"),
    "side_below_share": gettext_lazy("their side has used less than its share of time"),
    "spoke_less": gettext_lazy("has spoken less on this item"),
    "side_within_budget": gettext_lazy("their side has time left in its budget"),
    "invited_expert": gettext_lazy("invited expert"),
    "asked_before": gettext_lazy("asked before you"),
    "frozen": gettext_lazy("among the next ones, which do not change"),
}
