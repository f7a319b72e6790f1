"""What members' life holds about a person, on the page of their own data."""

import pytest

from consultations.bylaws import considering
from consultations.members.leaving.noticing import notice_reply, separation_decide
from consultations.members.renewal.services import term_give
from consultations.models import Consultation
from consultations.own_data import collect
from consultations.training import services as training
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from tests.conftest import Cast
from tests.factories import membership as life

pytestmark = pytest.mark.django_db


def told(who: object) -> str:
    """All that the page would say, as one text."""
    assert isinstance(who, Person)
    return str(collect(who))


def test_a_member_finds_notice_reply_and_reasons_and_who_gave_it_only_their_own_words(
    seated: Cast, operating: Consultation
) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    notice_reply(notice=notice, text="MI RESPUESTA", by=seated["bruno"])
    separation_decide(notice=notice, separates=True, reasons="LAS RAZONES", public_words="Dicho", by=seated["dora"])
    for words in (life.FACTS, life.GROUND, "MI RESPUESTA", "LAS RAZONES", "Dicho"):
        assert words in told(seated["bruno"])
    assert life.FACTS in told(seated["alba"])
    assert "MI RESPUESTA" not in told(seated["alba"])
    assert "LAS RAZONES" in told(seated["dora"])
    assert "MI RESPUESTA" not in told(seated["dora"])
    for words in (life.FACTS, "MI RESPUESTA", "LAS RAZONES", "Dicho"):
        assert words not in told(seated["elias"])


def test_terms_rules_and_training_are_there(seated: Cast, operating: Consultation) -> None:
    term_give(
        membership=life.membership(operating, seated["bruno"]), ends_on=today().replace(year=today().year + 1),
        reason="LA RAZÓN DEL PERIODO", by=seated["alba"],
    )  # fmt: skip
    version = life.submitted(operating)
    considering.bylaws_consider(version=version, agrees=False, reason="MI OBJECIÓN", by=seated["bruno"])
    considering.bylaws_comment(
        version=version, part="general", text="MI COMENTARIO", language="es-mx", by=seated["bruno"]
    )
    training.training_attend(training=life.training(operating), by=seated["bruno"])
    found = told(seated["bruno"])
    for words in ("LA RAZÓN DEL PERIODO", "MI OBJECIÓN", "MI COMENTARIO", "Cómo se participa"):
        assert words in found
        assert words not in told(seated["carmen"])
