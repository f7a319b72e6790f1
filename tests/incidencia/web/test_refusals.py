"""The one type that services raise."""

from incidencia.web.refusals import Refused


def test_a_refusal_says_what_and_what_to_do() -> None:
    refusal = Refused("late", "The call closed.", "G18", "Write to the office.")
    assert str(refusal) == "The call closed. Write to the office."
    assert (refusal.code, refusal.rule) == ("late", "G18")


def test_a_refusal_may_have_nothing_to_advise() -> None:
    assert str(Refused("late", "The call closed.")) == "The call closed."
