"""The reader's verdicts, grades, probabilities and outcomes: one can change one's mind, and see that one did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from store.annotations.notes import Notes
from store.errors import BadWord, Refused
from store.model.opinion import Estimate, Judged, OwnGrade, Resolution, Verdict
from store.model.records import Claim, Recommendation, Strategy, Thing
from store.model.vocabulary import OWN_GRADE_PATTERN, Agreement, Outcome
from store.opinions.opinion_log import Ledger
from store.text.did_you_mean import nearest
from store.text.fold import fold_text
from store.text.sanitize import normalize_body, one_line

AGREEMENTS: tuple[Agreement, ...] = get_args(Agreement)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
AGREEMENT_SIGNS: dict[str, str] = dict(zip(AGREEMENTS, ("--", "-", "0", "+", "++"), strict=True))
REJECTED = ("disagree", "strongly-disagree")


class Verdicts(Ledger[Verdict]):
    """Agreement with claims, recommendations and strategies."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "verdicts", Verdict)

    def rejected(self) -> frozenset[str]:
        """The targets that the reader disagrees with, or more."""
        return frozenset(verdict.target for verdict in self.all() if verdict.agreement in REJECTED)

    def give(self, thing: Thing, agreement: str, because: str = "", confidence: int | None = None) -> Verdict:
        """A verdict on `thing`, in force from now on; raises Refused for what cannot be judged so, ReadOnly, NotSaved."""
        return self.give_all((thing,), agreement, because, confidence)[0]

    def give_all(self, things: Iterable[Thing], agreement: str, because: str = "", confidence: int | None = None) -> tuple[Verdict, ...]:
        """Store the same verdict on each of `things` in one transaction; raises what `give` raises, and then stores none."""
        word = agreement_named(agreement)
        targets = [_open_to_verdicts(thing).id for thing in things]
        if confidence is not None and not 0 <= confidence <= 100:
            raise BadWord(f"{confidence} is no confidence: it is a number from 0 to 100, in per cent.")
        why = normalize_body(because)
        return self.keep_all(
            targets,
            lambda target, number, at: Verdict(target=target, agreement=word, at=at, number=number, because=why, confidence=confidence),
        )


class Grades(Ledger[OwnGrade]):
    """Grades of claims beside the reviewer's."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "grades", OwnGrade)

    def give(self, thing: Thing, grade: str, because: str = "") -> OwnGrade:
        """A grade of a claim, in force from now on; raises Refused for what is none, ReadOnly, NotSaved."""
        word = grade_named(grade)
        if not isinstance(thing, Claim):
            raise Refused(f"{thing.id} cannot be graded: a grade is of a claim.")
        why = normalize_body(because)
        return self.keep(thing.id, lambda target, number, at: OwnGrade(target=target, grade=word, at=at, number=number, because=why))


class Estimates(Ledger[Estimate]):
    """How probable predictions are held to be."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "estimates", Estimate)

    def give(self, thing: Thing, probability: int) -> Estimate:
        """A probability in per cent, in force from now on; raises Refused, ReadOnly, NotSaved."""
        claim = prediction(thing)
        if not 0 <= probability <= 100:
            raise BadWord(f"{probability} is no probability: it is a number from 0 to 100, in per cent.")
        return self.keep(claim.id, lambda target, number, at: Estimate(target=target, probability=probability, at=at, number=number))


class Resolutions(Ledger[Resolution]):
    """How predictions came out."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "resolutions", Resolution)

    def give(self, thing: Thing, outcome: str, evidence: str = "", foreseen: int | None = None) -> Resolution:
        """An outcome, in force from now on; `foreseen` is the probability given so far. Raises Refused, ReadOnly, NotSaved.

        A better answer to what was resolved already leaves the foresight as it was: nobody foresees what they know.
        """
        claim, word, why = prediction(thing), outcome_named(outcome), normalize_body(evidence)

        def made(target: str, number: int, at: str) -> Resolution:
            before = self.of(target)
            known = before.foreseen if before and before.outcome != "open" else foreseen
            return Resolution(target=target, outcome=word, at=at, number=number, evidence=why, foreseen=known)

        return self.keep(claim.id, made)


def all_judged(notes: Notes) -> Judged:
    """All opinions beside `notes`, with their history."""
    return Judged(
        verdicts=Verdicts(notes).everything(),
        grades=Grades(notes).everything(),
        estimates=Estimates(notes).everything(),
        resolutions=Resolutions(notes).everything(),
    )


def unreadable_opinions(notes: Notes) -> tuple[str, ...]:
    """Those of all kinds that only a newer program can read: `c001.2 of the verdicts`."""
    kinds = (Verdicts, Grades, Estimates, Resolutions)
    return tuple(f"{identity} of the {kind.__name__.lower()}" for kind in kinds for identity in kind(notes).unreadable())


def agreement_named(word: str) -> Agreement:
    """The agreement this word means; `+`, `++`, `-`, `--` and `0` are short for them. Raises BadWord with the nearest."""
    short = {sign: agreement for agreement, sign in AGREEMENT_SIGNS.items()}
    word = fold_text(one_line(word))
    found = short.get(word, word)
    for agreement in AGREEMENTS:
        if found == agreement:
            return agreement
    raise BadWord(f"{word} is not a verdict. {nearest(word, AGREEMENTS)}")


def grade_named(word: str) -> str:
    """The grade this word means, `b2` or `2`; raises BadWord."""
    found = one_line(word).strip().upper()
    if not re.match(OWN_GRADE_PATTERN, found):
        raise BadWord(f"{one_line(word)} is not a grade: it is A to F for the source and 1 to 6 for the claim, as B2, or the number alone.")
    return found


def outcome_named(word: str) -> Outcome:
    """The outcome this word means; raises BadWord with the nearest."""
    found = fold_text(one_line(word))
    for outcome in OUTCOMES:
        if found == outcome:
            return outcome
    raise BadWord(f"{found} is not an outcome. {nearest(found, OUTCOMES)}")


def percent_named(what: str, words: str) -> int | None:
    """The percentage these words mean, None for none; raises BadWord, where `what` says what it is for."""
    words = words.strip().removesuffix("%").strip()
    if not words:
        return None
    if not (words.isascii() and words.isdecimal() and len(words) <= 3 and int(words) <= 100):
        raise BadWord(f"{what} is a number from 0 to 100; it may be left out.")
    return int(words)


def _open_to_verdicts(thing: Thing) -> Thing:
    """Return `thing` if a verdict can be given on it; raises Refused."""
    if not isinstance(thing, Claim | Recommendation | Strategy):
        raise Refused(f"{thing.id} cannot be judged: a verdict is on a claim, a recommendation or a strategy.")
    return thing


def prediction(thing: Thing) -> Claim:
    """`thing` as a claim with a forecast; raises Refused."""
    if not isinstance(thing, Claim) or thing.forecast is None:
        raise Refused(f"{thing.id} is no prediction: only a claim with a forecast comes out in one way or another.")
    return thing
