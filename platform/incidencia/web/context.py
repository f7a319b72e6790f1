"""What every page knows about itself. Nothing here asks the database."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils.translation import get_language, get_language_info

MARK = "demonstration"  # the file that loading the demonstration leaves beside the media folder


class Shell:
    """The frame of a page: its language, the same page in the other one, where in the menu we are."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def demonstration(self) -> bool:
        """Whether what is shown is invented. Only a development server on this machine can say so."""
        return bool(settings.DEBUG and settings.ENV.loopback and (settings.MEDIA_ROOT.parent / MARK).exists())

    @cached_property
    def language(self) -> str:
        """The language of the page as a BCP 47 tag: `es-MX`, `en`."""
        name, _dash, region = (get_language() or settings.LANGUAGE_CODE).partition("-")
        return f"{name}-{region.upper()}" if region else name

    @cached_property
    def other_language(self) -> str:
        """The code of the language the page is not in."""
        return next(code for code, _name in settings.LANGUAGES if code != get_language())

    @cached_property
    def other_name(self) -> str:
        """The name of the other language, as its speakers write it."""
        return str(get_language_info(self.other_language.split("-")[0])["name_local"]).capitalize()

    @cached_property
    def other_url(self) -> str:
        """The address of this page in the other language; its home where this page has none."""
        path = self._request.get_full_path()
        try:
            resolve(self._request.path_info)
        except Resolver404:
            path = "/en/" if get_language() == "en" else "/"
        return translate_url(path, self.other_language)

    @cached_property
    def section(self) -> str:
        """The first step of the address without its language: `procesos`, `sesiones`, `actas`, `cuenta`."""
        steps = [step for step in self._request.path_info.split("/") if step]
        if steps and steps[0] == "en":
            steps = steps[1:]
        return steps[0] if steps else ""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Promise `shell` to every template. Worked out only where a page asks."""
    return {"shell": Shell(request)}
