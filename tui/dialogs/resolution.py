"""Asks how a prediction came out, on what evidence, and how probable one holds it to be."""

from __future__ import annotations

from typing import NamedTuple

from store.errors import InvalidInputError
from store.model.opinion import Resolution
from store.opinions.logs import parse_percent as percent
from tui.dialogs.base import CANCEL, SAVE, KeyHint
from tui.dialogs.form import NEXT_FIELD, Form, FormDialog, Keeping, TextField

OUTCOME_LABELS = {"open": "not yet", "yes": "yes", "partly": "partly", "no": "no", "void": "void: it cannot be told"}


class ResolutionInput(NamedTuple):
    """What the reader answered; None for what they left as it was."""

    outcome: str | None
    evidence: str
    probability: int | None


class ResolutionDialog(FormDialog[ResolutionInput]):
    """Asks for an outcome and a forecast; the answer has what is new in it."""

    HINTS = (KeyHint("up,down", "outcome"), NEXT_FIELD, SAVE, CANCEL)

    def __init__(
        self, question: str, about: str, before: Resolution | None, probability: int | None, keeping: Keeping[ResolutionInput]
    ) -> None:
        self._before = before.outcome if before else "open"
        self._evidence = before.evidence if before else ""
        self._probability = "" if probability is None else str(probability)
        fields = (
            TextField("probability", self._probability, "how probable, 0 to 100 % (may be left out)"),
            TextField("evidence", self._evidence, "how you know, if it came out"),
        )
        super().__init__(question, about, Form(tuple(OUTCOME_LABELS.values()), list(OUTCOME_LABELS).index(self._before), fields), keeping)

    def read(self) -> ResolutionInput:
        outcome, evidence = list(OUTCOME_LABELS)[self._at], self.written("evidence")
        if outcome == "open" and evidence and evidence != self._evidence:
            raise InvalidInputError("Evidence belongs to an outcome: choose an outcome, or delete the evidence.")
        is_new = outcome != self._before or (outcome != "open" and evidence != self._evidence)
        percentage = percent("How probable", self.written("probability"))
        said = None if str(percentage) == self._probability else percentage
        return ResolutionInput(outcome if is_new else None, evidence if is_new else "", said)
