"""All that the reader thinks of one briefing, and what follows from it: what they reject, what falls, and how well they foresaw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from store.annotations.notes import Notes
from store.argument.strength import Fallen, falls
from store.errors import BadWord, ReadOnly
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import Judged, Opinion
from store.model.records import Claim, Recommendation, Thing
from store.model.vocabulary import Standing
from store.opinions.brier import ASSERTED, Score, score
from store.opinions.logs import OUTCOMES, Estimates, Grades, Resolutions, Verdicts, outcome_named, prediction

_NOTHING_FALLS = Fallen((), ())


class Outcome(NamedTuple):
    """How a prediction came out, why, and whether it was the reader who said so; `open` where nobody did."""

    word: str
    because: str
    is_mine: bool


class Foresight(NamedTuple):
    """The Brier scores: of the article, of the reader, and of the article on what the reader foretold."""

    article: Score
    mine: Score
    article_there: Score


class Judgement:
    """The reader's judgements beside `notes`. `tried` are claims that they do without for a while; nothing of that is kept."""

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        self._briefing = briefing
        self._notes = notes
        self.verdicts = Verdicts(notes)
        self.grades = Grades(notes)
        self.estimates = Estimates(notes)
        self.resolutions = Resolutions(notes)
        self.tried: frozenset[str] = frozenset()
        self._known: tuple[tuple[int, frozenset[str]], frozenset[str], Fallen, dict[str, Standing]] | None = None

    @property
    def version(self) -> tuple[int, frozenset[str]]:
        """Changes when anything here does."""
        return self._notes.version, self.tried

    def rejected(self) -> frozenset[str]:
        """The claims that the reader disagrees with or is trying to do without."""
        return self._weighed()[1]

    def fallen(self) -> Fallen:
        """What loses its support with them."""
        return self._weighed()[2]

    def standing(self, thing: Thing | Note) -> Standing:
        """Whether a claim or recommendation stands, has lost some of its support, or all of it; or was rejected itself."""
        return self._weighed()[3].get(thing.id, "stands")

    def is_gone(self, claim: str) -> bool:
        """Whether this claim was rejected, or has fallen."""
        return self._weighed()[3].get(claim) in ("rejected", "falls")

    def outcome(self, claim: Claim) -> Outcome:
        """The outcome of a prediction that counts: the reader's, else the reviewer's."""
        mine, forecast = self.resolutions.of(claim.id), claim.forecast
        if mine and mine.outcome != "open":
            return Outcome(mine.outcome, mine.evidence, True)
        return Outcome(forecast.outcome, forecast.outcome_because, False) if forecast else Outcome("open", "", False)

    def foreseen(self, claim: Claim) -> int | None:
        """The probability that the reader is scored by, in per cent: the last one before they resolved it."""
        mine, estimate = self.resolutions.of(claim.id), self.estimates.of(claim.id)
        if mine and mine.outcome != "open":
            return mine.foreseen
        return estimate.probability if estimate else None

    def foretell(self, thing: Thing, probability: int | None, outcome: str | None, evidence: str = "") -> list[Opinion]:
        """Keeps a probability, then an outcome, as far as they are given, in one go; what was kept.

        Raises Refused for what is no prediction, BadWord for evidence of no outcome, ReadOnly, NotSaved.
        """
        claim = prediction(thing)
        if evidence and outcome is None:
            raise BadWord(f"Evidence is of an outcome: say how {claim.id} came out, {', '.join(OUTCOMES[1:])}.")
        word = outcome and outcome_named(outcome)
        with self.transaction():
            kept: list[Opinion] = [self.estimates.give(claim, probability)] if probability is not None else []
            if word:
                kept.append(self.resolutions.give(claim, word, evidence, self.foreseen(claim)))
        return kept

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Save all opinions given or withdrawn inside as one line of the journal, or none of them; raises ReadOnly, NotSaved."""
        if self._notes.problem:
            raise ReadOnly(self._notes.problem)
        with self._notes.journal.transaction():
            yield

    def foresight(self) -> Foresight:
        """The scores so far."""
        came = [(claim, self.outcome(claim).word) for claim in self._briefing.file.claims if claim.forecast]
        mine = [(known, word) for claim, word in came if (known := self.foreseen(claim)) is not None]
        return Foresight(score((ASSERTED, word) for _, word in came), score(mine), score((ASSERTED, word) for _, word in mine))

    def words(self, thing: Thing | Note) -> tuple[str, ...]:
        """The words by which a filter finds a thing for what the reader thinks of it."""
        verdict = self.verdicts.of(thing.id)
        found: list[str] = [verdict.agreement] if verdict else []
        found += ["graded"] if self.grades.of(thing.id) else []
        found += ["estimated"] if self.estimates.of(thing.id) else []
        resolution = self.resolutions.of(thing.id)
        found += ["resolved"] if resolution and resolution.outcome != "open" else []
        standing = self.standing(thing)
        return (*found, standing) if isinstance(thing, Recommendation) or standing != "stands" else tuple(found)

    def add(self, brought: Judged) -> int:
        """Adds what an import brings and is new here, in one transaction; how much that was. What is in force stays in force."""
        with self.transaction():
            return (
                self.verdicts.merge(brought.verdicts)
                + self.grades.merge(brought.grades)
                + self.estimates.merge(brought.estimates)
                + self.resolutions.merge(brought.resolutions)
            )

    def _weighed(self) -> tuple[tuple[int, frozenset[str]], frozenset[str], Fallen, dict[str, Standing]]:
        if self._known is None or self._known[0] != self.version:
            records = self._briefing.records
            judged = (*self.verdicts.rejected(), *self.tried)
            rejected = frozenset(identity for identity in judged if isinstance(records.get(identity), Claim))
            lost = falls(self._briefing, rejected) if rejected else _NOTHING_FALLS
            standing: dict[str, Standing] = dict.fromkeys(rejected, "rejected")
            standing.update((thing.id, "falls") for thing in lost.all)
            standing.update((thing.id, "shaken") for thing in lost.some)
            self._known = (self.version, rejected, lost, standing)
        return self._known


@lru_cache(maxsize=4)  # all that show one open briefing show the same judgement, and what is being tried
def judgement_of(briefing: Briefing, notes: Notes) -> Judgement:
    """The judgement of what lies open."""
    return Judgement(briefing, notes)
