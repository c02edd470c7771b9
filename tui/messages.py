"""Every wish that crosses a widget's border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.message import Message


@dataclass
class LookedAt(Message):
    """The cursor of a list is on another item, or on none."""

    item: Any


@dataclass
class Chosen(Message):
    """Enter or a double click on an item of a list."""

    item: Any


@dataclass
class Facet(Message):
    """The list should show the next or previous kind."""

    step: int


@dataclass
class ChangeView(Message):
    """The list should show itself the other way."""


@dataclass
class Follow(Message):
    """To the record with this id, in its own pane."""

    id: str


@dataclass
class ReadRest(Message):
    """A text was cut to fit a card; show all of it."""

    title: str
    text: str


@dataclass
class LeaveCard(Message):
    """There is no further link here; the focus should go on."""

    step: int


@dataclass
class ShowTab(Message):
    """The tab of this number was clicked."""

    number: int


@dataclass
class Shown(Message):
    """The pane of this number is open now."""

    number: int
