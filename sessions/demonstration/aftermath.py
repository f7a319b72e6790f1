"""What followed the past meeting: its minutes circulated, confirmed, approved and published."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from incidencia.accounts.models import Person
from incidencia.clock import pretend
from sessions.minutes import services
from sessions.minutes.work import (
    AcceptMinutes,
    Act,
    ApproveMinutes,
    Circulate,
    Command,
    ConfirmStatement,
    EditWording,
    PublishMinutes,
)
from sessions.models import Seat, Session

BETTER = (
    "Propone que las cifras de abasto se publiquen cada mes y por municipio, para que las organizaciones puedan "
    "contrastarlas."
)


def minutes_circulated(session: Session, people: Mapping[str, Person], closed: datetime) -> None:
    """Play the first days of the work on the minutes: they circulate, one person confirmed their words."""
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    seats = {key: Seat.objects.get(session=session, person=p) for key, p in people.items() if _seated(session, p)}
    for days, who, command in ((1, "alba", Circulate()), (3, "irene", ConfirmStatement("t1")), (4, "bruno", AcceptMinutes())):
        with pretend(closed + timedelta(days=days, hours=2)):
            services.handle_work(row.pk, Act(seats[who].key, f"{days}:{who}:{type(command).__name__}", command))


def minutes_published(session: Session, people: Mapping[str, Person], closed: datetime) -> None:
    """Play the work on the minutes: within two weeks of `closed` they are an acta."""
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    seats = {key: Seat.objects.get(session=session, person=p) for key, p in people.items() if _seated(session, p)}
    spoken = {t["who"]["name"]: t["id"] for i in row.document["items"] for t in i["turns"]}

    def act(days: int, who: str, command: Command) -> None:
        with pretend(closed + timedelta(days=days, hours=2)):
            services.handle_work(row.pk, Act(seats[who].key, f"{days}:{who}:{type(command).__name__}", command))

    act(1, "alba", EditWording(spoken[people["gael"].name], BETTER, "Se completa con lo dicho en la sala"))
    act(2, "alba", Circulate())
    act(3, "bruno", ConfirmStatement(spoken[people["bruno"].name]))
    act(3, "gael", ConfirmStatement(spoken[people["gael"].name], base=1))  # the words of the first act above
    for who in ("bruno", "nadia", "elias"):
        act(4, who, AcceptMinutes())
    act(15, "dora", ApproveMinutes())
    act(16, "alba", PublishMinutes())


def _seated(session: Session, person: Person) -> bool:
    return Seat.objects.filter(session=session, person=person).exists()
