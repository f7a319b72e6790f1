"""Browsers of the cast, and forms sent as a browser sends them."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from incidencia.accounts.models import Person
from sessions.models import Minutes
from tests.factories import incidencia as make
from tests.factories.sessions import NAMES, cast

EVERYBODY = (*NAMES, "root", "nobody")
SEATED = {"alba", "bruno", "dora", "elias", "fatima"}
DESK = {"alba", "dora"}


def browser(name: str) -> Client:
    client = Client()
    if name == "root":
        client.force_login(Person.objects.filter(is_superuser=True).first() or make.superuser())
    elif name != "nobody":
        client.force_login(cast(name))
    return client


def at(view: str, row: Minutes, *args: str) -> str:
    with translation.override("es-mx"):
        return reverse(view, args=[row.session.reference, *args])


def sent(client: Client, url: str, **fields: str) -> Any:
    """Open the form and send it as a browser does: hidden fields and what was on the page, then `fields`."""
    page = client.get(url)
    assert page.status_code == 200, page.status_code
    form = page.context["form"]
    known = {name: form[name].value() for name in form.fields}
    return client.post(url, {k: v for k, v in {**known, **fields}.items() if v is not None})
