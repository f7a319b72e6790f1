"""How a question may be put under the rules of the session: by what method, with what majority, after what."""

from sessions.core import majorities
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.ruleset import Rules
from sessions.core.terms import Base, Majority, Method, Sought


def refuse_method(rules: Rules, method: Method) -> None:
    """Raise Refused(METHOD_NOT_ALLOWED) unless the rules know this way of voting (GA rules 87, 92)."""
    refuse_if(method not in rules.methods, Code.METHOD_NOT_ALLOWED, method=method, methods=" ".join(rules.methods))


def majority_of(
    rules: Rules, majority: Majority | None, base: Base | None, *, whole: bool = False
) -> majorities.Rule:
    """Promise the majority and base a question is put with: those of the rules, or what asks for more.

    `whole`: the question is a text as a whole. Raises Refused(CONSENSUS_ONLY | MAJORITY_TOO_LOW).
    """
    least = majorities.least(rules, whole=whole)
    if least is None or majority is Majority.CONSENSUS:
        raise Refused(Code.CONSENSUS_ONLY)
    asked = (majority or least[0], base or least[1])
    low = not majorities.asks_enough(*asked, least) and not rules.chair_lowers
    refuse_if(low, Code.MAJORITY_TOO_LOW, majority=least[0], base=majorities.counted_of(*least))
    return asked[0], majorities.counted_of(*asked)


def consensus(rules: Rules, sought: Sought, note: str) -> tuple[Sought, str]:
    """What is told of the search for consensus. Raises Refused(CONSENSUS_UNTOLD | REASON_NEEDED | TOO_LONG)."""
    refuse_if(rules.consensus_first and sought is Sought.UNTOLD, Code.CONSENSUS_UNTOLD)
    if sought is Sought.UNTOLD:
        return sought, ""
    return sought, limits.reason(note) if sought is Sought.NOT_SOUGHT else limits.optional(note)
