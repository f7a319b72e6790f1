"""Why a room says no to votes and temperature checks."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

ONE_QUESTION = _("One question is before the room at a time.")

WORDS: dict[Code, Words] = {
    Code.OTHER_QUESTION: Words(
        _("Another question is before the room now; this page was for an earlier one."),
        _("What one answers counts for the question one has read, and for no other."),
        _("Go back to the room, read the question that is before it and answer that one."),
    ),
    Code.VOTE_OPEN: Words(
        _("A question is being voted."),
        ONE_QUESTION,
        _("Close the vote and declare its result, or withdraw the question."),
    ),
    Code.NO_VOTE: Words(_("No question is being voted."), ONE_QUESTION, RELOAD),
    Code.VOTE_CLOSED: Words(
        _("The vote has closed."),
        _("Votes count until the chair closes the vote, and not afterwards."),
        _("Once the result is declared you may explain your position."),
    ),
    Code.VOTE_NOT_CLOSED: Words(
        _("The vote is still open."), _("A result is declared after the close."), _("Close the vote first.")
    ),
    Code.UNKNOWN_VOTE: Words(_("There is no such vote."), ONE_QUESTION, RELOAD),
    Code.NOT_IN_ELECTORATE: Words(
        _("This person is not among those who may vote on this question."),
        _("Whoever had a vote and was in the room when the question was put may vote on it; nobody else."),
        _("You may take part in the next question; your turn on the floor stays open to you."),
    ),
    Code.ALREADY_VOTED: Words(
        _("This vote is already counted."),
        _("One vote for each person; only in a roll call may it be changed, before the close."),
        _("There is nothing left to do. You may explain your vote once the result is declared."),
    ),
    Code.BY_ONESELF: Words(
        _("Nobody casts a secret ballot for somebody else."),
        _("Whoever entered it would know it."),
        _("Lend the person a device with their own access, or put the question to a roll call."),
    ),
    Code.NO_HALL: Words(
        _("There are no hands to count in the hall."),
        _("Totals are counted in a show of hands, of those in the hall who have not voted one by one."),
        _("Enter single votes instead, or close the vote."),
    ),
    Code.HALL_EXCEEDED: Words(
        _("The totals come to %(given)s and only %(most)s people in the hall can raise their hand."),
        _("Nobody counts twice."),
        _("Count again."),
    ),
    Code.HALL_COUNTED: Words(
        _("The hands of the hall are being counted together."),
        _("Nobody counts twice: in the totals and one by one."),
        _("Raise your hand in the hall, or ask the scrutineers to count again."),
    ),
    Code.HALL_UNSETTLED: Words(
        _("Two scrutineers have not given the same totals for the hall."),
        _("The totals of the hall hold when two different people counted the same."),
        _("Let a second person count, or count again."),
    ),
    Code.ALREADY_COUNTED: Words(
        _("You have already given these totals."),
        _("Two different people count the hall."),
        _("Ask a second person to count."),
    ),
    Code.URN_DIFFERS: Words(
        _("The urn holds %(held)s answers and %(took_part)s people took part."),
        _("What is counted is what was cast, each person once."),
        _("Withdraw the question with the reason and put it again; tell whoever runs the server."),
    ),
    Code.VOTE_TOO_SHORT: Words(
        _("Not everybody here has voted, and the vote has been open too short a time: %(seconds)s seconds are left."),
        _("A vote stays open for some seconds, unless everybody who may vote and is in the room has."),
        _("Ask who has not voted yet, and close it then; or withdraw the question."),
    ),
    Code.FEW_BALLOTS: Words(
        _("Fewer than %(least)s ballots are in the urn."),
        _("A secret ballot is counted from a number on at which the count does not tell who chose what."),
        _("Wait for more ballots, or withdraw the question and put it to an open vote."),
    ),
    Code.DECLARED_OTHERWISE: Words(
        _("The declaration differs from the count and has no reason."),
        _("The result follows from the count and the rule; whoever declares something else says why, on the record."),
        _("Declare what the count says, or write the reason. Nothing is agreed by such a declaration."),
    ),
    Code.ALREADY_EXPLAINED: Words(
        _("You have already explained this vote."),
        _("One explanation for each person and vote, word for word."),
        _("If it holds a slip, ask the secretariat to note it."),
    ),
    Code.VOTING_NOW: Words(
        _("The vote is under way."),
        _("Votes are explained before the first one is given or once the result is declared; before a secret ballot "
          "nobody explains theirs."),
        _("Once the result is declared you may explain your vote."),
    ),
    Code.OWN_PROPOSAL: Words(
        _("You moved or sponsor what is voted on."),
        _("Whoever proposed something does not explain their vote on it: they gave their reasons with it."),
        _("Ask for the floor if something is to be added."),
    ),
    Code.TEMPERATURE_OPEN: Words(_("A temperature check is open."), ONE_QUESTION, _("Close it first.")),
    Code.NO_TEMPERATURE: Words(_("There is no such temperature check."), ONE_QUESTION, RELOAD),
    Code.ALREADY_ANSWERED: Words(
        _("This answer is already counted."), _("One answer for each person."), _("There is nothing left to do.")
    ),
}
