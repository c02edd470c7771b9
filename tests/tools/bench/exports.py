"""Each export of a large briefing with notes and verdicts, beside the json.dumps of the same values."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from store.export import FORMATS, exporter
from store.model.attachments import Assessment, Prediction
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import OpinionSet, Verdict
from store.model.records import BriefingFile, Claim, Relation
from tests.tools.bench import Row
from tests.tools.bench.library import ACTORS, briefing, now

_TIME = now().isoformat(timespec="seconds")


def rows(size: int, times: int) -> Iterator[Row]:
    """For each format the median export; a new Briefing each time, whose links nobody has followed yet."""
    file = full(size)
    notes = tuple(Note(id=f"n-{at:06}", target=one.id, body=f"A thought, {at}.", created=_TIME, modified=_TIME) for at, one in _some(file))
    verdicts = tuple(Verdict(target=one.id, agreement="disagree", at=_TIME, number=1, because="No tolls.") for _, one in _some(file))
    values = msgspec.to_builtins((file, notes, verdicts))
    for name in FORMATS:
        write = exporter(name)
        floor = _median(lambda: json.dumps(values), times)
        ours = _median(lambda write=write: write(Briefing(file), notes, OpinionSet(verdicts=verdicts)), times)  # type: ignore[misc]
        yield Row(f"export {name}, {size:,} claims", ours, floor, "json.dumps of all", 0.0)


def full(size: int) -> BriefingFile:
    """Return a briefing in which every tenth claim is a prediction and every fifth is assessed, with as many relations as claims."""
    plain = briefing(size)
    return replace(plain, claims=tuple(map(_told, plain.claims, range(size))), relations=tuple(map(_relation, range(size))))


def _some(file: BriefingFile) -> Iterator[tuple[int, Claim]]:
    return ((at, one) for at, one in enumerate(file.claims) if at % 10 == 0)


def _told(claim: Claim, at: int) -> Claim:
    forecast = Prediction(horizon="Ten years.", test="Count the tolls.", due="2026") if at % 10 == 3 else None
    assessment = Assessment(caveat="Not all of them do.", sure="likely", source="A ledger.") if at % 5 == 0 else None
    return replace(claim, kind="prediction" if forecast else claim.kind, forecast=forecast, assessment=assessment)


def _relation(at: int) -> Relation:
    ends = (f"actor-{at % ACTORS:02}", f"actor-{(at * 7 + 1) % ACTORS:02}")
    return Relation(id=f"l{at:06}", subject=ends[0], kind="supplies", object=ends[1], text=f"It sells bridge {at}.", paragraphs=(1,))


def _median(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000
