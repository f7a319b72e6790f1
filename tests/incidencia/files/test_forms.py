"""The field with which people choose files."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from incidencia.files.forms import AttachmentsField
from incidencia.files.kinds import ACCEPT
from tests.incidencia.files.made import PDF, upload


class Letter(forms.Form):
    files = AttachmentsField(label="Files", most=2)


class Proof(forms.Form):
    files = AttachmentsField(label="Files", required=True)


def sent(form: type[forms.Form], *files: Any) -> forms.Form:
    return form({}, MultiValueDict({"files": list(files)}))


def test_several_files_are_checked_and_given_on() -> None:
    form = sent(Letter, upload("a.pdf", PDF), upload("b.txt", b"dos"))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["files"]] == ["a.pdf", "b.txt"]


def test_none_is_none_and_one_that_is_needed_is_asked_for() -> None:
    form = sent(Letter)
    assert form.is_valid()
    assert form.cleaned_data["files"] == []
    assert not sent(Proof).is_valid()


def test_every_wrong_file_is_said_with_its_rule() -> None:
    form = sent(Letter, upload("a.exe", b"MZ"), upload("<b>.png", PDF))
    with translation.override("en"):
        assert not form.is_valid()
        page = Template("{% errors form %}{% field form.files %}").render(Context({"form": form}))
    assert "a.exe: Files of this kind are not accepted." in page
    assert "&lt;b&gt;.png: It ends in .png, but inside it is PDF." in page
    assert "Rule: What a file is called" in page
    assert "<b>" not in page


def test_more_than_allowed_are_refused_at_once() -> None:
    form = sent(Letter, *(upload(f"{n}.pdf", PDF) for n in range(3)))
    assert form.errors.as_data()["files"][0].code == "too_many"


@pytest.mark.parametrize("form", [Letter, Proof])
def test_the_device_offers_what_is_accepted(form: type[forms.Form]) -> None:
    page = Template("{% field form.files %}").render(Context({"form": form()}))
    assert f'accept="{ACCEPT}"' in page
    assert " multiple" in page
    assert 'type="file"' in page


def test_the_help_says_the_limits(settings: Any) -> None:
    settings.ATTACHMENT_MB = 7
    with translation.override("en"):
        said = str(Letter().fields["files"].help_text)
    assert "at most 7 MB each" in said
    assert "At most 2 files." in said


def test_a_form_that_holds_it_is_sent_with_files() -> None:
    assert Letter().is_multipart()
