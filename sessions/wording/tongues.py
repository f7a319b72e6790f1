"""Languages by their names."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What is spoken and relayed in rooms: code → name. Names of our own languages stay as their speakers write them.
TONGUES: dict[str, Promise | str] = {
    "es": _("Spanish"), "en": _("English"), "nah": "Náhuatl", "yua": "Maya", "tzo": "Tsotsil", "tzh": "Tseltal",
    "mix": "Mixteco", "zap": "Zapoteco",
}  # fmt: skip


def tongue(code: str) -> str:
    """The name of a language; its code where we know none."""
    return str(TONGUES.get(code, code))
