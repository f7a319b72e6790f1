"""What is asked to plan a round."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.surveillance.tables.rounds import MOST_DAYS


class PlanForm(forms.Form):
    """The two terms of the authority, in business days."""

    notice_days = forms.IntegerField(
        label=_("Business days of notice"), min_value=1, max_value=MOST_DAYS, initial=10,
        help_text=_("From the announcement until the team begins to collect."),
    )  # fmt: skip
    reply_days = forms.IntegerField(
        label=_("Business days to reply"), min_value=1, max_value=MOST_DAYS, initial=10,
        help_text=_("From when the findings are sent until they can be published without a reply."),
    )  # fmt: skip
