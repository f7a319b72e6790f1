"""The one way out for attached files."""

from django.http import FileResponse
from django.utils.translation import gettext as _

from incidencia.files.models import Attachment
from incidencia.web.refusals import Refused


def download(attachment: Attachment) -> FileResponse:
    """Promise the file as a download that no browser opens as a page, under the name its owner gave it.

    There is no address of its own: the view of whatever it is attached to calls this after asking its own rules.
    Raises Refused where the bytes are missing.
    """
    try:
        content = attachment.file.open("rb")
    except FileNotFoundError as error:
        raise Refused(
            "file_missing",
            _("This file is in the record, but its content is missing."),
            advice=_("Tell whoever runs this site: it is in the backup of the day it was sent."),
        ) from error
    answer = FileResponse(
        content, as_attachment=True, filename=attachment.name, content_type=attachment.kept_as.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-cache"
    return answer
