"""One file for each tab, and the base they share; a pane's code is fetched when its tab is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from store.annotations.notes import Notes
from store.annotations.reading_progress import ReadingProgress
from store.model.briefing import Briefing
from tui.panes.base import Pane


class Tab(NamedTuple):
    """What a tab is called, also where there is little room, and the module and class of its pane."""

    TITLE: str
    short: str
    module: str
    pane: str

    def __call__(self, briefing: Briefing, notes: Notes, memory: ReadingProgress) -> Pane:
        kind: type[Pane] = getattr(import_module(f"tui.panes.{self.module}"), self.pane)
        return kind(briefing, notes, memory)


PANES = (
    Tab("Overview", "Over.", "overview", "Overview"),
    Tab("Companies", "Comp.", "companies", "Companies"),
    Tab("Strategies", "Strat.", "strategies", "Strategies"),
    Tab("Recommendations", "Recomm.", "recommendations", "Recommendations"),
    Tab("Claims", "Claims", "claims", "Claims"),
    Tab("Timeline", "Time", "timeline", "Timeline"),
    Tab("Map", "Map", "map", "Map"),
    Tab("Article", "Art.", "article", "Article"),
    Tab("Notes", "Notes", "notes", "NotesPane"),
)

__all__ = ["PANES", "Pane", "Tab"]
