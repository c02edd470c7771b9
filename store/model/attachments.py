"""What may be attached to a record: the figures of a claim, its forecast, and the reviewer's assessment."""

from store.model.base import Value
from store.model.vocabulary import Date, Flag, Outcome, Sureness, Words


class Assessment(Value, frozen=True):
    """The reviewer's words: what a careful reader should know, how sure the reviewer is, and from where."""

    caveat: Words
    sure: Sureness
    source: Words
    correction: str = ""
    flags: tuple[Flag, ...] = ()


class Figure(Value, frozen=True):
    """A number the article gives: 80, `%`, `of all income of China's internet economy`."""

    value: float
    unit: Words
    of: Words


class Forecast(Value, frozen=True):
    """What makes a claim about the future checkable; one with no `due` date says in `uncheckable` why."""

    horizon: Words
    test: Words
    due: Date | None = None
    uncheckable: str = ""
    outcome: Outcome = "open"
    outcome_because: str = ""
