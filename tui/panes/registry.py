"""The tabs in order; the module of a pane is imported when its tab is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.panes.base import Pane


class PaneSpec(NamedTuple):
    """A tab: its title, the title used where there is little space, and how to load the class of its pane."""

    title: str
    short_title: str
    load: Callable[[], type[Pane]]


def _overview() -> type[Pane]:
    from tui.panes.overview import Overview

    return Overview


def _companies() -> type[Pane]:
    from tui.panes.companies import Companies

    return Companies


def _strategies() -> type[Pane]:
    from tui.panes.strategies import Strategies

    return Strategies


def _recommendations() -> type[Pane]:
    from tui.panes.recommendations import Recommendations

    return Recommendations


def _claims() -> type[Pane]:
    from tui.panes.claims import Claims

    return Claims


def _timeline() -> type[Pane]:
    from tui.panes.timeline import Timeline

    return Timeline


def _map() -> type[Pane]:
    from tui.panes.map import Map

    return Map


def _article() -> type[Pane]:
    from tui.panes.article import Article

    return Article


def _notes() -> type[Pane]:
    from tui.panes.notes import NotesPane

    return NotesPane


PANES = (
    PaneSpec("Overview", "Over.", _overview),
    PaneSpec("Companies", "Comp.", _companies),
    PaneSpec("Strategies", "Strat.", _strategies),
    PaneSpec("Recommendations", "Recomm.", _recommendations),
    PaneSpec("Claims", "Claims", _claims),
    PaneSpec("Timeline", "Time", _timeline),
    PaneSpec("Map", "Map", _map),
    PaneSpec("Article", "Art.", _article),
    PaneSpec("Notes", "Notes", _notes),
)
