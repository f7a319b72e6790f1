"""Addresses as a letter needs them: whole, in the language of the person who gets it."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(path: str) -> str:
    """Promise the whole address of `path`, which starts with a slash."""
    return f"{settings.BASE_URL}{path}"


def link(view: str, *args: Any, language: str, **kwargs: Any) -> str:
    """Promise the whole address of the page named `view`, in `language`."""
    with translation.override(language):
        return absolute(reverse(view, args=args, kwargs=kwargs))
