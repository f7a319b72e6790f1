"""Posts: numbered without gaps, question by question, quoted in exact words, corrected until the other side wrote."""

import pytest

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.dialogue import services, turning
from consultations.modes.dialogue.models import Post, Thread, ThreadQuestion
from consultations.modes.dialogue.posting.writing import Words
from incidencia.accounts.models import Person
from tests.consultations.conftest import refused
from tests.factories import consultations
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db


def side(thread: Thread) -> str:
    """Whose turn it is."""
    turn = turning.running(thread)
    assert turn
    return turn.side


@pytest.mark.engine
def test_posts_have_no_gaps_and_each_turns_the_thread(thread: Thread, bruno: Person, dora: Person) -> None:
    assert side(thread) == "public"
    make.posted(thread, dora)
    assert side(thread) == "civil"
    first = turning.running(thread)
    make.posted(thread, dora, "Y algo más.")
    assert turning.running(thread) == first
    make.posted(thread, bruno)
    assert side(thread) == "public"
    assert list(thread.posts.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert list(thread.turns.values_list("side", "met")) == [("public", True), ("civil", True), ("public", False)]


@pytest.mark.guideline("G22")
def test_a_post_of_an_official_keeps_office_and_power_as_they_were(
    thread: Thread, operating: Consultation, alba: Person, dora: Person
) -> None:
    told = make.posted(thread, dora)
    seat = operating.memberships.get(person=dora)
    assert seat.capacity in told.acted_as
    assert told.powers == seat.powers != ""
    seat.powers = "Ninguna"
    seat.save()
    assert Post.objects.get(pk=told.pk).powers != "Ninguna"
    assert make.posted(thread, alba).powers.startswith("Coordina")


@pytest.mark.guideline("G8.I")
def test_each_question_gets_its_own_answer_once_and_the_last_takes_the_step(thread: Thread, dora: Person) -> None:
    make.posted(thread, dora, "Se estudia.")
    steps = thread.contribution.steps
    assert not steps.filter(kind="answered").exists()
    make.posted(thread, dora, "", answers={1: "Doce mil."})
    assert [row.number for row in ThreadQuestion.objects.filter(thread=thread, answer__isnull=True)] == [2]
    assert not steps.filter(kind="answered").exists()
    with refused("not-open"):
        make.posted(thread, dora, "", answers={1: "Otra vez."})
    with refused("not-open"):
        make.posted(thread, dora, "", answers={9: "No existe."})
    make.posted(thread, dora, "", answers={2: "La oficina."})
    assert steps.filter(kind="answered").count() == 1
    assert steps.get(kind="answered").act == thread.contribution.reference


def test_civil_society_asks_and_the_authority_answers_never_the_other_way_round(
    thread: Thread, bruno: Person, dora: Person
) -> None:
    with refused("wrong-side"):
        make.posted(thread, bruno, "", answers={1: "Yo contesto."})
    with refused("wrong-side"):
        make.posted(thread, dora, "Texto", questions=("¿Y ustedes?",))
    make.posted(thread, bruno, "Una más.", questions=("¿Y el plazo?",))
    assert list(thread.questions.values_list("number", "post__number")) == [(1, 1), (2, 1), (3, 2)]


def test_a_quote_keeps_the_exact_words(talking: Activity, bruno: Person, dora: Person) -> None:
    thread = make.opened(talking, bruno, text="Primero.\n\n**Segundo** párrafo,\ncon dos líneas.")
    told = make.posted(thread, dora, "Sobre eso.", quotes=[(1, 1), (1, 2)])
    assert [one.words for one in told.quotes.all()] == [
        "**Segundo** párrafo,\ncon dos líneas.",
        "¿Cuántos frascos hay?",
    ]
    for quotes in ([(1, 99)], [(7, 0)], [(1, -1)]):
        with refused("nothing-to-quote"):
            make.posted(thread, dora, "Sobre eso.", quotes=quotes)
    thread.refresh_from_db()
    assert thread.last == 2


@pytest.mark.engine
def test_the_same_form_sent_twice_is_one_post(thread: Thread, talking: Activity, bruno: Person, dora: Person) -> None:
    assert make.posted(thread, dora, key="k") == make.posted(thread, dora, key="k")
    again = [make.opened(talking, bruno, title="Otro", key="o") for _ in range(2)]
    assert again[0] == again[1]
    assert Post.objects.count() == 3


def test_an_own_post_is_corrected_until_the_other_side_wrote(thread: Thread, bruno: Person, dora: Person) -> None:
    first = thread.posts.get()
    words = {"questions": {1: "¿Cuántos frascos hay hoy?"}, "answers": {}}
    services.post_correct(post=first, base=1, text="No hay datos.", by=bruno, **words)
    first.refresh_from_db()
    assert (first.current, first.text) == (2, "No hay datos.")
    assert thread.questions.get(number=1).text == "¿Cuántos frascos hay hoy?"
    assert [one.text for one in first.versions.all()] == ["No hay datos públicos.", "No hay datos."]
    with refused("overtaken"):
        services.post_correct(post=first, base=1, text="Otra.", by=bruno, **words)
    with refused("nothing-changed"):
        services.post_correct(post=first, base=2, text="No hay datos.", by=bruno, **words)
    with refused("empty"):
        services.post_correct(post=first, base=2, text="x", questions={1: " "}, answers={}, by=bruno)
    with refused("not-yours"):
        services.post_correct(post=first, base=2, text="Otra.", by=dora, **words)
    make.posted(thread, bruno, "Del mismo lado.")
    services.post_correct(post=first, base=2, text="Aún se puede.", by=bruno, **words)
    make.posted(thread, dora)
    with refused("answered"):
        services.post_correct(post=first, base=3, text="Tarde.", by=bruno, **words)


def test_a_conclusion_of_the_other_side_ends_corrections_too(thread: Thread, bruno: Person, dora: Person) -> None:
    make.proposed(thread, dora)
    with refused("answered"):
        services.post_correct(post=thread.posts.get(), base=1, text="Otra.", questions={}, answers={}, by=bruno)


def test_an_empty_post_is_refused(thread: Thread, dora: Person) -> None:
    with refused("empty"):
        services.post_write(thread=thread, words=Words(" ", "es"), by=dora, key="k")


def test_whoever_joins_writes_for_civil_society_and_follows(
    thread: Thread, talking: Activity, carmen: Person, dora: Person
) -> None:
    with refused("not-verified"):
        services.thread_join(thread=thread, by=carmen, speaking_as="")
    with refused("no-party"):
        make.posted(thread, carmen)
    with refused("official"):
        services.thread_join(thread=thread, by=dora, speaking_as="")
    assert not thread.contribution.followers.filter(person=carmen).exists()


def test_a_member_joins_once_in_each_name(thread: Thread, operating: Consultation, carmen: Person) -> None:
    consultations.member(operating, carmen)
    party = services.thread_join(thread=thread, by=carmen, speaking_as="")
    assert services.thread_join(thread=thread, by=carmen, speaking_as="") == party
    assert make.posted(thread, carmen).side == "civil"
    assert thread.contribution.followers.filter(person=carmen).exists()
