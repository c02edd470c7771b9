"""Article: paragraph by paragraph, our gist of each, what was drawn from it, and the reader's own copy beside it."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.records import Claim, Paragraph
from tui.panes.base import Pane
from tui.render.text.blocks import Span


class Article(Pane):
    """The squares before a gist show how many claims were drawn from the paragraph: coverage at a glance."""

    TITLE = "Article"
    TABLE = "paragraphs"

    def items(self) -> Sequence[Paragraph]:
        return self.briefing.file.paragraphs

    def caption(self) -> tuple[Span, ...]:
        paragraphs = self.items()
        covered = sum(
            any(isinstance(record, Claim) for record in self.briefing.records_in_paragraph(paragraph)) for paragraph in paragraphs
        )
        copy = f"{len(self.briefing.source_paragraphs)} in your copy" if self.briefing.source_text else "no copy attached"
        return (Span(f" claims from {covered} of {len(paragraphs)} ¶ · {copy}", "quiet"),)
