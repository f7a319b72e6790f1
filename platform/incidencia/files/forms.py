"""The field with which people choose files."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidencia.files.checking import MOST, Checked, check, refuse_too_many
from incidencia.files.kinds import ACCEPT
from incidencia.web.refusals import RefusalError, Refused


class FilesInput(forms.FileInput):
    """A control in which several files can be chosen at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        """Promise every file that was chosen."""
        return list(files.getlist(name)) if hasattr(files, "getlist") else [files[name]] if name in files else []


class AttachmentsField(forms.FileField):
    """Several files, each checked by its content. Cleaned, it is a list of `Checked` for `services.attach_all`.

    `most` is how many. The form that holds it is sent as `multipart/form-data`.
    """

    widget = FilesInput

    def __init__(self, *, most: int = MOST, **kwargs: Any) -> None:
        self.most = most
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _help(most))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the device offer what is accepted."""
        return {**super().widget_attrs(widget), "multiple": self.most > 1, "accept": ACCEPT}

    def clean(self, data: Any, initial: Any = None) -> list[Checked]:  # type: ignore[override]
        """Promise the files, checked; every one that can't be attached is said, not only the first."""
        uploads = list(data or [])
        if self.required and not uploads:
            raise ValidationError(self.error_messages["required"], code="required")
        checked, mistakes = list[Checked](), list[ValidationError]()
        try:
            refuse_too_many(uploads, self.most)
        except Refused as refusal:
            raise RefusalError(refusal) from refusal
        for upload in uploads:
            try:
                checked.append(check(upload))
            except Refused as refusal:
                mistakes.append(RefusalError(refusal))
        if mistakes:
            raise ValidationError(mistakes)
        return checked

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether any file was chosen."""
        return bool(data)


def _said(most: int) -> str:
    kinds = _("PDF, JPEG, PNG, WebP, TXT, CSV, ODT, ODS, DOCX or XLSX, at most %(mb)s MB each.")
    count = ngettext("At most %(most)s file.", "At most %(most)s files.", most)
    cleaned = _("Images lose the place and the device they were taken with; documents keep their author's name.")
    return " ".join([kinds % {"mb": settings.ATTACHMENT_MB}, count % {"most": most}, cleaned])


_help = lazy(_said, str)
