"""A verdict: what the reader thinks of a claim, recommendation or strategy, in the five words of STIX opinions, and why."""

from typing import Annotated

from msgspec import Meta

from store.value import Value
from store.words import Agreement, Words


class Verdict(Value, frozen=True, omit_defaults=False):
    """One of them is current for each target, the last; the earlier ones are kept. `at` is ISO 8601, for display.

    `confidence` is the reader's own, in per cent; None where none was given. `number` counts the verdicts on a target from 1.
    """

    target: Words
    agreement: Agreement
    at: str
    number: Annotated[int, Meta(ge=1)]
    because: str = ""
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
