"""The languages people write in: one list for the whole house."""

from consultations.modes.opinion.sending.forms import LANGUAGES as of_proposals
from incidencia.text.languages import LANGUAGES
from sessions.forms.room import LANGUAGES as of_rooms


def test_rooms_and_consultations_offer_the_same_languages_each_once() -> None:
    assert of_rooms is of_proposals is LANGUAGES
    codes, names = zip(*LANGUAGES, strict=True)
    assert len(set(codes)) == len(set(names)) == len(LANGUAGES)
