"""Asks for a verdict: one of five words, how sure one is, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from store.model.opinion import Verdict
from store.opinions.logs import AGREEMENTS
from store.opinions.logs import parse_percent as percent
from tui.dialogs.base import CANCEL, CHOOSE, SAVE
from tui.dialogs.form import NEXT_FIELD, Form, FormDialog, Keeping, TextField


class VerdictInput(NamedTuple):
    """What the reader answered; `confidence` in per cent, None where none was given."""

    agreement: str
    because: str
    confidence: int | None


class VerdictDialog(FormDialog[VerdictInput]):
    """Asks for a verdict. Without one before, neutral is selected."""

    HINTS = (CHOOSE, NEXT_FIELD, SAVE, CANCEL)

    def __init__(self, question: str, about: str, before: Verdict | None, keeping: Keeping[VerdictInput]) -> None:
        sure = str(before.confidence) if before and before.confidence is not None else ""
        fields = (TextField("because", "", "why, in a line"), TextField("confidence", sure, "how sure, 0 to 100 (may be left out)"))
        selected = AGREEMENTS.index(before.agreement if before else "neutral")
        super().__init__(question, about, Form(AGREEMENTS, selected, fields), keeping)

    def read(self) -> VerdictInput:
        return VerdictInput(self.choice, self.written("because"), percent("How sure", self.written("confidence")))
