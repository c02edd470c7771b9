"""Asks for the reader's own grade of a claim, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from store.model.opinion import ReaderGrade
from store.opinions.logs import parse_grade
from tui.dialogs.base import CANCEL, SAVE, KeyHint
from tui.dialogs.form import NEXT_FIELD, Form, FormDialog, Keeping, TextField


class GradeInput(NamedTuple):
    """What the reader answered."""

    grade: str
    because: str


class GradeDialog(FormDialog[GradeInput]):
    """Asks for a grade."""

    HINTS = (KeyHint("", "source A to F, claim 1 to 6"), NEXT_FIELD, SAVE, CANCEL)

    def __init__(self, question: str, about: str, before: ReaderGrade | None, keeping: Keeping[GradeInput]) -> None:
        fields = (
            TextField("grade", before.grade if before else "", "B2, or 2 for the claim alone"),
            TextField("because", "", "why, in a line"),
        )
        super().__init__(question, about, Form((), 0, fields), keeping)

    def read(self) -> GradeInput:
        return GradeInput(parse_grade(self.written("grade")), self.written("because"))
