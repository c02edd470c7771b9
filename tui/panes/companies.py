"""Companies: every actor, one kind at a time or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from store.model.records import Actor
from tui.panes.base import Pane
from tui.render.text.blocks import Span
from tui.widgets.messages import KindChanged

_KINDS = {
    "companies": ("company",),
    "operators": ("operator",),
    "platforms": ("platform",),
    "projects": ("project",),
    "people": ("person",),
    "groups": ("group", "institution"),
    "all": ("company", "operator", "platform", "project", "person", "group", "institution"),
}


class Companies(Pane):
    """The cast. `←` and `→` go from kind to kind."""

    TITLE = "Companies"
    TABLE = "actors"

    kind = "all"

    def items(self) -> Sequence[Actor]:
        """Those most spoken of first: the cast that matters."""
        shown = [actor for actor in self.briefing.file.actors if actor.kind in _KINDS[self.kind]]
        return sorted(shown, key=lambda actor: len(self.briefing.claims_about(actor.id)), reverse=True)

    def caption(self) -> tuple[Span, ...]:
        here, there = len(self.items()), len(self.briefing.file.actors)
        return (Span(" ‹ ", "quiet"), Span(self.kind, "strong"), Span(" › ", "quiet"), Span(f"{here} of {there}", "quiet"))

    @property
    def view_state(self) -> str:
        return self.kind

    def empty_text(self, called: str = "") -> str:
        return super().empty_text("" if self.kind == "all" else self.kind)

    async def prepare_view(self, identity: str, way: str = "") -> None:
        """Restore the actor kind; fall back to all kinds if the actor is not of that kind."""
        kind = way or self.kind
        listed = (actor.id for actor in self.briefing.file.actors if actor.kind in _KINDS[kind])
        kind = kind if not identity or identity in listed else "all"
        if kind != self.kind:
            self.kind = kind
            self.fill(identity)

    @on(KindChanged)
    def show_kind(self, event: KindChanged) -> None:
        event.stop()
        kinds = list(_KINDS)
        self.kind = kinds[(kinds.index(self.kind) + event.step) % len(kinds)]
        self.fill()
