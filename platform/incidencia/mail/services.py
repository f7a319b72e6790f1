"""Writing letters: kept with the act they tell of, delivered after it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction
from django.template import Context, Engine
from django.utils import translation

from incidencia.mail import attachments as files
from incidencia.mail.models import Outgoing
from incidencia.mail.tasks import deliver


class Addressee(Protocol):
    """Whoever can get a letter: a person with an account, or somebody invited who has none yet."""

    @property
    def email(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...


def send(
    name: str,
    to: Addressee,
    context: Mapping[str, Any],
    *,
    language: str = "",
    attachments: Sequence[files.Attachment] = (),
    headers: Mapping[str, str] | None = None,
    key: str | None = None,
) -> Outgoing:
    """Promise that the letter `name` is kept in the caller's transaction and delivered after it.

    Call it inside the `atomic()` of the act: if the act is undone, so is the letter. The same `key` to the same
    address is written once, however often it is asked for. `name` is `<package>/emails/<function>`: the
    templates of that name with `.subject.txt`, `.txt` and `.html` are rendered in `language` (if empty, the
    addressee's own) with `context`, `to`, `language` and `base_url`.
    `headers` are added to the message.
    Raises ValueError for attachments above half a megabyte.
    """
    if key is not None and (known := Outgoing.objects.filter(key=key, to=to.email).first()):
        return known
    written = _written(name, to, context, _spoken(language or to.language))
    written["attachments"] = files.pack(attachments)
    written["headers"] = dict(headers or {})
    with transaction.atomic():
        if key is None:
            outgoing, created = Outgoing.objects.create(**written), True
        else:
            outgoing, created = Outgoing.objects.get_or_create(key=key, to=to.email, defaults=written)
        if created:
            transaction.on_commit(partial(_enqueue, outgoing.pk), robust=True)
    return outgoing


def _written(name: str, to: Addressee, context: Mapping[str, Any], language: str) -> dict[str, Any]:
    said = {**context, "to": to, "language": language, "base_url": settings.BASE_URL}
    with translation.override(language):
        subject, text, html = (_rendered(f"{name}.{end}", said) for end in ("subject.txt", "txt", "html"))
    # One line: a line break in a title must not become a header of the message.
    subject = " ".join(subject.split())[:250]
    return {"name": name, "to": to.email, "language": language, "subject": subject, "text": text, "html": html}


def _rendered(template_name: str, said: dict[str, Any]) -> str:
    # Only HTML is escaped: in plain text an apostrophe stays one.
    escape = template_name.endswith(".html")
    template = Engine.get_default().get_template(template_name)
    return template.render(Context(said, autoescape=escape)).strip() + "\n"


def _spoken(language: str) -> str:
    codes = [code for code, _name in settings.LANGUAGES]
    return language if language in codes else settings.LANGUAGE_CODE


def _enqueue(pk: int) -> None:
    deliver.enqueue(pk)
