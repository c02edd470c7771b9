"""The reader's opinions as values: verdicts in the five words of STIX, grades, forecasts and resolutions."""

from typing import Annotated

from msgspec import Meta

from store.model.base import FrozenStruct
from store.model.vocabulary import READER_GRADE_PATTERN, Agreement, NonEmptyStr, Outcome

Percent = Annotated[int, Meta(ge=0, le=100)]


class Opinion(FrozenStruct, frozen=True, omit_defaults=False):
    """One of a kind is in force for each target, the last; the earlier ones are kept. `at` is ISO 8601, for display.

    `number` counts the opinions of that kind on a target from 1.
    """

    target: NonEmptyStr
    at: str
    number: Annotated[int, Meta(ge=1)]


class Verdict(Opinion, frozen=True, omit_defaults=False):
    """A verdict on a claim, recommendation or strategy, and the reason; `confidence` is in per cent, None if not given."""

    agreement: Agreement
    because: str = ""
    confidence: Percent | None = None


class ReaderGrade(Opinion, frozen=True, omit_defaults=False):
    """The reader's grade of a claim, beside the reviewer's: `B2`, or its credibility alone, `2`."""

    grade: Annotated[str, Meta(pattern=READER_GRADE_PATTERN)]
    because: str = ""


class Forecast(Opinion, frozen=True, omit_defaults=False):
    """The probability that the reader gives to a prediction, in per cent."""

    probability: Percent


class Resolution(Opinion, frozen=True, omit_defaults=False):
    """The outcome of a prediction, with the evidence in words; `open` withdraws an earlier outcome.

    `foreseen` is the probability that the reader had given by then: what they are scored by. Later ones are no foresight.
    """

    outcome: Outcome
    evidence: str = ""
    foreseen: Percent | None = None


class OpinionSet(FrozenStruct, frozen=True):
    """All that a reader judged in one briefing, with its history: what an export carries."""

    verdicts: tuple[Verdict, ...] = ()
    grades: tuple[ReaderGrade, ...] = ()
    estimates: tuple[Forecast, ...] = ()
    resolutions: tuple[Resolution, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, (self.verdicts, self.grades, self.estimates, self.resolutions)))


NO_OPINIONS = OpinionSet()
