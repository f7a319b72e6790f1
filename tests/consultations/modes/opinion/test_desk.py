"""The answer desk: those that say the like stand together, each official finds their own."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from consultations.activities.models import Activity
from consultations.modes.opinion.answering import likeness
from consultations.modes.opinion.models import Assignment
from tests.conftest import Cast
from tests.factories import opinion as make

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
WORDS = st.frozensets(st.sampled_from(["casa", "receta", "abasto", "clínica", "párrafo", "norma", "salud"]))


@given(one=WORDS, other=WORDS)
def test_likeness_is_mutual_between_nothing_and_the_same(one: frozenset[str], other: frozenset[str]) -> None:
    assert likeness.share(one, other) == likeness.share(other, one)
    assert 0 <= likeness.share(one, other) <= 1
    assert (likeness.share(one, other) == 1) == (one == other and bool(one))


def test_the_desk_gathers_those_that_say_the_like_and_ticks_them(
    seated: Cast, asking: Activity, client_of: Callable[..., Client]
) -> None:
    text = "La receta electrónica debe nombrarse porque sin ella nadie recibe medicamentos contra el dolor."
    first = make.sent(make.where(asking), seated["carmen"], title="Nombrar la receta", text=text)
    make.sent(make.where(asking), seated["bruno"], title="Nombrar la receta ya", text=text + " Y pronto.")
    far = make.sent(make.where(asking), seated["fatima"], title="Océanos", text="Proteger manglares costeros.")
    desk = f"/procesos/{asking.consultation.reference}/respuestas/mesa/"
    page = client_of(seated["dora"]).get(desk, {"like": first.contribution.reference}).content.decode()
    assert page.count(" checked") == 2
    assert far.contribution.reference not in page
    assert far.contribution.reference in client_of(seated["dora"]).get(desk, {"like": "nada"}).content.decode()


def test_officials_say_who_drafts_and_each_finds_their_own(
    seated: Cast, asking: Activity, client_of: Callable[..., Client]
) -> None:
    sent = make.sent(make.where(asking), seated["carmen"])
    at = f"/procesos/{asking.consultation.reference}/respuestas"
    given_to = {"to": sent.pk, "person": seated["elias"].pk}
    assert client_of(seated["carmen"]).post(f"{at}/asignar/", given_to).status_code == 403
    client = client_of(seated["dora"])
    for wrong in ({"to": sent.pk, "person": seated["bruno"].pk}, {"to": sent.pk}, {"person": seated["elias"].pk}):
        client.post(f"{at}/asignar/", wrong)
        assert not Assignment.objects.exists()
    assert client.post(f"{at}/asignar/", given_to).status_code == 303
    assert Assignment.objects.get().person == seated["elias"]
    assert sent.contribution.reference in client_of(seated["elias"]).get(f"{at}/mesa/?mine=1").content.decode()
    assert sent.contribution.reference not in client.get(f"{at}/mesa/?mine=1").content.decode()
