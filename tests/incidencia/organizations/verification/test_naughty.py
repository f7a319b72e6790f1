"""Every string that has broken something somewhere, as a proof and as a reason of the desk."""

import json
from pathlib import Path

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from incidencia.organizations.verification import deciding
from incidencia.organizations.verification.matters import Result
from tests.factories import incidencia as make
from tests.incidencia.organizations.verification.conftest import Asker

pytestmark = pytest.mark.django_db


def test_every_naughty_string_of_a_question_to_the_desk_and_its_answer_is_shown_safe(
    ask: Asker, agency: Agency, alba: Person, carmen: Person, client: Client
) -> None:
    strings = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))
    organization = make.organization("Casa Abierta", by=carmen)
    kept = 0
    for n, string in enumerate(s for s in strings if s.strip() and "\x00" not in s):
        row = ask(organization, carmen, text=string)
        row = deciding.verification_decide(verification=row, by=alba, result=Result.REFUSED, rule="G4", reason=string)
        assert (row.text, row.reason) == (string.strip(), string.strip())
        if n % 40 == 0:
            client.force_login(carmen)
            page = client.get(f"/organizaciones/verificaciones/{row.pk}/").content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
        kept += 1
    assert kept > 300
