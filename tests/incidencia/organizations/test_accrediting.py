"""Who speaks for an organization: offered by e-mail, accepted in person, ended at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations import accrediting, queries
from incidencia.organizations.models import Accreditation, Organization, Representation
from incidencia.web.refusals import Refused
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]


def offer(organization: Organization, by: Person, email: str, **terms: Any) -> Accreditation:
    """An accreditation offered today, without end unless said otherwise."""
    terms = {"scope": "Health", "starts_on": make.day(), "ends_on": None} | terms
    return accrediting.representation_offer(organization=organization, by=by, email=email, **terms)


def refusal(act: Callable[..., Any], *args: Any, **terms: Any) -> str:
    """The code with which an act is refused."""
    with pytest.raises(Refused) as refused:
        act(*args, **terms)
    assert refused.value.message
    assert refused.value.advice
    return refused.value.code


@pytest.mark.django_db(transaction=True)
def test_somebody_is_accredited_from_the_letter_to_the_public_page(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization, mailoutbox: list[EmailMessage]
) -> None:
    typed = {"email": "Carmen.Vela@example.org", "scope": "Health", "starts_on": make.day().isoformat()}
    sent = client_of(bruno).post(f"/organizaciones/{red_norte.pk}/acreditar/", typed)
    assert sent.status_code == 303
    letter = mailoutbox[0]
    made = Accreditation.objects.get()
    assert letter.to == ["carmen.vela@example.org"]
    assert f"/organizaciones/acreditaciones/{made.token}/" in str(letter.body)
    assert not queries.speaks_for(carmen, red_norte)

    browser = client_of(carmen)
    path = f"/organizaciones/acreditaciones/{made.token}/"
    assert "Bruno Sosa" in browser.get(path).content.decode()
    assert browser.post(path, {"answer": "accept"})["Location"] == f"/organizaciones/{red_norte.pk}/"
    assert queries.speaks_for(carmen, red_norte)
    mandate = Representation.objects.get(person=carmen)
    assert (mandate.scope, mandate.made_by) == ("Health", bruno)


def test_the_answer_is_the_same_whether_or_not_the_email_has_an_account(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    path = f"/en/organizaciones/{red_norte.pk}/acreditar/"
    pages = []
    for email in (carmen.email, "stranger@example.org"):
        typed = {"email": email, "scope": "Health", "starts_on": make.day().isoformat()}
        page = client_of(bruno).post(path, typed, follow=True).content.decode()
        pages.append("They will speak for the organization once they accept." in page)
    assert pages == [True, True]


def test_whoever_declines_is_named_nowhere(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    made = offer(red_norte, bruno, carmen.email)
    client_of(carmen).post(f"/organizaciones/acreditaciones/{made.token}/", {"answer": "decline"})
    assert not queries.speaks_for(carmen, red_norte)
    assert refusal(accrediting.accreditation_accept, accreditation=made, by=carmen) == "accreditation-answered"


def test_a_forwarded_letter_opens_nothing(
    client_of: Opener, bruno: Person, dora: Person, red_norte: Organization
) -> None:
    made = offer(red_norte, bruno, "carmen@example.org")
    path = f"/en/organizaciones/acreditaciones/{made.token}/"
    page = client_of(dora).get(path).content.decode()
    assert "made to another e-mail" in page
    assert "carmen@example.org" not in page
    client_of(dora).post(path, {"answer": "accept"})
    assert not queries.speaks_for(dora, red_norte)
    assert refusal(accrediting.accreditation_accept, accreditation=made, by=dora) == "accreditation-of-another"


def test_a_withdrawn_offer_cannot_be_accepted(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    made = offer(red_norte, bruno, carmen.email)
    path = f"/organizaciones/acreditaciones/{made.pk}/retirar/"
    assert client_of(carmen).post(path).status_code == 403
    assert client_of(bruno).get(path).status_code == 405
    assert client_of(bruno).post(path).status_code == 303
    assert refusal(accrediting.accreditation_accept, accreditation=made, by=carmen) == "accreditation-answered"


def test_the_same_offer_twice_is_refused(bruno: Person, red_norte: Organization) -> None:
    offer(red_norte, bruno, "x@example.org")
    assert refusal(offer, red_norte, bruno, "X@example.org") == "accreditation-open"


def test_accepting_twice_does_its_work_once(bruno: Person, carmen: Person, red_norte: Organization) -> None:
    made = offer(red_norte, bruno, carmen.email)
    accrediting.accreditation_accept(accreditation=made, by=carmen)
    assert refusal(accrediting.accreditation_accept, accreditation=made, by=carmen) == "accreditation-answered"
    assert queries.representations_of(carmen).count() == 1


@pytest.mark.parametrize(
    ("starts", "ends", "overlaps"),
    [
        (0, None, True),
        (5, 9, True),
        (-9, 5, True),
        (-9, 4, False),
        (11, None, False),
        (10, 10, True),
        (-9, None, True),
    ],
)
def test_a_representation_does_not_overlap_itself(
    bruno: Person, carmen: Person, red_norte: Organization, starts: int, ends: int | None, overlaps: bool
) -> None:
    make.representation(red_norte, carmen, starts_on=make.day(5), ends_on=make.day(10))
    last: date | None = None if ends is None else make.day(ends)
    assert queries.overlaps(carmen, red_norte, make.day(starts), last) is overlaps
    if overlaps:
        code = refusal(offer, red_norte, bruno, carmen.email, starts_on=make.day(starts), ends_on=last)
        assert code == "representation-overlaps"


def test_what_was_ended_today_can_begin_again_today(bruno: Person, carmen: Person, red_norte: Organization) -> None:
    accrediting.representation_end(representation=make.representation(red_norte, carmen), by=bruno)
    made = offer(red_norte, bruno, carmen.email)
    accrediting.accreditation_accept(accreditation=made, by=carmen)
    assert queries.speaks_for(carmen, red_norte)


@pytest.mark.parametrize(("starts", "ends", "code"), [(3, 2, "term-backwards"), (-3, -1, "term-past")])
def test_a_term_that_makes_no_sense_is_refused(
    bruno: Person, red_norte: Organization, starts: int, ends: int, code: str
) -> None:
    terms = {"starts_on": make.day(starts), "ends_on": make.day(ends)}
    assert refusal(offer, red_norte, bruno, "x@example.org", **terms) == code


def test_an_offer_whose_term_went_by_is_refused(bruno: Person, carmen: Person, red_norte: Organization) -> None:
    made = offer(red_norte, bruno, carmen.email)
    Accreditation.objects.update(starts_on=make.day(-9), ends_on=make.day(-1))
    assert refusal(accrediting.accreditation_accept, accreditation=made, by=carmen) == "accreditation-over"


def test_the_person_stops_or_another_representative_ends_it(
    client_of: Opener, bruno: Person, carmen: Person, dora: Person, red_norte: Organization
) -> None:
    mandate = make.representation(red_norte, carmen)
    path = f"/en/organizaciones/representaciones/{mandate.pk}/terminar/"
    assert client_of(dora).post(path).status_code == 403
    assert client_of(carmen).get(path).status_code == 200
    assert client_of(bruno).post(path).status_code == 303
    mandate.refresh_from_db()
    assert not mandate.is_in_force()
    assert mandate.ended_by == bruno


def test_the_last_voice_is_warned(client_of: Opener, bruno: Person, red_norte: Organization) -> None:
    mandate = queries.representations_of(bruno).get()
    page = client_of(bruno).get(f"/en/organizaciones/representaciones/{mandate.pk}/terminar/")
    assert "it will have no voice" in page.content.decode()


def test_ending_twice_keeps_the_first_end(bruno: Person, carmen: Person, red_norte: Organization) -> None:
    mandate = make.representation(red_norte, carmen)
    first = accrediting.representation_end(representation=mandate, by=carmen)
    second = accrediting.representation_end(representation=mandate, by=bruno)
    assert (second.ended_at, second.ended_by) == (first.ended_at, carmen)


def test_open_offers_are_shown_to_representatives_only(
    client: Client, client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    offer(red_norte, bruno, "somebody@example.org")
    path = f"/organizaciones/{red_norte.pk}/"
    assert "somebody@example.org" in client_of(bruno).get(path).content.decode()
    for browser in (client, client_of(carmen)):
        assert "somebody@example.org" not in browser.get(path).content.decode()


def test_an_offer_waits_on_the_list_of_its_owner(
    client_of: Opener, bruno: Person, carmen: Person, dora: Person, red_norte: Organization
) -> None:
    made = offer(red_norte, bruno, carmen.email)
    assert made.token in client_of(carmen).get("/organizaciones/").content.decode()
    assert made.token not in client_of(dora).get("/organizaciones/").content.decode()


def test_an_unknown_token_is_not_found(client_of: Opener, carmen: Person) -> None:
    assert client_of(carmen).get("/organizaciones/acreditaciones/inventado/").status_code == 404
