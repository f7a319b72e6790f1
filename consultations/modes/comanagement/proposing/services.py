"""A task is proposed: with its origin, its goal, one lead on each side, and what it delivers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.holding import held as held_activity
from consultations.activities.models import Activity
from consultations.activities.window import State as Window
from consultations.members.kinds import Side
from consultations.models import Consultation, Membership
from consultations.modes.comanagement import emails, seats
from consultations.modes.comanagement.days import today_in
from consultations.modes.comanagement.models import Deliverable, ProgrammeLine, Task, TaskLead
from consultations.modes.comanagement.proposing.origins import agreements_for, lines_of
from consultations.modes.comanagement.refusals import not_a_member
from consultations.spine.models import OWED, Contribution, Kind, TrailLink
from consultations.spine.services import receive, step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import Voice, voice_of
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused
from sessions.models import Agreement


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, already checked by the form: words, origin, leads (by membership), deliverables."""

    title: str
    language: str
    goal: str
    due_on: date
    civil: Membership | None
    public: Membership | None
    deliverables: tuple[tuple[str, str], ...]
    agreement: str = ""  # its reference
    line: int | None = None
    weight: int = 1
    territory: str = ""
    money_programme: str = ""
    money_amount: Decimal | None = None
    risks: str = ""


@dataclass(frozen=True, slots=True)
class SeatedVoice(Voice):
    """The voice of an official: their seat says in which capacity they write."""

    seat: str = ""

    @property
    def capacity(self) -> str:
        """Rank and agency, as the membership records them."""
        return self.seat


@transaction.atomic
def propose(*, activity: Activity, proposal: Proposal, by: Person, speaking_as: str, key: str) -> Task:
    """Propose a joint task; both leads are asked, and whoever names themselves has accepted by it (G11.V, G8.V).

    Sent again with the same `key`, it is the same task. Raises Refused outside the window, to whoever is no member
    of either side, without an origin in this consultation, without a lead on each side who is a member there,
    without a deliverable and its criterion, and for a date that has passed.
    """
    if known := proposed_with(key, by):
        return known
    activity = held_activity(activity)
    if known := proposed_with(key, by):
        return known
    _refuse_closed(activity)
    consultation = activity.consultation
    member = seats.seat_of(by, consultation)
    if member is None:
        raise not_a_member()
    voice = _voice(by, member, speaking_as)
    agreement, line = _origin(consultation, proposal, by)
    leads = _leads(consultation, proposal)
    _refuse_lacking(consultation, proposal)
    contribution = receive(
        consultation=consultation, activity=activity, kind=Kind.TASK, voice=voice, title=proposal.title,
        language=proposal.language, sent=_sent(activity, voice, proposal), text=proposal.goal,
    )  # fmt: skip
    task = Task.objects.create(
        contribution=contribution, agreement=agreement, line=line, weight=proposal.weight, goal=proposal.goal,
        territory=proposal.territory, uses_public_money=proposal.money_amount is not None,
        money_programme=proposal.money_programme, money_amount=proposal.money_amount, risks=proposal.risks,
        due_on=proposal.due_on, baseline_on=proposal.due_on, key=own_key(key, by),
    )  # fmt: skip
    Deliverable.objects.bulk_create(
        Deliverable(task=task, number=n, what=what, criterion=criterion)
        for n, (what, criterion) in enumerate(proposal.deliverables, 1)
    )
    for lead in leads:
        _name(task, lead, by, voice.capacity)
    if agreement is not None:
        _trail(contribution, agreement, by, voice.capacity)
    return task


def proposed_with(key: str, person: Person) -> Task | None:
    """Promise what this person proposed with a form of that key, or None. One query."""
    rows = Task.objects.select_related("contribution__consultation")
    return rows.filter(key=own_key(key, person), contribution__author=person).first()


def _voice(by: Person, member: Membership, speaking_as: str) -> Voice:
    if member.side == Side.PUBLIC:
        return SeatedVoice(by, seat=seats.words(member))
    return voice_of(by, speaking_as)


def _refuse_closed(activity: Activity) -> None:
    if activity.state is not Window.OPEN:
        raise Refused(
            "not-open", _("Tasks can't be proposed here now."), rule="G27.III",
            advice=_("The page of the activity says from when to when. Tasks under way go on."),
        )  # fmt: skip


def _origin(
    consultation: Consultation, proposal: Proposal, by: Person
) -> tuple[Agreement | None, ProgrammeLine | None]:
    agreement = line = None
    if proposal.agreement:
        agreement = agreements_for(consultation, by).filter(reference=proposal.agreement.strip().upper()).first()
        if agreement is None:
            raise Refused(
                "no-such-agreement",
                _("No agreement of this process has the reference “%(reference)s”.")
                % {"reference": proposal.agreement},
                advice=_(
                    "Choose one of the agreements of its sessions; one taken ad referendum, once it is ratified."
                ),
            )
    if proposal.line is not None:
        line = lines_of(consultation).filter(pk=proposal.line).first()
        if line is None:
            raise Refused(
                "no-such-line", _("That line is in no published programme of this process."), rule="G14",
                advice=_("Choose one of the lines of its programmes."),
            )  # fmt: skip
    if agreement is None and line is None:
        raise Refused(
            "no-origin", _("A task comes from an agreement or from a line of a programme."), rule="G14, G33",
            advice=_("Choose at least one of them."),
        )  # fmt: skip
    return agreement, line


def _leads(consultation: Consultation, proposal: Proposal) -> list[Membership]:
    found = []
    for side, member in ((Side.CIVIL, proposal.civil), (Side.PUBLIC, proposal.public)):
        if member is None:
            raise Refused(
                "lead-missing",
                _("Each side has one responsible person; one of them is missing."),
                rule="G8.V, G11.V",
                advice=_("Choose one member of civil society and one of the public service."),
            )
        refuse_unfit_lead(consultation, member, side)
        found.append(member)
    if found[0].person_id == found[1].person_id:
        raise Refused(
            "same-person", _("Both keys can't be held by the same person."), rule="G11.V",
            advice=_("Choose two people."),
        )  # fmt: skip
    return found


def refuse_unfit_lead(consultation: Consultation, member: Membership, side: str) -> None:
    """Raise Refused unless `member` sits today on `side` of `consultation`."""
    if member.consultation_id == consultation.pk and member.side == side and member.is_in_force():
        return
    raise Refused(
        "lead-unfit",
        _("%(name)s is not a member of that side today, and can't lead for it.") % {"name": member.person.name},
        rule="G8.V, G17", advice=_("Choose one of its members."),
    )  # fmt: skip


def _refuse_lacking(consultation: Consultation, proposal: Proposal) -> None:
    if not proposal.deliverables or not all(w.strip() and c.strip() for w, c in proposal.deliverables):
        raise Refused(
            "deliverable-missing", _("Say what is delivered, and how everybody will judge it."), rule="G33",
            advice=_("Each deliverable has its criterion of acceptance."),
        )  # fmt: skip
    if bool(proposal.money_programme) != (proposal.money_amount is not None):
        raise Refused(
            "money-incomplete",
            _("Where public resources are used, say which programme pays and how much."),
            rule="G9",
            advice=_("Fill in both, or leave both empty."),
        )
    if proposal.due_on < today_in(consultation):
        raise Refused("past", _("This date has passed."), advice=_("Choose one that is still to come."))


def _name(task: Task, member: Membership, by: Person, acted_as: str) -> None:
    own = member.person_id == by.pk
    lead = TaskLead.objects.create(
        task=task, side=member.side, person=member.person, member=member, named_at=now(), named_by=by,
        named_as=acted_as, accepted_at=now() if own else None, accepted_as=seats.words(member) if own else "",
    )  # fmt: skip
    if not own:
        emails.lead_asked(lead)


def _trail(contribution: Contribution, agreement: Agreement, by: Person, acted_as: str) -> None:
    """Debated and agreed already: the agreement says so. What led to it is linked to what comes of it."""
    for step, act in ((Step.DELIBERATED, agreement.session.reference), (Step.AGREED, agreement.reference)):
        step_take([contribution], step, act=act, by=by, acted_as=acted_as, letter=False)
    earlier = Contribution.objects.filter(
        steps__act=agreement.reference, steps__kind=Step.AGREED.value, kind__in=OWED
    ).distinct()  # fmt: skip
    TrailLink.objects.bulk_create(
        TrailLink(
            earlier=one, later=contribution, kind=TrailLink.Kind.CONTINUES, act=agreement.reference, at=now(), by=by
        )
        for one in earlier
    )


def _sent(activity: Activity, voice: Voice, proposal: Proposal) -> dict[str, Any]:
    """What the hash is made of. Names of people are left out: it can be recounted after they change."""
    return {
        "consultation": activity.consultation.reference, "activity": activity.place, "capacity": voice.capacity,
        "title": proposal.title, "language": proposal.language, "goal": proposal.goal,
        "due_on": proposal.due_on.isoformat(), "agreement": proposal.agreement.strip().upper(),
        "line": proposal.line, "weight": proposal.weight, "territory": proposal.territory,
        "money_programme": proposal.money_programme,
        "money_amount": "" if proposal.money_amount is None else str(proposal.money_amount),
        "risks": proposal.risks, "deliverables": [list(one) for one in proposal.deliverables],
    }  # fmt: skip
