"""Why a room says no, in the reader's language: what was wrong, the rule it rests on, what to do."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from incidencia.web.refusals import Refused
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as CoreRefused
from sessions.core.terms import Base, Majority, Method, Phase, Side
from sessions.wording.refusals import (
    agenda,
    chat,
    floor,
    guards,
    hall,
    motions,
    pacing,
    putting,
    questions,
    reserves,
    statements,
    text,
    votes,
    waiving,
)
from sessions.wording.refusals.words import RELOAD, Words
from sessions.wording.words import word

_ONE_ITEM = _("One item is open at a time.")
_FLOOR = _("One person has the floor at a time.")
_LIST = _("The list of speakers belongs to the item that is open.")
_WINDOW = _("Words are adopted without a vote when the window ends without objection.")
_LOG = _("Nothing of the record is changed in silence.")
_DOOR = _("Whoever is admitted takes part; the secretariat keeps the door.")
_ROLE = _("What a seat may do follows from its role in this session.")

WORDS: dict[Code, Words] = {
    Code.NOT_YOURS: Words(
        _("This act does not belong to your seat."), _ROLE, _("Ask the chair or the secretariat to do it.")
    ),
    Code.NOT_ADMITTED: Words(
        _("The person is not in the room."), _DOOR, _("Ask to be admitted, or choose somebody who is in the room.")
    ),
    Code.ALREADY_ADMITTED: Words(_("%(name)s is already in the room."), _DOOR, _("There is nothing left to do.")),
    Code.ALREADY_WAITING: Words(
        _("You have already asked to be admitted."),
        _DOOR,
        _("Stay on this page: the secretariat has seen your request."),
    ),
    Code.UNKNOWN_SEAT: Words(_("There is no such seat in this session."), _DOOR, RELOAD),
    Code.UNKNOWN_ITEM: Words(_("There is no such item on the agenda."), _ONE_ITEM, RELOAD),
    Code.UNKNOWN_TURN: Words(_("There is no such turn; it may have been undone."), _FLOOR, RELOAD),
    Code.UNKNOWN_AGREEMENT: Words(_("There is no such agreement in this session."), _WINDOW, RELOAD),
    Code.WRONG_PHASE: Words(
        _("This can't be done now. State of the session: %(phase)s."),
        _("Each act has its moment: before, during or after the session."),
        RELOAD,
    ),
    Code.ALREADY_CONVENED: Words(
        _("The session has already been convened."),
        _LOG,
        _("Change the agenda or the date instead: everybody is told."),
    ),
    Code.NO_AGENDA: Words(
        _("The agenda is empty."), _("A session is convened with its agenda."), _("Add at least one item.")
    ),
    Code.IN_THE_PAST: Words(
        _("The date is in the past."), _("What is planned lies ahead."), _("Choose a later date.")
    ),
    Code.IN_THE_FUTURE: Words(
        _("That has not happened yet."),
        _("An entry made afterwards carries the time at which it happened."),
        _("Choose an instant that has passed."),
    ),
    Code.REASON_NEEDED: Words(
        _("The reason is missing."),
        _("This act is recorded with its reason."),
        _("Write the reason in one sentence."),
    ),
    Code.TEXT_NEEDED: Words(_("The text is missing."), _("What is recorded has words."), _("Write the text.")),
    Code.TOO_LONG: Words(
        _("The text has %(length)s characters and the limit is %(longest)s."),
        _("Minutes hold summaries; long texts are circulated as papers."),
        _("Shorten it, or add it as a paper."),
    ),
    Code.NUMBER_OUT_OF_RANGE: Words(
        _("The number goes from %(least)s to %(most)s."),
        _("Times and numbers have limits."),
        _("Correct the number."),
    ),
    Code.KEY_USED: Words(
        _("This form has already done something else."),
        _("Each form does one act, once."),
        _("Go back to the room and choose the act again."),
    ),
    Code.TOO_EARLY: Words(
        _("The hour of the session has not come."),
        _("Before its hour a session opens only when everybody who has a vote is in the room."),
        _("Wait for the hour, or move the session to an earlier one."),
    ),
    Code.NO_CHAIR: Words(
        _("Nobody who can preside is in the room."),
        _("A session opens with its chair or its vice-chair present."),
        _("Admit the chair, or record that the session was not held."),
    ),
    Code.CHAIR_PRESENT: Words(
        _("The chair is in the room and connected."),
        _("The chair is taken only when it is lost; otherwise it is handed over."),
        _("Ask the chair to hand it over."),
    ),
    Code.CANNOT_PRESIDE: Words(
        _("This person can't preside."),
        _("The chair goes to the vice-chair or to a member."),
        _("Choose somebody else who is in the room."),
    ),
    Code.CHAIR_LEAVING: Words(
        _("Whoever presides can't leave the session without a chair."),
        _("A session always has one person presiding."),
        _("Hand the chair over first."),
    ),
    Code.NO_QUORUM: Words(
        _("There is no quorum: %(present)s with a vote are present and %(required)s are needed."),
        _("Nothing is opened or decided without quorum."),
        _("Wait for more members, or verify the quorum again."),
    ),
    Code.QUORUM_MET: Words(
        _("The session can be held: %(present)s with a vote are present and %(required)s are needed."),
        _("Only a session that lacks quorum, a side or a chair is recorded as not held."),
        _("Open the session, or cancel it with a reason."),
    ),
    Code.QUORUM_ASKED: Words(
        _("The quorum is in doubt: somebody asked to verify it."),
        _("Nothing is decided until the chair has verified it."),
        _("Verify the quorum."),
    ),
    Code.ONE_SIDE_EMPTY: Words(
        _("Nobody with a vote is present for one side: %(side)s."),
        _("No session decides with one side empty (G15)."),
        _("Wait for them, or record that the session was not held."),
    ),
    Code.NO_ITEM_OPEN: Words(_("No item is open."), _LIST, _("Open an item of the agenda first.")),
    Code.ITEM_NOT_PENDING: Words(
        _("This item has already been dealt with."), _ONE_ITEM, _("Reopen it with a reason, or choose another one.")
    ),
    Code.ITEM_NOT_CLOSED: Words(
        _("This item has not been concluded."), _ONE_ITEM, _("Only a concluded item is reopened: open it instead.")
    ),
    Code.LIST_OPEN: Words(_("The list of speakers is already open."), _LIST, RELOAD),
    Code.LIST_CLOSED: Words(
        _("The list of speakers is closed."), _LIST, _("Wait until the chair opens it, or raise a point of order.")
    ),
    Code.ALREADY_LISTED: Words(
        _("You already have a place on the list, or the floor."),
        _("One place for each person."),
        _("Your place is shown at the foot of the page."),
    ),
    Code.NOT_LISTED: Words(_("There is no such place on the list of speakers."), _LIST, RELOAD),
    Code.NOBODY_LISTED: Words(
        _("Nobody is waiting on the list of speakers."), _LIST, _("Open the list, or conclude the item.")
    ),
    Code.SOMEBODY_SPEAKS: Words(_("Somebody has the floor."), _FLOOR, _("End that turn first.")),
    Code.NOBODY_SPEAKS: Words(_("Nobody has the floor."), _FLOOR, _("Give the floor first.")),
    Code.OUT_OF_TURN: Words(
        _("This person is not next."),
        _("The list is followed; the chair may leave it with a reason that everybody reads."),
        _("Write the reason, or give the floor to the next person."),
    ),
    Code.CLOCK_STANDS: Words(
        _("The clock already stands still."),
        _("A clock runs or stands still."),
        _("Let it run again when it is time."),
    ),
    Code.CLOCK_RUNS: Words(_("The clock is already running."), _("A clock runs or stands still."), RELOAD),
    Code.POINT_PENDING: Words(
        _("A point of order is waiting for the chair's ruling."),
        _("A point of order goes before everything else; the clocks stand still."),
        _("Rule on it first."),
    ),
    Code.NO_POINT_PENDING: Words(_("No point of order is waiting."), _("A ruling answers a point of order."), RELOAD),
    Code.PROPOSAL_OPEN: Words(
        _("Words are before the room for adoption."),
        _("One proposal at a time."),
        _("Wait until the window ends, or withdraw the proposal."),
    ),
    Code.NO_PROPOSAL: Words(
        _("Nothing is before the room for adoption."), _WINDOW, _("Once adopted, an agreement admits a reservation.")
    ),
    Code.ALREADY_OBJECTED: Words(
        _("You have already objected."),
        _("One objection for each person, with its reason."),
        _("You may withdraw it."),
    ),
    Code.NOT_OBJECTED: Words(_("You have not objected."), _WINDOW, RELOAD),
    Code.ALREADY_ASIDE: Words(
        _("You have already stood aside."), _WINDOW, _("Once adopted, you may also enter a reservation.")
    ),
    Code.NOT_CUT_OFF: Words(
        _("You were connected while this was adopted."),
        _("A late objection is for whoever was entitled, present and cut off during the window."),
        _("You may enter a reservation."),
    ),
    Code.TOO_LATE: Words(
        _("It is too late for this."),
        _("Some acts have a term: undoing, objecting late, entering what happened before the opening."),
        _("Correct it with a correction, which everybody can read."),
    ),
    Code.ALREADY_RESERVED: Words(
        _("You have already entered a reservation to this agreement."),
        _("One reservation for each person and agreement, word for word."),
        _("If it holds a slip, ask the secretariat to note it."),
    ),
    Code.ALREADY_READ: Words(
        _("This agreement has already been read back."), _("Each agreement is read back as it stands."), RELOAD
    ),
    Code.AGREEMENTS_UNREAD: Words(
        _("These agreements have not been read back: %(agreements)s."),
        _("A session closes after the reading of its agreements."),
        _("Read each one aloud and confirm it, then close."),
    ),
    Code.NOTHING_TO_UNDO: Words(
        _("There is nothing of yours to undo."),
        _("One's own last act can be taken back within seconds."),
        _("If something is wrong, enter a correction."),
    ),
    Code.BUILT_UPON: Words(
        _("Somebody has already acted upon it."),
        _("An act is taken back only while nothing was built upon it."),
        _("Enter a correction: it keeps both and everybody can read it."),
    ),
    Code.NOTHING_TO_CORRECT: Words(_("That is what it already says."), _LOG, _("Write what it should say instead.")),
    Code.NOT_CATCH_UP: Words(
        _("This act can't be entered afterwards."),
        _("Turns, items, arrivals, departures, reservations and what was decided on paper may be entered later."),
        _("Do it now, without the time at which it happened."),
    ),
    **votes.WORDS,
    **questions.WORDS,
    **text.WORDS,
    **agenda.WORDS,
    **floor.WORDS,
    **motions.WORDS,
    **reserves.WORDS,
    **hall.WORDS,
    **statements.WORDS,
    **chat.WORDS,
    **guards.WORDS,
    **putting.WORDS,
    **waiving.WORDS,
    **pacing.WORDS,
}


def worded(refusal: CoreRefused) -> Refused:
    """The refusal of a room as services and pages raise and show it; keeps the code."""
    words = WORDS[refusal.code]
    return Refused(refusal.code.value, str(words.wrong) % _facts(refusal), str(words.rule), str(words.advice))


def _facts(refusal: CoreRefused) -> defaultdict[str, object]:
    """The facts as words. A fact that a refusal did not bring leaves no hole in the sentence."""
    facts: defaultdict[str, object] = defaultdict(lambda: "…", refusal.facts)
    if "phase" in refusal.facts:
        facts["phase"] = word(str(refusal.facts["phase"]), Phase)  # type: ignore[arg-type]
    if "side" in refusal.facts:
        facts["side"] = word(str(refusal.facts["side"]), Side)  # type: ignore[arg-type]
    for name, kind in (("majority", Majority), ("base", Base), ("method", Method)):
        if name in refusal.facts:
            facts[name] = word(str(refusal.facts[name]), kind)
    if "methods" in refusal.facts:
        facts["methods"] = ", ".join(word(one, Method) for one in str(refusal.facts["methods"]).split())
    return facts
