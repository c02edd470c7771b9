"""Sessions and render contexts for tests of what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis
from store.model.briefing import Briefing
from store.opinions.analysis import OpinionAnalysis
from store.session import Session
from tui.render.context import RenderContext


def render_context(briefing: Briefing, notes: Notes | None = None, excluded: Iterable[str] = ()) -> RenderContext:
    """Return the context of `briefing` with these notes, or without any, and these claims excluded in a what-if."""
    return RenderContext.of(
        Session(briefing, notes or Notes(Path("no notes"), lambda: datetime(2026, 1, 1, tzinfo=UTC))), frozenset(excluded)
    )


def opinions_on(briefing: Briefing, notes: Notes) -> OpinionAnalysis:
    """Return the opinions on `briefing` beside `notes`."""
    return OpinionAnalysis(ArgumentAnalysis(briefing), notes)
