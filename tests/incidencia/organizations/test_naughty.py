"""Every string that has broken something somewhere, as the name and the words of an organization."""

import json
from pathlib import Path

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations.models import Organization

pytestmark = pytest.mark.django_db
STRINGS = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))
EVERY = 12  # of how many strings one is looked at on its page


def test_every_naughty_string_of_an_organization_is_shown_safe_or_refused_plainly(
    carmen: Person, client: Client
) -> None:
    client.force_login(carmen)
    kept = 0
    for n, string in enumerate(STRINGS):
        typed = {
            "name": f"{n} {string}"[:150], "acronym": string[:20], "category": "cso", "state": "NLE", "about": string,
            "scope": string[:150], "cluni": "",
        }  # fmt: skip
        answer = client.post("/en/organizaciones/registrar/", typed)
        assert answer.status_code in (303, 302, 422), string
        if answer.status_code == 422:
            continue
        kept += 1
        if n % EVERY == 0:
            page = client.get(answer.headers["Location"]).content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
    assert kept == Organization.objects.count() > 250
