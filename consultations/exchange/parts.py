"""The four parts of a lesson, in their order, with what each is called on pages."""

from django.utils.translation import gettext_lazy as _

PARTS = {
    "situation": _("The situation"),
    "done": _("What was done"),
    "result": _("What came of it"),
    "otherwise": _("What we would do otherwise"),
}
