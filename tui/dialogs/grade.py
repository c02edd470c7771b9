"""Asks for the reader's own grade of a claim, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from store.model.opinion import OwnGrade
from store.opinions.logs import grade_named
from tui.dialogs.base import CANCEL, SAVE, KeyHint
from tui.dialogs.form import NEXT_FIELD, Ask, Field, Form, Keeping


class Graded(NamedTuple):
    """What the reader answered."""

    grade: str
    because: str


class Grade(Ask[Graded]):
    """Asks for a grade."""

    HINTS = (KeyHint("", "source A to F, claim 1 to 6"), NEXT_FIELD, SAVE, CANCEL)

    def __init__(self, question: str, about: str, before: OwnGrade | None, keeping: Keeping[Graded]) -> None:
        fields = (Field("grade", before.grade if before else "", "B2, or 2 for the claim alone"), Field("because", "", "why, in a line"))
        super().__init__(question, about, Form((), 0, fields), keeping)

    def read(self) -> Graded:
        return Graded(grade_named(self.written("grade")), self.written("because"))
