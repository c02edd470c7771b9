"""What holds up what, looked up once for each briefing: the reasons of everything, what rests on it, and what cannot be avoided.

`unavoidable` answers what would fall with a single claim, for all claims at once, without trying one after the other. What
stands can be followed from reason to reason to a claim that needs none, or round in a circle for ever. A claim that every
such walk meets is one that takes everything with it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation

Ids = tuple[str, ...]
DominatorTree = dict[str, str | None]


class SupportGraph:
    """The claims and recommendations of a briefing by their ids; `reasons` and `resting` are each other turned round."""

    def __init__(self, briefing: Briefing) -> None:
        things: tuple[Claim | Recommendation, ...] = (*briefing.file.claims, *briefing.file.recommendations)
        self.things = {thing.id: thing for thing in things}
        self.reasons: dict[str, Ids] = {}
        resting: dict[str, list[str]] = {claim.id: [] for claim in briefing.file.claims}
        supporters: dict[str, list[str]] = {}
        for claim in briefing.file.claims:
            resting[claim.id] += dict.fromkeys(claim.supports)
            for target in resting[claim.id]:
                supporters.setdefault(target, []).append(claim.id)
        for claim in briefing.file.claims:
            self.reasons[claim.id] = tuple(supporters.get(claim.id, ()))
        for advice in briefing.file.recommendations:
            self.reasons[advice.id] = tuple(dict.fromkeys(advice.because))
            for reason in self.reasons[advice.id]:
                resting[reason].append(advice.id)
        self.resting: dict[str, Ids] = {identity: tuple(found) for identity, found in resting.items()}
        self._needs = {identity: len(found) for identity, found in self.reasons.items()}
        self._places = {identity: number for number, identity in enumerate(self.reasons)}

    def supporting(self, *start: str) -> Iterator[str]:
        """`start` and everything that is given in support of it, the nearest first, each once."""
        waiting, seen = deque(start), set(start)
        while waiting:
            yield (identity := waiting.popleft())
            for reason in self.reasons[identity]:
                if reason not in seen:
                    seen.add(reason)
                    waiting.append(reason)

    def after_rejecting(self, rejected: Iterable[str]) -> tuple[set[str], set[str]]:
        """What has fallen with the `rejected`, these included; and everything that lost a reason."""
        fallen = set(rejected)
        waiting, lost = list(fallen), dict[str, int]()
        while waiting:
            for identity in self.resting.get(waiting.pop(), ()):
                lost[identity] = count = lost.get(identity, 0) + 1
                if count == self._needs[identity] and identity not in fallen:
                    fallen.add(identity)
                    waiting.append(identity)
        return fallen, set(lost)

    def in_order(self, identities: Iterable[str]) -> list[str]:
        """In the order of the briefing."""
        return sorted(identities, key=self._places.__getitem__)

    def dominators(self, start: str) -> Ids:
        """The claims whose rejection alone makes `start` fall, beginning with itself."""
        return tuple(_dominators(self._immediate_dominators, start))

    @cached_property
    def dominated_count(self) -> Counter[str]:
        """How many others would fall with each claim alone."""
        after = dict(self._immediate_dominators)
        waits = Counter(following for following in after.values() if following is not None)
        size, ready = Counter(dict.fromkeys(after, 1)), [identity for identity in after if not waits[identity]]
        for identity in ready:
            following = after.pop(identity)
            if following is not None:
                size[following] += size[identity]
                waits[following] -= 1
                ready += [] if waits[following] else [following]
        while after:  # what is left goes round, and falls together
            circle, here = [], next(iter(after))
            while here in after:
                circle.append(here)
                here = after.pop(here) or ""
            size |= dict.fromkeys(circle, sum(size[one] for one in circle))
        return Counter({identity: size[identity] - 1 for identity in size})

    @cached_property
    def _immediate_dominators(self) -> DominatorTree:
        """Where every walk from here meets first, or None: the one reason, or the meeting of the ways that the reasons go.

        It begins with what is sure, and goes over the forks until nothing more is found; as reasons come before what rests
        on them, that takes one round more than circles are nested.
        """
        after: DominatorTree = {identity: reasons[0] if len(reasons) == 1 else None for identity, reasons in self.reasons.items()}
        forks = [identity for identity in self._reasons_first() if len(self.reasons[identity]) > 1]
        is_new = True
        while is_new:
            is_new = False
            for fork in forks:
                meeting = _common_dominator_of(after, self.reasons[fork])
                before = after[fork]
                if meeting is not None and meeting != before and (before is None or meeting not in _dominators(after, before)):
                    after[fork], is_new = meeting, True
        return after

    def _reasons_first(self) -> Iterator[str]:
        """Everything, each after its reasons, as far as circles allow."""
        seen: set[str] = set()
        for start in self.reasons:
            waiting = [(start, iter(self.reasons[start]))] if start not in seen else []
            seen.add(start)
            while waiting:
                _, reasons = waiting[-1]
                reason = next((reason for reason in reasons if reason not in seen), None)
                if reason is None:
                    yield waiting.pop()[0]
                else:
                    seen.add(reason)
                    waiting.append((reason, iter(self.reasons[reason])))


def _dominators(after: DominatorTree, start: str) -> dict[str, None]:
    """The claims that every walk from `start` meets, itself the first."""
    found: dict[str, None] = {}
    here: str | None = start
    while here is not None and here not in found:
        found[here] = None
        here = after[here]
    return found


def _common_dominator_of(after: DominatorTree, starts: Ids) -> str | None:
    meeting: str | None = starts[0]
    for start in starts[1:]:
        if meeting is None:
            return None
        meeting = _common_dominator(after, meeting, start)
    return meeting


def _common_dominator(after: DominatorTree, one: str, other: str) -> str | None:
    """The first claim that is on both ways; both are followed in turn, so that it costs no more than they are long until there."""
    here: list[str | None] = [one, other]
    passed: tuple[set[str], set[str]] = (set(), set())
    while here != [None, None]:
        for side in (0, 1):
            claim = here[side]
            if claim is None:
                continue
            if claim in passed[1 - side]:
                return claim
            passed[side].add(claim)
            following = after[claim]
            here[side] = None if following in passed[side] else following
    return None


@lru_cache(maxsize=2)  # a briefing does not change
def support_graph(briefing: Briefing) -> SupportGraph:
    """The support of this briefing, worked out when it is first asked for."""
    return SupportGraph(briefing)
