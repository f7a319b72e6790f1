"""Where the pages of this part lead after an act."""

from django.http import HttpResponseRedirect
from django.urls import reverse


def seen_other(name: str, *args: object) -> HttpResponseRedirect:
    """Promise the answer to an act that was done: go and see that page (303)."""
    return HttpResponseRedirect(reverse(name, args=args), status=303)
