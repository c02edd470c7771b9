"""Parts of a record: the figures of a claim, its prediction, and the reviewer's assessment."""

from store.model.base import FrozenStruct
from store.model.vocabulary import Confidence, Date, Flag, NonEmptyStr, Outcome


class Assessment(FrozenStruct, frozen=True):
    """The reviewer's words: what a careful reader should know, how sure the reviewer is, and from where."""

    caveat: NonEmptyStr
    sure: Confidence
    source: NonEmptyStr
    correction: str = ""
    flags: tuple[Flag, ...] = ()


class Figure(FrozenStruct, frozen=True):
    """A number the article gives: 80, `%`, `of all income of China's internet economy`."""

    value: float
    unit: NonEmptyStr
    of: NonEmptyStr


class Prediction(FrozenStruct, frozen=True):
    """The details that make a claim about the future checkable; without a `due` date, `uncheckable` has the reason."""

    horizon: NonEmptyStr
    test: NonEmptyStr
    due: Date | None = None
    uncheckable: str = ""
    outcome: Outcome = "open"
    outcome_because: str = ""
