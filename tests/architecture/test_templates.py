"""Templates: what the security policy would refuse at run time is refused here first."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.architecture import STATIC, TEMPLATES, found

ALL = sorted(TEMPLATES.rglob("*.*"))
PAGES = [file for file in ALL if file.suffix == ".html" and "emails" not in file.parts]
STYLES = sorted(STATIC.rglob("*.css"))
SCRIPTS = sorted(file for file in STATIC.rglob("*.js") if "vendor" not in file.parts)

# With `allowEval` off, htmx 2 lets the request of a filtered trigger through: a filter protects nothing.
BANNED = {
    "htmx scripting": r"\bhx-on\b|\bhx-vals=[\"']js:|\bhx-(?:headers|vars)=[\"']js:|\bjs:|javascript:",
    "a filter in a trigger": r"\bhx-trigger=(\"[^\"]*\[[^\"]*\"|'[^']*\[[^']*')",
    "an inline style": r"<[a-z][^<>]*\sstyle\s*=|<style\b",
    "an inline handler": r"<[a-z][^<>]*\son[a-z]+=[\"'{]",
    "an inline script": r"<script\b(?![^>]*\bsrc=)[^>]*>",
    "another host": r"\b(?:src|srcset|href|action|poster|data|hx-(?:get|post))=[\"']\s*(?:https?:)?//",
}


@pytest.mark.parametrize("what", BANNED)
def test_no_page_holds(what: str) -> None:
    assert found(re.compile(BANNED[what], re.I), PAGES) == []


def test_mails_load_nothing_from_anywhere() -> None:
    mails = [file for file in ALL if "emails" in file.parts]
    assert found(re.compile(r"<(?:img|link|script|iframe)\b[^>]*\b(?:src|href)=", re.I), mails) == []


def test_styles_load_nothing_from_another_host() -> None:
    assert found(re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"']?(?:https?:)?//", re.I), STYLES) == []


def test_scripts_make_no_code_from_text() -> None:
    banned = re.compile(r"\beval\(|\bnew Function\(|\bset(?:Timeout|Interval)\(\s*[\"'`]|\bdocument\.write\(")
    assert found(banned, SCRIPTS) == []


def test_every_folder_of_templates_mirrors_a_package() -> None:
    tops = {Path(file.relative_to(TEMPLATES)).parts[0] for file in ALL if file.parent != TEMPLATES}
    assert tops <= {"incidencia", "consultations", "sessions", "account", "allauth", "ui", "django", "errors"}


def test_every_static_file_a_template_names_exists() -> None:
    named = re.compile(r"\{%\s*static\s+[\"']([^\"']+)[\"']")
    missing = [
        f"{file.relative_to(TEMPLATES)}: {name}"
        for file in ALL
        for name in named.findall(file.read_text())
        if not finders.find(name)
    ]
    assert missing == []
