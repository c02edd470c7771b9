"""Asks for the reader's own grade of a claim, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from store import OwnGrade, grade_named
from tui.dialogs.ask import Ask, Field, Form, Keeping


class Graded(NamedTuple):
    """What the reader answered."""

    grade: str
    because: str


class Grade(Ask[Graded]):
    """Asks for a grade."""

    KEYS_IN_WORDS = "A to F for the source, 1 to 6 for the claim · tab to why · enter keeps it · esc leaves"

    def __init__(self, question: str, about: str, before: OwnGrade | None, keeping: Keeping[Graded]) -> None:
        fields = (Field("grade", before.grade if before else "", "B2, or 2 for the claim alone"), Field("because", "", "why, in a line"))
        super().__init__(question, about, Form((), 0, fields), keeping)

    def read(self) -> Graded:
        return Graded(grade_named(self.written("grade")), self.written("because"))
