"""What attached files say about a person."""

from typing import Any

from django.utils.translation import gettext as _

from incidencia.files.models import Attachment


def collect(person: Any) -> dict[str, list[dict[str, Any]]]:
    """Promise the files the person attached: name, kind, size, hash, instant."""
    rows = Attachment.objects.filter(uploaded_by=person).order_by("at", "pk")
    return {
        _("Attached files"): [
            {
                _("name"): row.name,
                _("kind"): str(row.kept_as.name),
                _("bytes"): row.size,
                _("hash (SHA-256)"): row.sha256,
                _("sent"): row.at,
            }
            for row in rows
        ]
    }
