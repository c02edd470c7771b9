"""All that the reader thinks of one briefing, and what follows from it: what they reject, what falls, and how well they foresaw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis, Impact
from store.errors import InvalidValueError
from store.model.note import Note
from store.model.opinion import Opinion, OpinionSet
from store.model.records import AnyRecord, Claim, Recommendation
from store.opinions.brier import ASSERTED, Score, score
from store.opinions.logs import OUTCOMES, ForecastLog, GradeLog, ResolutionLog, VerdictLog, parse_outcome, require_prediction


class Outcome(NamedTuple):
    """The outcome of a prediction, the reason, and whether it is the reader's; `open` if nobody gave one."""

    word: str
    because: str
    is_mine: bool


class Calibration(NamedTuple):
    """The Brier scores: of the article, of the reader, and of the article on what the reader foretold."""

    article: Score
    mine: Score
    article_there: Score


class OpinionAnalysis:
    """The reader's opinions beside `notes`, and what follows from them."""

    def __init__(self, argument: ArgumentAnalysis, notes: Notes) -> None:
        self._argument = argument
        self._briefing = argument.briefing
        self._notes = notes
        self.verdicts = VerdictLog(notes)
        self.grades = GradeLog(notes)
        self.estimates = ForecastLog(notes)
        self.resolutions = ResolutionLog(notes)
        self._impact: tuple[int, Impact] | None = None

    def impact(self, excluded: frozenset[str] = frozenset()) -> Impact:
        """Return the impact of the claims that the reader rejects, and of those `excluded` in a what-if."""
        if self._impact is None or (self._impact[0], self._impact[1].excluded) != (self._notes.version, excluded):
            rejected = [record_id for record_id in self.verdicts.rejected() if isinstance(self._briefing.records.get(record_id), Claim)]
            self._impact = (self._notes.version, self._argument.impact(rejected, excluded))
        return self._impact[1]

    def outcome(self, claim: Claim) -> Outcome:
        """Return the outcome of a prediction that counts: the reader's, else the reviewer's."""
        mine, forecast = self.resolutions.current(claim.id), claim.forecast
        if mine and mine.outcome != "open":
            return Outcome(mine.outcome, mine.evidence, True)
        return Outcome(forecast.outcome, forecast.outcome_because, False) if forecast else Outcome("open", "", False)

    def predicted_probability(self, claim: Claim) -> int | None:
        """Return the probability that the reader is scored by, in per cent: the last one before they resolved it."""
        mine, estimate = self.resolutions.current(claim.id), self.estimates.current(claim.id)
        if mine and mine.outcome != "open":
            return mine.foreseen
        return estimate.probability if estimate else None

    def predict(self, thing: AnyRecord, probability: int | None, outcome: str | None, evidence: str = "") -> list[Opinion]:
        """Keep a probability, then an outcome, as far as they are given, in one go; what was kept.

        Raises InvalidInputError for what is no prediction, InvalidValueError for evidence of no outcome, ReadOnlyError, WriteError.
        """
        claim = require_prediction(thing)
        if evidence and outcome is None:
            raise InvalidValueError(f"Evidence is of an outcome: say how {claim.id} came out, {', '.join(OUTCOMES[1:])}.")
        word = outcome and parse_outcome(outcome)
        with self.transaction():
            kept: list[Opinion] = [self.estimates.give(claim, probability)] if probability is not None else []
            if word:
                kept.append(self.resolutions.give(claim, word, evidence, self.predicted_probability(claim)))
        return kept

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Save all opinions given or withdrawn inside in one line of the journal, or none; raise ReadOnlyError or WriteError."""
        self._notes.require_writable()
        with self._notes.journal.transaction():
            yield

    def calibration(self) -> Calibration:
        """Return the scores so far."""
        came = [(claim, self.outcome(claim).word) for claim in self._briefing.file.claims if claim.forecast]
        mine = [(known, word) for claim, word in came if (known := self.predicted_probability(claim)) is not None]
        return Calibration(score((ASSERTED, word) for _, word in came), score(mine), score((ASSERTED, word) for _, word in mine))

    def filter_terms(self, thing: AnyRecord | Note, impact: Impact) -> tuple[str, ...]:
        """Return the words by which a filter finds a thing for what the reader thinks of it."""
        verdict = self.verdicts.current(thing.id)
        found: list[str] = [verdict.agreement] if verdict else []
        found += ["graded"] if self.grades.current(thing.id) else []
        found += ["estimated"] if self.estimates.current(thing.id) else []
        resolution = self.resolutions.current(thing.id)
        found += ["resolved"] if resolution and resolution.outcome != "open" else []
        standing = impact.status(thing.id)
        return (*found, standing) if isinstance(thing, Recommendation) or standing != "stands" else tuple(found)

    def add(self, brought: OpinionSet) -> int:
        """Add what an import brings and is new here, in one transaction; how much that was. What is current stays current."""
        with self.transaction():
            return (
                self.verdicts.merge(brought.verdicts)
                + self.grades.merge(brought.grades)
                + self.estimates.merge(brought.estimates)
                + self.resolutions.merge(brought.resolutions)
            )
