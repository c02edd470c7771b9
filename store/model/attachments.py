"""What may be attached to a record: the figures of a claim, its forecast, and the reviewer's assessment."""

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
    """What makes a claim about the future checkable; one with no `due` date says in `uncheckable` why."""

    horizon: NonEmptyStr
    test: NonEmptyStr
    due: Date | None = None
    uncheckable: str = ""
    outcome: Outcome = "open"
    outcome_because: str = ""
