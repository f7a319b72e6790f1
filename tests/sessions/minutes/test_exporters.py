"""The minutes as data: what an outsider can check without us, and what is not in the file."""

import hashlib
import json

import pytest
from django.test import Client

from incidencia.clock import now
from sessions import wire
from sessions.models import Seat
from tests.factories.minutes import minutes_in
from tests.sessions.minutes.browsers import at

pytestmark = pytest.mark.django_db


@pytest.mark.guideline("G36")
def test_an_outsider_recomputes_the_head_from_the_file_alone() -> None:
    row = minutes_in("published")
    data = json.loads(Client().get(at("minutes_json", row)).content)
    head = bytes.fromhex(data["colophon"]["head_before"])
    for number, line in enumerate(data["colophon"]["leaves"], 1):
        assert line["seq"] == number
        head = hashlib.sha256(b"\x01" + head + bytes.fromhex(line["leaf"])).digest()
        assert head.hex() == line["head"]
    assert head.hex() == data["colophon"]["head"] == data["document"]["colophon"]["head"]
    assert data["colophon"]["entries"] == len(data["colophon"]["leaves"])


def test_the_file_is_the_same_each_time_and_its_document_has_its_hash() -> None:
    row = minutes_in("published")
    first, again = (Client().get(at("minutes_json", row)).content for _ in range(2))
    assert first == again
    data = json.loads(first)
    assert data["document_sha256"] == hashlib.sha256(wire.canonical(data["document"])).hexdigest()
    assert data["state"] == "published"
    assert [x["type"] for x in data["work"]] == ["Circulated", "MinutesApproved", "MinutesPublished"]


def test_no_email_and_no_raw_line_of_the_log_is_in_the_file() -> None:
    row = minutes_in("published")
    text = Client().get(at("minutes_json", row)).content.decode()
    assert "@" not in text
    assert "salt" not in json.loads(text)["colophon"]["leaves"][0]


def test_somebody_accredited_who_never_came_is_not_named_in_the_file() -> None:
    row = minutes_in("published")
    Seat.objects.create(
        session=row.session, key="99", name="Nadie Presente", role="observer", side="guest", accredited_at=now()
    )
    data = json.loads(Client().get(at("minutes_json", row)).content)
    assert "99" not in data["people"]
    attended = {a["who"]["seat"] for a in data["document"]["attendance"]}
    assert attended <= set(data["people"])
