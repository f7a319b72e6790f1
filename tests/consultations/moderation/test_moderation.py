"""What breaks a rule is hidden in the open: tombstone, letter, one appeal to another person, public log."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk.sources import waiting_for
from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.moderation import services
from consultations.moderation.models import Hiding, Rule
from consultations.modes.opinion.answering import judging
from consultations.modes.opinion.models import ResponseTo, Submission
from consultations.modes.opinion.sending import signing, submitting
from tests.conftest import Cast
from tests.consultations.conftest import allowed, queries_of, refused, warm
from tests.factories import opinion as make
from tests.factories.consultations import member

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
ClientOf = Callable[..., Client]
TITLE, TEXT = "Título que hiere", "Palabras que hieren a alguien con nombre y apellido."
OFFICIALS = {"alba", "dora", "elias"}


@pytest.fixture
def asking(operating: Consultation, seated: Cast) -> Activity:
    """It asks one question, and stands open."""
    return make.asked(operating, seated["alba"])


@pytest.fixture
def sent(asking: Activity, seated: Cast) -> Submission:
    """What carmen sent."""
    return make.sent(make.where(asking), seated["carmen"], title=TITLE, text=TEXT)


def hidden(sent: Submission, seated: Cast, by: str = "dora") -> Hiding:
    """Hidden by an official."""
    return services.contribution_hide(
        contribution=sent.contribution, rule=Rule.PERSONAL, reason="Da el nombre de una paciente.", by=seated[by]
    )


def test_only_officials_hide_and_never_what_they_wrote(seated: Cast, sent: Submission) -> None:
    assert allowed(seated, "contribution_hide", sent.contribution) == OFFICIALS
    hiding = hidden(sent, seated)
    assert allowed(seated, "hiding_appeal", hiding) == {"carmen"}
    assert allowed(seated, "hiding_decide", hiding) == {"alba", "elias"}
    assert allowed(seated, "hiding_lift", hiding) == OFFICIALS
    sent.contribution.refresh_from_db()
    assert allowed(seated, "contribution_words", sent.contribution) == OFFICIALS | {"carmen"}
    for act in ("contribution_hide", "hiding_appeal", "hiding_decide", "hiding_lift"):
        assert allowed(seated, act, None) == set()


@pytest.mark.guideline("G8.I")
def test_its_words_are_nowhere_and_its_answer_is_still_owed(
    seated: Cast, operating: Consultation, asking: Activity, sent: Submission, client_of: ClientOf
) -> None:
    out = make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])
    other = make.sent(make.where(asking), seated["carmen"], title=f"{TITLE} dos", text=TEXT)
    for one in (sent, other):
        hidden(one, seated)
    at, of = f"/procesos/{operating.reference}", f"/aportaciones/{sent.contribution.reference}"
    pages = [
        f"{of}/", f"{at}/actividades/{asking.place}/", f"{at}/actividades/{asking.place}/propuestas.csv",
        f"/aportaciones/respuestas/{out.reference}/", f"{at}/moderacion/", f"{at}/",
    ]  # fmt: skip
    for who in ("nobody", "bruno", "fatima", "root"):
        client = client_of(seated[who])
        for page in pages:
            answer = client.get(page)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert TITLE not in body.decode(), (who, page)
            assert TEXT not in body.decode(), (who, page)
        assert client.get(f"{of}/versiones/").status_code == 404
        found = client.get(f"{at}/actividades/{asking.place}/", {"q": "hiere"}).content.decode()
        assert other.contribution.reference not in found
        listed = client.get(f"{at}/actividades/{asking.place}/").content.decode()
        assert "Retirado por moderación" in listed
        assert "datos personales" in listed
        assert "Carmen Vela" not in listed
    for who in ("carmen", "elias"):
        assert TEXT in client_of(seated[who]).get(f"{of}/").content.decode()
    assert other.contribution.reference in client_of(seated["alba"]).get(f"{at}/respuestas/mesa/").content.decode()


def test_the_author_is_told_why_and_appeals_once_to_somebody_else(
    seated: Cast, sent: Submission, client_of: ClientOf, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        hiding = hidden(sent, seated)
    letter = mail.outbox[-1]
    assert letter.to == [seated["carmen"].email]
    assert "Da el nombre de una paciente." in letter.body
    assert f"/aportaciones/moderacion/{hiding.pk}/apelar/" in letter.body
    appeal = f"/aportaciones/moderacion/{hiding.pk}/apelar/"
    client = client_of(seated["carmen"])
    assert client.post(appeal, {"text": " "}).status_code == 422
    assert client.post(appeal, {"text": "Es mi propio nombre."}).status_code == 303
    assert client.post(appeal, {"text": "Otra vez."}).status_code == 422
    assert [row.href for row in waiting_for(seated["elias"]) if "moderacion" in row.href]
    assert not [row.href for row in waiting_for(seated["dora"]) if "moderacion" in row.href]
    decide = f"/aportaciones/moderacion/{hiding.pk}/resolver/"
    assert client_of(seated["dora"]).post(decide, {"stands": "yes", "reason": "x"}).status_code == 403
    assert client_of(seated["elias"]).post(decide, {"stands": "yes", "reason": ""}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        decided = {"stands": "yes", "reason": "El nombre es de quien escribe."}
        answer = client_of(seated["elias"]).post(decide, decided)
    assert answer.status_code == 303
    assert "vuelve a ser público" in mail.outbox[-1].body
    page = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert TEXT in page
    log = client_of(seated["nobody"]).get(f"/procesos/{sent.contribution.consultation.reference}/moderacion/")
    assert "El nombre es de quien escribe." in log.content.decode()
    assert "Es mi propio nombre." not in log.content.decode()


def test_an_appeal_that_fails_is_final(seated: Cast, sent: Submission) -> None:
    hiding = services.hiding_appeal(hiding=hidden(sent, seated), text="Es público.")
    with refused("own-act"):
        services.hiding_decide(hiding=hiding, stands_again=True, reason="x", by=seated["dora"])
    services.hiding_decide(hiding=hiding, stands_again=False, reason="Nombra a otra persona.", by=seated["elias"])
    sent.contribution.refresh_from_db()
    assert sent.contribution.hidden_at is not None
    with refused("no-appeal"):
        services.hiding_decide(hiding=hiding, stands_again=True, reason="x", by=seated["alba"])
    with refused("appealed-already"):
        services.hiding_appeal(hiding=hiding, text="Otra vez.")
    with refused("decided"):
        services.hiding_lift(hiding=hiding, reason="x", by=seated["dora"])


def test_a_mistake_is_taken_back_with_a_reason_and_stays_in_the_log(seated: Cast, sent: Submission) -> None:
    hiding = hidden(sent, seated)
    with refused("reason-needed"):
        services.hiding_lift(hiding=hiding, reason=" ", by=seated["dora"])
    services.hiding_lift(hiding=hiding, reason="Era otra aportación.", by=seated["dora"])
    again = hidden(sent, seated, "alba")
    assert again.pk != hiding.pk
    with refused("hidden-already"):
        hidden(sent, seated)


def test_nothing_is_corrected_nor_signed_while_it_is_hidden(seated: Cast, sent: Submission) -> None:
    hidden(sent, seated)
    words = submitting.Words("Otro", "for", "Otro texto.", "es")
    with refused("hidden"):
        submitting.correct(submission=sent, base=1, words=words, keep=set(), files=[], by=seated["carmen"])
    with refused("hidden"):
        signing.sign_on(submission=sent, by=seated["bruno"], speaking_as="self")


def test_letters_to_others_do_not_repeat_the_title(
    seated: Cast, sent: Submission, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    signing.sign_on(submission=sent, by=seated["bruno"], speaking_as="self")
    hidden(sent, seated)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])
    by_address = {letter.to[0]: letter for letter in mail.outbox}
    assert TITLE not in by_address[seated["bruno"].email].body
    assert TITLE in by_address[seated["carmen"].email].body


def test_the_list_asks_as_often_with_one_tombstone_as_with_ten(
    seated: Cast, asking: Activity, client_of: ClientOf
) -> None:
    client = warm(client_of(seated["bruno"]))
    page = f"/procesos/{asking.consultation.reference}/actividades/{asking.place}/"
    rows = [make.sent(make.where(asking), seated["carmen"], title=f"{n}") for n in range(11)]
    hidden(rows[0], seated)
    few = queries_of(lambda: client.get(page))
    for row in rows[1:]:
        hidden(row, seated)
    assert queries_of(lambda: client.get(page)) == few


@pytest.mark.parametrize("who", ["bruno", "carmen", "fatima", "root", "nobody"])
def test_the_pages_of_officials_are_closed_to_the_others(
    seated: Cast, sent: Submission, client_of: ClientOf, who: str
) -> None:
    hiding = hidden(sent, seated)
    client, status = client_of(seated[who]), 302 if who == "nobody" else 403
    for path in (f"{sent.contribution.reference}/retirar/", f"moderacion/{hiding.pk}/resolver/",
                 f"moderacion/{hiding.pk}/levantar/"):  # fmt: skip
        assert client.post(f"/aportaciones/{path}", {"reason": "x"}).status_code == status


def test_what_only_members_read_is_in_their_log_alone(
    seated: Cast, operating: Consultation, client_of: ClientOf
) -> None:
    closed = make.asked(operating, seated["alba"], visibility="members")
    sent = make.sent(make.where(closed), seated["bruno"], title=TITLE, text=TEXT)
    hidden(sent, seated)
    log = f"/procesos/{operating.reference}/moderacion/"
    for who, reads in (("nobody", False), ("carmen", False), ("root", False), ("fatima", True), ("alba", True)):
        assert (sent.contribution.reference in client_of(seated[who]).get(log).content.decode()) is reads


def test_a_hidden_author_publishes_no_words_by_judging_the_answer(
    seated: Cast, sent: Submission, client_of: ClientOf
) -> None:
    make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])
    hidden(sent, seated)
    judging.verdict_give(row=ResponseTo.objects.get(), answers=False, reason=TEXT, by=seated["carmen"])
    page = f"/aportaciones/{sent.contribution.reference}/"
    assert TEXT not in client_of(seated["bruno"]).get(page).content.decode()
    assert TEXT in client_of(seated["dora"]).get(page).content.decode()
    told = client_of(seated["dora"]).get(f"{page}resultado/").content.decode()
    assert TITLE not in told.partition("<form class")[2]


def test_nobody_decides_about_what_they_wrote(seated: Cast, operating: Consultation, sent: Submission) -> None:
    hiding = services.hiding_appeal(hiding=hidden(sent, seated), text="Es mío.")
    member(operating, seated["carmen"], side=Side.PUBLIC)
    for act in ("hiding_decide", "hiding_lift"):
        assert not seated["carmen"].has_perm(f"consultations.{act}", hiding)
    assert not [row for row in waiting_for(seated["carmen"]) if "moderacion" in row.href]
