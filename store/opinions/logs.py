"""The reader's verdicts, grades, probabilities and outcomes: one can change one's mind, and see that one did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from store.annotations.notes import Notes
from store.errors import InvalidInputError, InvalidValueError
from store.model.opinion import Forecast, OpinionSet, ReaderGrade, Resolution, Verdict
from store.model.records import AnyRecord, Claim, Recommendation, Strategy
from store.model.vocabulary import READER_GRADE_PATTERN, Agreement, Outcome
from store.opinions.opinion_log import OpinionLog
from store.text.did_you_mean import suggest
from store.text.fold import fold_text
from store.text.sanitize import normalize_body, sanitize_line

AGREEMENTS: tuple[Agreement, ...] = get_args(Agreement)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
AGREEMENT_SIGNS: dict[str, str] = dict(zip(AGREEMENTS, ("--", "-", "0", "+", "++"), strict=True))
REJECTED = ("disagree", "strongly-disagree")


class VerdictLog(OpinionLog[Verdict]):
    """Agreement with claims, recommendations and strategies."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "verdicts", Verdict)

    def rejected(self) -> frozenset[str]:
        """Return the targets that the reader disagrees with, or more."""
        return frozenset(verdict.target for verdict in self.all() if verdict.agreement in REJECTED)

    def give(self, thing: AnyRecord, agreement: str, because: str = "", confidence: int | None = None) -> Verdict:
        """Save a verdict on `thing`; raise InvalidInputError if it cannot have one, ReadOnlyError or WriteError."""
        return self.give_all((thing,), agreement, because, confidence)[0]

    def give_all(
        self, things: Iterable[AnyRecord], agreement: str, because: str = "", confidence: int | None = None
    ) -> tuple[Verdict, ...]:
        """Store the same verdict on each of `things` in one transaction; raises what `give` raises, and then stores none."""
        word = parse_agreement(agreement)
        targets = [_open_to_verdicts(thing).id for thing in things]
        if confidence is not None and not 0 <= confidence <= 100:
            raise InvalidValueError(f"{confidence} is no confidence: it is a number from 0 to 100, in per cent.")
        why = normalize_body(because)
        return self.keep_all(
            targets,
            lambda target, number, at: Verdict(target=target, agreement=word, at=at, number=number, because=why, confidence=confidence),
        )


class GradeLog(OpinionLog[ReaderGrade]):
    """Grades of claims beside the reviewer's."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "grades", ReaderGrade)

    def give(self, thing: AnyRecord, grade: str, because: str = "") -> ReaderGrade:
        """Save a grade of a claim; raise InvalidInputError if it is not a claim, ReadOnlyError or WriteError."""
        word = parse_grade(grade)
        if not isinstance(thing, Claim):
            raise InvalidInputError(f"{thing.id} cannot be graded: a grade is of a claim.")
        why = normalize_body(because)
        return self.append(thing.id, lambda target, number, at: ReaderGrade(target=target, grade=word, at=at, number=number, because=why))


class ForecastLog(OpinionLog[Forecast]):
    """The reader's forecasts of predictions."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "estimates", Forecast)

    def give(self, thing: AnyRecord, probability: int) -> Forecast:
        """Save a probability in per cent; raise InvalidInputError, ReadOnlyError or WriteError."""
        claim = require_prediction(thing)
        if not 0 <= probability <= 100:
            raise InvalidValueError(f"{probability} is no probability: it is a number from 0 to 100, in per cent.")
        return self.append(claim.id, lambda target, number, at: Forecast(target=target, probability=probability, at=at, number=number))


class ResolutionLog(OpinionLog[Resolution]):
    """The reader's resolutions of predictions."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "resolutions", Resolution)

    def give(self, thing: AnyRecord, outcome: str, evidence: str = "", foreseen: int | None = None) -> Resolution:
        """Save an outcome; `foreseen` is the probability given so far. Raise InvalidInputError, ReadOnlyError or WriteError.

        A better answer to what was resolved already leaves the foresight as it was: nobody foresees what they know.
        """
        claim, word, why = require_prediction(thing), parse_outcome(outcome), normalize_body(evidence)

        def made(target: str, number: int, at: str) -> Resolution:
            before = self.current(target)
            known = before.foreseen if before and before.outcome != "open" else foreseen
            return Resolution(target=target, outcome=word, at=at, number=number, evidence=why, foreseen=known)

        return self.append(claim.id, made)


def all_opinions(notes: Notes) -> OpinionSet:
    """All opinions beside `notes`, with their history."""
    return OpinionSet(
        verdicts=VerdictLog(notes).all_versions(),
        grades=GradeLog(notes).all_versions(),
        estimates=ForecastLog(notes).all_versions(),
        resolutions=ResolutionLog(notes).all_versions(),
    )


def unreadable_opinions(notes: Notes) -> tuple[str, ...]:
    """Those of all kinds that only a newer program can read: `c001.2 of the verdicts`."""
    logs = (VerdictLog(notes), GradeLog(notes), ForecastLog(notes), ResolutionLog(notes))
    return tuple(f"{identity} of the {log.name}" for log in logs for identity in log.unreadable())


def parse_agreement(word: str) -> Agreement:
    """Return the agreement this word means; `+`, `++`, `-`, `--` and `0` are short for them. Raise InvalidValueError with the nearest."""
    short = {sign: agreement for agreement, sign in AGREEMENT_SIGNS.items()}
    word = fold_text(sanitize_line(word))
    found = short.get(word, word)
    for agreement in AGREEMENTS:
        if found == agreement:
            return agreement
    raise InvalidValueError(f"{word} is not a verdict. {suggest(word, AGREEMENTS)}")


def parse_grade(word: str) -> str:
    """Return the grade this word means, `b2` or `2`; raise InvalidValueError."""
    found = sanitize_line(word).strip().upper()
    if not re.match(READER_GRADE_PATTERN, found):
        raise InvalidValueError(
            f"{sanitize_line(word)} is not a grade: it is A to F for the source and 1 to 6 for the claim, as B2, or the number alone."
        )
    return found


def parse_outcome(word: str) -> Outcome:
    """Return the outcome this word means; raise InvalidValueError with the nearest."""
    found = fold_text(sanitize_line(word))
    for outcome in OUTCOMES:
        if found == outcome:
            return outcome
    raise InvalidValueError(f"{found} is not an outcome. {suggest(found, OUTCOMES)}")


def parse_percent(what: str, words: str) -> int | None:
    """Return the percentage in `words`, or None if it is empty; raise InvalidValueError, in which `what` names the field."""
    words = words.strip().removesuffix("%").strip()
    if not words:
        return None
    if not (words.isascii() and words.isdecimal() and len(words) <= 3 and int(words) <= 100):
        raise InvalidValueError(f"{what} is a number from 0 to 100; it may be left out.")
    return int(words)


def _open_to_verdicts(thing: AnyRecord) -> AnyRecord:
    """Return `thing` if it can have a verdict; raise InvalidInputError."""
    if not isinstance(thing, Claim | Recommendation | Strategy):
        raise InvalidInputError(f"{thing.id} cannot be judged: a verdict is on a claim, a recommendation or a strategy.")
    return thing


def require_prediction(thing: AnyRecord) -> Claim:
    """Return `thing` as a prediction; raise InvalidInputError if it is not one."""
    if not isinstance(thing, Claim) or thing.forecast is None:
        raise InvalidInputError(f"{thing.id} is no prediction: only a claim with a forecast comes out in one way or another.")
    return thing
