"""Sign-ons: by name, once each, a network and its member once together, withdrawn by whoever made them."""

import pytest

from consultations.activities.models import Activity
from consultations.modes.opinion.models import SignOn, Submission
from consultations.modes.opinion.queries import Joined, joined
from consultations.modes.opinion.sending.signing import sign_off, sign_on
from incidencia.accounts.models import Person
from incidencia.organizations import affiliating
from incidencia.organizations.models import Organization
from tests.consultations.conftest import refused
from tests.factories import incidencia as people
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(asking: Activity, carmen: Person) -> Submission:
    """What carmen sent."""
    return make.sent(make.where(asking), carmen)


@pytest.mark.engine
@pytest.mark.guideline("A8", "E11")
def test_a_network_and_its_member_count_once(sent: Submission, bruno: Person, red_norte: Organization) -> None:
    gael = people.person("Gael Ríos")
    member = people.organization("Jóvenes por la Vida", by=gael)
    joined_it = affiliating.affiliation_propose(network=red_norte, member=member, by=bruno)
    affiliating.affiliation_accept(affiliation=joined_it, by=gael)
    sign_on(submission=sent, by=bruno, speaking_as=str(red_norte.pk))
    sign_on(submission=sent, by=gael, speaking_as=str(member.pk))
    sign_on(submission=sent, by=gael, speaking_as="self")
    assert joined([sent]) == {sent.pk: Joined(people=1, organizations=1)}


@pytest.mark.engine
def test_signing_twice_signs_once_and_withdrawing_leaves_its_trace(sent: Submission, bruno: Person) -> None:
    first = sign_on(submission=sent, by=bruno, speaking_as="")
    assert sign_on(submission=sent, by=bruno, speaking_as="") == first
    sign_off(sign_on=first)
    assert joined([sent]) == {}
    assert SignOn.objects.get().withdrawn_at
    assert sign_on(submission=sent, by=bruno, speaking_as="").pk != first.pk


def test_its_author_does_not_sign_and_nobody_speaks_for_others(
    sent: Submission, carmen: Person, bruno: Person, red_norte: Organization
) -> None:
    with refused("own"):
        sign_on(submission=sent, by=carmen, speaking_as="")
    with refused("speaks-not-for-it"):
        sign_on(submission=sent, by=people.person("Irene Solís"), speaking_as=str(red_norte.pk))


def test_nobody_signs_what_was_answered(sent: Submission, bruno: Person, dora: Person, alba: Person) -> None:
    make.answered([sent], drafter=dora, reader=alba, signer=alba)
    with refused("answered"):
        sign_on(submission=sent, by=bruno, speaking_as="")


def test_who_signs_hears_of_the_answer(sent: Submission, bruno: Person) -> None:
    sign_on(submission=sent, by=bruno, speaking_as="")
    told = set(sent.contribution.followers.values_list("person", flat=True))
    assert told == {sent.contribution.author_id, bruno.pk}
