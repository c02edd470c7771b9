"""Every wish that crosses a widget's border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.message import Message

from tui.render.text.links import FilterLink, RecordLink, UrlLink


@dataclass(eq=False, repr=False)
class RowHighlighted(Message):
    """The cursor of a list is on another item, or on none."""

    item: Any


@dataclass(eq=False, repr=False)
class RowSelected(Message):
    """Enter or a double click on an item of a list."""

    item: Any


@dataclass(eq=False, repr=False)
class KindChanged(Message):
    """The next (1) or previous (-1) kind of record was chosen."""

    step: int


class NodeFolded(Message):
    """The node under the cursor was folded."""


class NodeUnfolded(Message):
    """The node under the cursor was unfolded."""


@dataclass(eq=False, repr=False)
class LinkOpened(Message):
    """A link to a record, a note, a list or a URL was followed."""

    target: RecordLink | FilterLink | UrlLink


@dataclass(eq=False, repr=False)
class ChoiceClicked(Message):
    """One of the choices that a dialog offers was clicked, or followed with the keyboard."""

    value: str


@dataclass(eq=False, repr=False)
class FullTextRequested(Message):
    """A text was cut to fit a card; show all of it."""

    title: str
    text: str


@dataclass(eq=False, repr=False)
class TabClicked(Message):
    """The tab of this number was clicked."""

    number: int


@dataclass(eq=False, repr=False)
class PaneShown(Message):
    """The pane of this number is open now."""

    number: int


@dataclass(eq=False, repr=False)
class ColumnClicked(Message):
    """The heading of this column was clicked."""

    column: str


@dataclass(eq=False, repr=False)
class KeyHintClicked(Message):
    """A key that is shown on the screen was clicked: do this action."""

    action: str


class OptionChanged(Message):
    """Another value of a form was chosen."""
