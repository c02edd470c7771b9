"""Deeds are taken back last first, done again, and what cannot be done is said and forgotten."""

from __future__ import annotations

from store.errors import NotSaved
from tui.deeds import Deed, Deeds


class Desk:
    """Counts, and hears what is told."""

    def __init__(self) -> None:
        self.value: list[str] = []
        self.told: list[str] = []
        self.changes = 0
        self.deeds = Deeds(lambda words, *_: self.told.append(words), self.change)

    def change(self) -> None:
        self.changes += 1

    def do(self, word: str) -> None:
        self.deeds.do(Deed(word, lambda: self.value.append(word), lambda: self.value.remove(word)))


def fails() -> None:
    raise NotSaved("The disk is full.")


def test_the_last_deed_is_taken_back_first() -> None:
    desk = Desk()
    desk.do("one")
    desk.do("two")
    desk.deeds.undo()
    assert (desk.value, desk.told) == (["one"], ["Undone: two."])


def test_what_was_undone_can_be_done_again_until_something_else_is_done() -> None:
    desk = Desk()
    desk.do("one")
    desk.deeds.undo()
    desk.deeds.redo()
    assert desk.value == ["one"]
    desk.deeds.undo()
    desk.do("two")
    desk.deeds.redo()
    assert (desk.value, desk.told[-1]) == (["two"], "There is nothing to do again.")


def test_a_deed_that_fails_is_told_and_cannot_be_undone() -> None:
    desk = Desk()
    assert not desk.deeds.do(Deed("nothing", fails, fails))
    desk.deeds.undo()
    assert desk.told == ["The disk is full.", "There is nothing to undo."]


def test_an_undo_that_fails_can_be_tried_again() -> None:
    desk = Desk()
    desk.deeds.did(Deed("one", fails, fails))
    desk.deeds.undo()
    desk.deeds.undo()
    assert desk.told == ["The disk is full.", "The disk is full."]


def test_whoever_draws_hears_of_every_change() -> None:
    desk = Desk()
    desk.do("one")
    before = desk.changes
    desk.deeds.undo()
    assert desk.changes > before
