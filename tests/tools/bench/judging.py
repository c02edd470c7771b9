"""What a recommendation rests on and what falls with a claim, in briefings of many claims: in a frame, so that a key shows it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from store.argument.analysis import ArgumentAnalysis
from store.argument.strength import is_uncontested
from store.model.briefing import Briefing
from tests.tools.bench import Row
from tests.tools.bench.library import briefing

FRAME_MS = 16.0


def rows(size: int, times: int) -> Iterator[Row]:
    """With `size` claims: in short runs, and all of them below one recommendation, as a tree and as one chain."""
    for shape, serves in (("runs", None), ("a tree", lambda number: number // 2), ("a chain", lambda number: number - 1)):
        book = _shaped(size, serves)
        argument, fresh = ArgumentAnalysis(book), ArgumentAnalysis(book)
        advice, last = book.file.recommendations[0], book.file.claims[-1].id
        yield _row(f"trace, {size:,} in {shape}", partial(argument.trace, advice), times)
        yield _row(f"weakest link, {size:,} in {shape}", partial(argument.weakest_claim, advice), times)
        yield _row(f"what falls, {size:,} in {shape}", partial(argument.impact, (last,)), times)
        yield _row(f"what is uncontested, {size:,} in {shape}", partial(_uncontested, book), times)
        yield Row(f"linchpins, in a thread, {size:,} in {shape}", _once(partial(getattr, fresh, "critical_claims")), 0, "", 0)


def _uncontested(book: Briefing) -> int:
    return sum(is_uncontested(book, claim, False) for claim in book.file.claims)


def _shaped(size: int, serves: Callable[[int], int] | None) -> Briefing:
    """Each claim but the first serves the one of that number; without `serves`, runs of some claims as they come."""
    file = briefing(size)
    if serves is None:
        return Briefing(file)
    first = file.claims[0].id
    claims = tuple(replace(claim, supports=(f"c{serves(at):06}",) if at > 1 else ()) for at, claim in enumerate(file.claims, 1))
    return Briefing(replace(file, claims=claims, recommendations=tuple(replace(one, because=(first,)) for one in file.recommendations)))


def _row(what: str, work: Callable[[], object], times: int) -> Row:
    """Return the median, measured after the caches of the briefing were filled."""
    work()
    return Row(what, statistics.median(_once(work) for _ in range(times)), 0, "", FRAME_MS)


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
