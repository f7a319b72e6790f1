"""The rules of a session: versioned with the consultation, published, carried in the log (G25)."""

from dataclasses import dataclass

from sessions.core.terms import Balance, Base, Majority, Method, Points, QuorumBase, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Every number a room decides by. Times are whole seconds unless the name says otherwise.

    `ratify_days`, `review_days`, `papers_days` and `answer_days` are business days, `proposal_days` and `chat_days`
    days of the calendar. `questions_waiting`: of one person, that the desk has not looked at.

    Version 2 brought votes: the majority and base a question is put with unless the chair says otherwise, what a
    tie decides, and the least number of people a breakdown by side may tell of. Since version 3 the chair may ask for
    more than `majority` of `base`, never for less (`majorities.py`); rules published before say otherwise, and hold.

    `edition` is the number under which a process published these rules; 0: they are the session's own.
    `quorum_least` is a number of voting members below which there is no quorum, whatever the share says.
    `statement_hours`: how long after closing a written statement is taken, and the text of a position that was
    announced before. `observers_submit`: whether observers hand statements in.

    `budgets`: the chair may set speaking time by side and item. `replies`: rights of reply of one person in one item.
    `motion_for`, `motion_against`: how many speak on a procedural motion before it is decided.

    `off_record`: whether the chair may go off the record. `reserve_years`: how far ahead a reserve may end;
    `confirm_days`: business days in which the Transparency Committee has to confirm it (A9).
    `silence_hours`: how long at least a text is under silence after the session; never less than a day.
    `amendment_minutes`: how long after a text was presented amendments to it are taken; 0: until it is decided.
    `provisional_votes`: whether somebody whose letter has not come votes.

    `majority_whole`: what a text as a whole needs, if that is more than `majority`. `methods`: how a question may be
    voted; `method`: how, unless the chair chooses. `points`: who raises points of order. `consensus_first`: whoever
    puts a question to the vote says whether consensus was sought. `quorum_base`: of whom the share of the quorum is.
    `quorum_to_decide`: the share it takes to decide, where that is more than to open.

    `second_seconds`: a second turn of one person on an item; `adviser_seconds`, `observer_seconds`, `expert_seconds`:
    a turn of theirs; 0: as everybody's, `speech_seconds`. `list_seconds`: how long before it closes the list is
    announced to close. `vote_seconds`: how long a vote stays open at least while somebody who may vote and is in the
    room has not.
    """

    version: str = "3"
    quorum_over_percent: int = 50
    speech_seconds: int = 180
    objection_seconds: int = 90
    cut_off_percent: int = 20
    late_objection_hours: int = 0
    undo_seconds: int = 15
    seal_seconds: int = 900
    balance: Balance = Balance.BALANCED
    frozen: int = 3
    overtakes: int = 2
    observers_speak: bool = False
    chair_instructs: bool = True
    ratify_days: int = 10
    review_days: int = 5
    papers_days: int = 5
    proposal_days: int = 10
    alternates_vote: bool = False
    majority: Majority = Majority.SIMPLE
    base: Base = Base.CAST
    tie: Tie = Tie.NOT_CARRIED
    least_cell: int = 5
    questions_waiting: int = 3
    answer_days: int = 10
    statement_hours: int = 2
    quorum_least: int = 0
    edition: int = 0
    budgets: bool = False
    reply_seconds: int = 120
    replies: int = 2
    motion_for: int = 0
    motion_against: int = 2
    motion_seconds: int = 120
    off_record: bool = True
    reserve_years: int = 5
    confirm_days: int = 10
    provisional_votes: bool = False
    observers_submit: bool = False
    chat_days: int = 7
    silence_hours: int = 24
    majority_whole: Majority = Majority.SIMPLE
    methods: tuple[Method, ...] = (Method.SHOW, Method.ROLL_CALL, Method.SECRET)
    method: Method = Method.SHOW
    points: Points = Points.VOICE
    consensus_first: bool = False
    quorum_base: QuorumBase = QuorumBase.ACCREDITED
    quorum_to_decide: int = 0
    amendment_minutes: int = 0
    second_seconds: int = 0
    adviser_seconds: int = 0
    observer_seconds: int = 0
    expert_seconds: int = 0
    list_seconds: int = 0
    vote_seconds: int = 30

    @property
    def chair_lowers(self) -> bool:
        """Whether they were published when the chair could still ask for a lower majority than they name."""
        return self.version in ("1", "2")

    def required(self, entitled: int, admitted: int | None = None, *, deciding: bool = False) -> int:
        """The voting members needed: more than the share, at least the number, never more than all, at least one.

        `entitled` are all accredited with a vote, `admitted` those of them who were let in (None: all of them).
        `deciding`: to decide, not only to open.
        """
        of = entitled if admitted is None or self.quorum_base is QuorumBase.ACCREDITED else min(admitted, entitled)
        percent = max(self.quorum_over_percent, self.quorum_to_decide if deciding else 0)
        share = min(of, of * percent // 100 + 1)
        return max(1, share, min(entitled, self.quorum_least))
