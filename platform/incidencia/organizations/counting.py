"""How organizations are counted when networks are among them. Standard library only.

The rule (A8): a network and its member never both count. Where both are present, the network counts and the member
does not; a member of a member likewise, also where the network between them is absent. Members whose network is
absent count each for itself. A circle of networks, which the platform refuses, counts once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Pairs = Iterable[tuple[int, int]]  # (network, member)


def networks_above(pairs: Pairs) -> Mapping[int, set[int]]:
    """Promise, for every member, the networks it belongs to, near and far."""
    direct: dict[int, set[int]] = defaultdict(set)
    for network, member in pairs:
        direct[member].add(network)
    return defaultdict(set, {member: _closure(member, direct) for member in direct})


def counted_once(present: Collection[int], pairs: Pairs) -> set[int]:
    """Promise those of `present` that count: nobody stands below another one that is present too."""
    above, here = networks_above(pairs), set(present)

    def yields(one: int) -> bool:
        stronger = (above.get(one, set()) & here) - {one}
        # In a circle each is above the other: the one registered first counts.
        return any(one not in above.get(network, set()) or network < one for network in stronger)

    return {one for one in here if not yields(one)}


def _closure(start: int, direct: Mapping[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = list(direct.get(start, ()))
    while waiting:
        network = waiting.pop()
        if network not in found:
            found.add(network)
            waiting.extend(direct.get(network, ()))
    return found
