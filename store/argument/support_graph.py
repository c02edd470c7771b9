"""The support graph of a briefing: which claims are reasons for which claims and recommendations.

A claim dominates another record if every chain of reasons from the record leads through it, so that the record falls
with the claim alone. The dominators are computed as in Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"
(2001), on the graph of reasons.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import cached_property

from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation

Ids = tuple[str, ...]
DominatorTree = dict[str, str | None]


class SupportGraph:
    """The claims and recommendations by id, with their `reasons` and, in the other direction, their `dependents`."""

    def __init__(self, briefing: Briefing) -> None:
        records: tuple[Claim | Recommendation, ...] = (*briefing.file.claims, *briefing.file.recommendations)
        self.records = {record.id: record for record in records}
        self.reasons: dict[str, Ids] = {}
        dependents: dict[str, list[str]] = {claim.id: [] for claim in briefing.file.claims}
        supporters: dict[str, list[str]] = {}
        for claim in briefing.file.claims:
            dependents[claim.id] += dict.fromkeys(claim.supports)
            for target in dependents[claim.id]:
                supporters.setdefault(target, []).append(claim.id)
        for claim in briefing.file.claims:
            self.reasons[claim.id] = tuple(supporters.get(claim.id, ()))
        for recommendation in briefing.file.recommendations:
            self.reasons[recommendation.id] = tuple(dict.fromkeys(recommendation.because))
            for reason in self.reasons[recommendation.id]:
                dependents[reason].append(recommendation.id)
        self.dependents: dict[str, Ids] = {record_id: tuple(ids) for record_id, ids in dependents.items()}
        self._reason_counts = {record_id: len(ids) for record_id, ids in self.reasons.items()}
        self._positions = {record_id: position for position, record_id in enumerate(self.reasons)}

    def supporting(self, *start: str) -> Iterator[str]:
        """Yield `start` and every claim that supports it directly or indirectly, in breadth-first order, each once."""
        queue, seen = deque(start), set(start)
        while queue:
            yield (record_id := queue.popleft())
            for reason in self.reasons[record_id]:
                if reason not in seen:
                    seen.add(reason)
                    queue.append(reason)

    def after_rejecting(self, rejected: Iterable[str]) -> tuple[set[str], set[str]]:
        """Return the ids of what falls with the `rejected` claims, these included, and of everything that loses a reason."""
        fallen = set(rejected)
        queue, lost = list(fallen), dict[str, int]()
        while queue:
            for record_id in self.dependents.get(queue.pop(), ()):
                lost[record_id] = count = lost.get(record_id, 0) + 1
                if count == self._reason_counts[record_id] and record_id not in fallen:
                    fallen.add(record_id)
                    queue.append(record_id)
        return fallen, set(lost)

    def in_order(self, record_ids: Iterable[str]) -> list[str]:
        """Return the ids in the order of the briefing."""
        return sorted(record_ids, key=self._positions.__getitem__)

    def dominators(self, start: str) -> Ids:
        """Return the ids of the claims whose rejection alone makes `start` fall, the nearest first, beginning with itself."""
        return tuple(_dominators(self._immediate_dominators, start))

    @cached_property
    def dominated_count(self) -> Counter[str]:
        """Return for each claim how many other records fall if it alone is rejected."""
        after = dict(self._immediate_dominators)
        waits = Counter(following for following in after.values() if following is not None)
        size, ready = Counter(dict.fromkeys(after, 1)), [record_id for record_id in after if not waits[record_id]]
        for record_id in ready:
            following = after.pop(record_id)
            if following is not None:
                size[following] += size[record_id]
                waits[following] -= 1
                ready += [] if waits[following] else [following]
        while after:  # the rest are circles, which fall together
            circle, here = [], next(iter(after))
            while here in after:
                circle.append(here)
                here = after.pop(here) or ""
            size |= dict.fromkeys(circle, sum(size[one] for one in circle))
        return Counter({record_id: size[record_id] - 1 for record_id in size})

    @cached_property
    def _immediate_dominators(self) -> DominatorTree:
        """Return the immediate dominator of each record, None if it has none.

        Start from the single reasons, and iterate over the records with several until nothing changes; in postorder, this
        takes one pass more than circles are nested.
        """
        after: DominatorTree = {record_id: reasons[0] if len(reasons) == 1 else None for record_id, reasons in self.reasons.items()}
        forks = [record_id for record_id in self._postorder() if len(self.reasons[record_id]) > 1]
        is_new = True
        while is_new:
            is_new = False
            for fork in forks:
                meeting = _common_dominator_of(after, self.reasons[fork])
                before = after[fork]
                if meeting is not None and meeting != before and (before is None or meeting not in _dominators(after, before)):
                    after[fork], is_new = meeting, True
        return after

    def _postorder(self) -> Iterator[str]:
        """Yield every record after its reasons, as far as circles allow."""
        seen: set[str] = set()
        for start in self.reasons:
            queue = [(start, iter(self.reasons[start]))] if start not in seen else []
            seen.add(start)
            while queue:
                _, reasons = queue[-1]
                reason = next((reason for reason in reasons if reason not in seen), None)
                if reason is None:
                    yield queue.pop()[0]
                else:
                    seen.add(reason)
                    queue.append((reason, iter(self.reasons[reason])))


def _dominators(after: DominatorTree, start: str) -> dict[str, None]:
    """Return the dominators of `start`, itself first."""
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
    """Return the nearest common dominator, or None; following both chains in turn costs no more than the steps up to it."""
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
