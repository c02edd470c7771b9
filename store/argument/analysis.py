"""The argument of a briefing: what each recommendation rests on, its weakest claim, and the impact of rejecting claims.

A recommendation rests on the claims it names and on every claim given in support of those. A claim that comes up again
is not followed a second time, so that circles end. Its weakest claim is the weakest of all these; of equals, the one
nearest to the recommendation, and of those the first in its list.

A rejected claim falls, and so does a claim all of whose reasons have fallen. A claim without reasons stands until it is
rejected. What has reasons is unsupported if all of them have fallen, and weakened if some have. A claim whose rejection
alone takes all support from a recommendation or another claim is critical. Rejecting more claims never makes less fall,
the order does not matter, and circles support each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from store.argument.strength import strength_key, weakest_of
from store.argument.support_graph import SupportGraph
from store.model.briefing import Briefing
from store.model.records import Claim, Recommendation
from store.model.vocabulary import SupportStatus

MAX_REPEATED = 8  # repeated claims listed under one claim; if all claims support all, there are thousands
MAX_TRACE_DEPTH = 40  # steps of support that a trace follows; a deeper page cannot be read


class TraceNode(NamedTuple):
    """A claim in a trace, and the claims that support it.

    `is_repeat` marks a claim that was followed before, `is_cut` one whose reasons are deeper than a trace is followed.
    `more` counts the supporting claims that are not listed because there are too many repeated ones.
    """

    claim: Claim
    premises: tuple[TraceNode, ...]
    is_repeat: bool = False
    is_cut: bool = False
    more: int = 0


class CriticalClaim(NamedTuple):
    """A claim that alone supports these recommendations, and `dependent_count` records in all, other claims included."""

    claim: Claim
    recommendations: tuple[Recommendation, ...]
    dependent_count: int


@dataclass(frozen=True)
class Impact:
    """The impact of rejecting claims: `unsupported` and `weakened` are in the order of the briefing, without the rejected claims.

    `excluded` are the rejected claims that are only tried in a what-if.
    """

    rejected: frozenset[str] = frozenset()
    unsupported: tuple[Claim | Recommendation, ...] = ()
    weakened: tuple[Claim | Recommendation, ...] = ()
    excluded: frozenset[str] = frozenset()

    def status(self, record_id: str) -> SupportStatus:
        """Return whether a claim or recommendation stands, is weakened, falls, or was rejected itself."""
        return self._statuses.get(record_id, "stands")

    def is_lost(self, claim_id: str) -> bool:
        """Return True if this claim was rejected or falls."""
        return self.status(claim_id) in ("rejected", "falls")

    @cached_property
    def _statuses(self) -> dict[str, SupportStatus]:
        statuses: dict[str, SupportStatus] = dict.fromkeys(self.rejected, "rejected")
        statuses.update((record.id, "falls") for record in self.unsupported)
        statuses.update((record.id, "shaken") for record in self.weakened)
        return statuses


class ArgumentAnalysis:
    """The analysis of one briefing; what is costly is computed once, on first use."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing

    @cached_property
    def graph(self) -> SupportGraph:
        """Return the support graph."""
        return SupportGraph(self.briefing)

    def impact(self, rejected: Iterable[str], excluded: frozenset[str] = frozenset()) -> Impact:
        """Return the impact of rejecting these claims (ids), `excluded` being those of a what-if."""
        ids = frozenset(rejected) | excluded
        fallen, touched = self.graph.after_rejecting(ids)
        unsupported, weakened = (
            tuple(self.graph.records[record_id] for record_id in self.graph.in_order(group))
            for group in (touched & fallen - ids, touched - fallen)
        )
        return Impact(ids, unsupported, weakened, excluded)

    @cached_property
    def critical_claims(self) -> tuple[CriticalClaim, ...]:
        """Return the critical claims: those of most recommendations first, then those of most claims."""
        recommendations: dict[str, list[Recommendation]] = {}
        for recommendation in self.briefing.file.recommendations:
            for claim_id in self.graph.dominators(recommendation.id)[1:]:
                recommendations.setdefault(claim_id, []).append(recommendation)
        claims = (
            CriticalClaim(claim, tuple(recommendations.get(claim.id, ())), self.graph.dominated_count[claim.id])
            for claim in self.briefing.file.claims
        )
        critical = (claim for claim in claims if claim.dependent_count)
        return tuple(sorted(critical, key=lambda claim: (-len(claim.recommendations), -claim.dependent_count)))

    def critical_for(self, recommendation: Recommendation) -> tuple[Claim, ...]:
        """Return the critical claims of one recommendation, the nearest first."""
        return tuple(map(self.briefing.claim, self.graph.dominators(recommendation.id)[1:]))

    def weakest_claim(self, recommendation: Recommendation) -> Claim:
        """Return the weakest claim that `recommendation` rests on."""
        reasons = self.graph.reasons[recommendation.id]
        return weakest_of(self.briefing, map(self.briefing.claim, self.graph.supporting(*reasons)))

    @cached_property
    def weakest_claims(self) -> tuple[Claim, ...]:
        """Return the weakest claims of all recommendations, each once, the weakest first."""
        claims = {claim.id: claim for claim in map(self.weakest_claim, self.briefing.file.recommendations)}
        return tuple(sorted(claims.values(), key=lambda claim: strength_key(self.briefing, claim), reverse=True))

    def trace(self, recommendation: Recommendation) -> tuple[TraceNode, ...]:
        """Return what `recommendation` rests on, as trees: its reasons, the claims that support them, and so on."""
        seen: set[str] = set()
        return tuple(self._node(claim_id, seen, 1) for claim_id in self.graph.reasons[recommendation.id])

    def _node(self, claim_id: str, seen: set[str], depth: int) -> TraceNode:
        claim, reasons = self.briefing.claim(claim_id), self.graph.reasons[claim_id]
        if claim_id in seen:
            return TraceNode(claim, (), is_repeat=True)
        if depth > MAX_TRACE_DEPTH:
            return TraceNode(claim, (), is_cut=bool(reasons))
        seen.add(claim_id)
        premises: list[TraceNode] = []
        repeated = 0
        for reason in reasons:
            is_repeated = reason in seen or depth == MAX_TRACE_DEPTH
            repeated += is_repeated
            if not is_repeated or repeated <= MAX_REPEATED:
                premises.append(self._node(reason, seen, depth + 1))
        return TraceNode(claim, tuple(premises), more=max(0, repeated - MAX_REPEATED))
