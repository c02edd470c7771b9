"""What those who answer the screen's wishes have within reach."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from textual.screen import Screen

from store import Briefing, Drafts, Judgement, Library, Memory, Notes, State, Verdicts
from tui.aside import Aside
from tui.deeds import Deeds
from tui.desk import Desk


class Reach(NamedTuple):
    """One for each open briefing.

    `tell` shows the reader a sentence (and whether it is bad news); `ask` opens a dialog, unless one is open; `aside` does
    what may take long; `changed` is called when notes, marks or what was seen are not what they were.
    """

    screen: Screen[None]
    library: Library
    briefing: Briefing
    notes: Notes
    drafts: Drafts
    judgement: Judgement
    deeds: Deeds
    memory: Memory
    state: State
    desk: Desk
    tell: Callable[..., None]
    ask: Callable[[Coroutine[Any, Any, None]], None]
    aside: Aside
    changed: Callable[[], None]

    @property
    def verdicts(self) -> Verdicts:
        """The verdicts of the judgement."""
        return self.judgement.verdicts
