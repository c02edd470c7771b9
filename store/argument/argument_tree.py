"""The argument as a tree: under every claim what supports it and what opposes it, made no further than it is unfolded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.model.briefing import Briefing
from store.model.records import Claim

SUPPORTS, OPPOSES = "+", "−"


class TreeNode(NamedTuple):
    """A claim at one place of the tree: under `parent`, whom it supports or opposes by its `sign`; a root has neither.

    One that stands above itself already is there `again`, and not followed, so that circles end.
    """

    id: str
    claim: Claim
    sign: str = ""
    depth: int = 0
    parent: str = ""
    is_repeat: bool = False

    @property
    def thing(self) -> Claim:
        """The record that it shows."""
        return self.claim


class ArgumentTree:
    """The tree of one briefing, and which of its twigs are unfolded."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._twigs: dict[str, TreeNode] = {}
        self._below: dict[str, tuple[TreeNode, ...]] = {}
        self._open: set[str] = set()
        self.roots = tuple(self._twig(claim) for claim in _roots(briefing))

    def reasons(self, claim: str) -> tuple[tuple[str, Claim], ...]:
        """Return the supporting claims, then the opposing ones, each once and with its sign."""
        supporters, opponents = self._briefing.supporters(claim), self._briefing.opponents(claim)
        return tuple(dict.fromkeys([*((SUPPORTS, reason) for reason in supporters), *((OPPOSES, reason) for reason in opponents)]))

    def children(self, twig: TreeNode) -> int:
        """Return the number of children of a node, which are hidden while it is folded."""
        return 0 if twig.is_repeat else len(self.reasons(twig.claim.id))

    def is_open(self, twig: TreeNode) -> bool:
        """Return True if the node is unfolded."""
        return twig.id in self._open

    def unfold(self, twig: TreeNode) -> bool:
        """Show the children of a node; return True if that changes anything."""
        if self.is_open(twig) or not self.children(twig):
            return False
        self._open.add(twig.id)
        return True

    def fold(self, twig: TreeNode) -> bool:
        """Hides what is below it, which stays as it was until it is unfolded again; whether that changes anything."""
        was_open = self.is_open(twig)
        self._open.discard(twig.id)
        return was_open

    def rows(self) -> list[TreeNode]:
        """Return the visible nodes, from top to bottom."""
        found: list[TreeNode] = []
        waiting, path = list(reversed(self.roots)), _AncestorPath()
        while waiting:
            twig = waiting.pop()
            found.append(twig)
            if twig.id in self._open:
                path.step(twig)
                waiting += reversed(self._twigs_of(twig, path.claims))
        return found

    def reveal(self, claim: str) -> TreeNode:
        """Unfolds the shortest way from a root to the claim, unless it is in sight; its twig."""
        seen = next((twig for twig in self.rows() if twig.claim.id == claim and not twig.is_repeat), None)
        if seen:
            return seen
        root, *steps = self._shortest(claim)
        twig = next(twig for twig in self.roots if twig.claim.id == root)
        above = {root}
        for step in steps:
            self._open.add(twig.id)
            twig = next(below for below in self._twigs_of(twig, above) if below.claim.id == step)
            above.add(step)
        return twig

    def _twigs_of(self, twig: TreeNode, above: set[str]) -> tuple[TreeNode, ...]:
        """Return the children of a node, created on first use; `above` are the claims on the path to it, its own included."""
        if twig.id not in self._below:
            reasons = self.reasons(twig.claim.id)
            self._below[twig.id] = tuple(self._twig(claim, sign, twig, claim.id in above) for sign, claim in reasons)
        return self._below[twig.id]

    def _twig(self, claim: Claim, sign: str = "", parent: TreeNode | None = None, again: bool = False) -> TreeNode:
        # A blank is in no id of a record, and a number is shorter than the way, which may be as long as the briefing.
        identity = f"twig {len(self._twigs)}"
        twig = TreeNode(identity, claim, sign, parent.depth + 1 if parent else 0, parent.id if parent else "", again)
        self._twigs[identity] = twig
        return twig

    def _shortest(self, claim: str) -> Sequence[str]:
        """Return the claims on the shortest path from a root to this claim."""
        roots = {twig.claim.id for twig in self.roots}
        came_from, waiting = {claim: ""}, deque([claim])
        while waiting and waiting[0] not in roots:
            here = self._briefing.claim(waiting.popleft())
            for target in (*here.supports, *here.opposes):
                if target not in came_from:
                    came_from[target] = here.id
                    waiting.append(target)
        way = [waiting[0]]
        while came_from[way[-1]]:
            way.append(came_from[way[-1]])
        return way


class _AncestorPath:
    """The claims from a root down to a twig, while a walk goes through the tree."""

    def __init__(self) -> None:
        self._way: list[str] = []
        self.claims: set[str] = set()

    def step(self, twig: TreeNode) -> None:
        """To this twig: leaves what lies as deep or deeper."""
        while len(self._way) > twig.depth:
            self.claims.discard(self._way.pop())
        self._way.append(twig.claim.id)
        self.claims.add(twig.claim.id)


def _roots(briefing: Briefing) -> list[Claim]:
    """Return the fewest claims above all others: those that support none, and one of every circle that supports none outside.

    Of claims in any order, `_heads` keeps those that are below none before them; done again from the last to the first,
    it drops those below one after them, too.
    """
    below: dict[str, list[Claim]] = {}
    for claim in briefing.file.claims:
        for target in (*claim.supports, *claim.opposes):
            below.setdefault(target, []).append(claim)
    heads = list(_heads(briefing.file.claims, below))
    return list(reversed(list(_heads(reversed(heads), below))))


def _heads(claims: Iterable[Claim], below: dict[str, list[Claim]]) -> Iterator[Claim]:
    seen: set[str] = set()
    for head in claims:
        if head.id in seen:
            continue
        yield head
        seen.add(head.id)
        waiting = [head]
        while waiting:
            for claim in below.get(waiting.pop().id, ()):
                if claim.id not in seen:
                    seen.add(claim.id)
                    waiting.append(claim)
