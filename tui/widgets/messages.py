"""Every wish that crosses a widget's border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.message import Message


@dataclass(eq=False, repr=False)
class LookedAt(Message):
    """The cursor of a list is on another item, or on none."""

    item: Any


@dataclass(eq=False, repr=False)
class Chosen(Message):
    """Enter or a double click on an item of a list."""

    item: Any


@dataclass(eq=False, repr=False)
class Facet(Message):
    """The list should show the next or previous kind."""

    step: int


@dataclass(eq=False, repr=False)
class Follow(Message):
    """To the record with this id, in its own pane."""

    id: str


@dataclass(eq=False, repr=False)
class ReadRest(Message):
    """A text was cut to fit a card; show all of it."""

    title: str
    text: str


@dataclass(eq=False, repr=False)
class ShowTab(Message):
    """The tab of this number was clicked."""

    number: int


@dataclass(eq=False, repr=False)
class Shown(Message):
    """The pane of this number is open now."""

    number: int


@dataclass(eq=False, repr=False)
class SortBy(Message):
    """The heading of this column was clicked."""

    column: str


@dataclass(eq=False, repr=False)
class Press(Message):
    """A key that is shown on the screen was clicked: do this action."""

    action: str


class Picked(Message):
    """Another value of a form was chosen."""
