"""A card as Markdown: headings, labels and links as a note-taking program shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.text.markdown_escape import escape_markdown
from tui.render.text.blocks import Block


def markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as one page of Markdown; no text in them is interpreted as Markdown."""
    return "\n".join(_lines(blocks)).strip() + "\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        words = escape_markdown("".join(part.text for part in block.spans))
        label = escape_markdown(block.label.text)
        roles = {part.role for part in block.spans}
        if not words and not label:
            yield ""
        elif label:
            yield f"- **{label}** {words}"
        elif roles <= {"title"}:
            yield f"# {words}"
        elif "head" in roles:
            yield f"## {words}"
        else:
            yield f"{words}  "
