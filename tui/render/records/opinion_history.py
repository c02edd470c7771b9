"""The history of opinions: verdicts, grades, forecasts and resolutions in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.model.opinion import Forecast, Opinion, ReaderGrade, Resolution, Verdict
from store.opinions.analysis import OpinionAnalysis
from store.text.instant import instant_of
from tui.render.text.blocks import Block, Span, text_block

_DAY = 10


class OpinionChange(NamedTuple):
    """An opinion, and the one of the same kind before it."""

    before: Opinion | None
    after: Opinion


def opinion_changes(judgement: OpinionAnalysis, target: str) -> list[OpinionChange]:
    """Every opinion on a target, the first one first."""
    ledgers = (judgement.verdicts, judgement.grades, judgement.estimates, judgement.resolutions)
    histories: list[Sequence[Opinion]] = [ledger.history(target) for ledger in ledgers]
    found = [OpinionChange(before, after) for history in histories for before, after in pairwise((None, *history)) if after]
    return sorted(found, key=lambda change: instant_of(change.after.at))


def history_blocks(found: Sequence[OpinionChange]) -> Iterator[Block]:
    """Return the same as sentences, the last one first."""
    for change in reversed(found):
        yield text_block(describe_change(change), label=Span("·", "mine"), hang=2)


def describe_change(change: OpinionChange) -> str:
    """Return `changed my mind on 2026-11-25: from agree to disagree, because …`."""
    day = change.after.at[:_DAY]
    now, more = _word(change.after), _more(change.after)
    if change.before is None or isinstance(change.after, Resolution):
        return f"{_FIRST[type(change.after)]} on {day}: {now}{more}"
    before = _word(change.before)
    if before == now:
        return f"thought again on {day}: still {now}{more}"
    return f"{_CHANGED[type(change.after)]} on {day}: from {before} to {now}{more}"


_FIRST: dict[type[Opinion], str] = {
    Verdict: "my verdict",
    ReaderGrade: "my grade",
    Forecast: "my probability",
    Resolution: "how it came out, as I saw it",
}
_CHANGED: dict[type[Opinion], str] = {
    Verdict: "changed my mind",
    ReaderGrade: "changed my grade",
    Forecast: "changed my probability",
}


def _word(opinion: Opinion) -> str:
    match opinion:
        case Verdict(agreement=word) | ReaderGrade(grade=word) | Resolution(outcome=word):
            return word
        case Forecast(probability=probability):
            return f"{probability} %"
        case _:
            return ""


def _more(opinion: Opinion) -> str:
    """Return the confidence and the reason."""
    match opinion:
        case Verdict(because=why, confidence=confidence):
            sure = f", {confidence} % sure" if confidence is not None else ""
            return f"{sure}{f', because {why}' if why else ''}"
        case ReaderGrade(because=why):
            return f", because {why}" if why else ""
        case Resolution(evidence=why):
            return f": {why}" if why else ""
        case _:
            return ""
