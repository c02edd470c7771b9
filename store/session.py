"""One open briefing: its records, the reader's notes, and what is derived from both."""

from __future__ import annotations

from functools import cached_property

from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis


class Session:
    """The briefing, the notes, and their analysis. Derived data lives as long as the session, and no longer."""

    def __init__(self, briefing: Briefing, notes: Notes) -> None:
        self.briefing = briefing
        self.notes = notes

    @cached_property
    def argument(self) -> ArgumentAnalysis:
        """Return the analysis of the reasons in the briefing."""
        return ArgumentAnalysis(self.briefing)

    @cached_property
    def opinions(self) -> OpinionAnalysis:
        """Return the reader's opinions, and what follows from them."""
        return OpinionAnalysis(self.argument, self.notes)
