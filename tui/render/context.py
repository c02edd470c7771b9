"""The context of renderers: the session, and the impact of the claims that are rejected or excluded in a what-if."""

from __future__ import annotations

from dataclasses import dataclass

from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis, Impact
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis
from store.session import Session


@dataclass(frozen=True)
class RenderContext:
    """One session as it is shown: with `impact`, which includes the what-if."""

    session: Session
    impact: Impact

    @classmethod
    def of(cls, session: Session, excluded: frozenset[str] = frozenset()) -> RenderContext:
        """Return the context of `session` with these claims (ids) excluded in a what-if."""
        return cls(session, session.opinions.impact(excluded))

    @property
    def briefing(self) -> Briefing:
        """Return the open briefing."""
        return self.session.briefing

    @property
    def notes(self) -> Notes:
        """Return the reader's notes."""
        return self.session.notes

    @property
    def opinions(self) -> OpinionAnalysis:
        """Return the reader's opinions."""
        return self.session.opinions

    @property
    def argument(self) -> ArgumentAnalysis:
        """Return the analysis of the reasons."""
        return self.session.argument
