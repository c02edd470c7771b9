"""A card as Markdown: headings, labels and links as a note-taking program shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.text.markdown_escape import markdown_text
from tui.render.text.blocks import Block


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as one page of Markdown; nothing in their words is taken for Markdown."""
    return "\n".join(_lines(blocks)).strip() + "\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        words = markdown_text("".join(part.text for part in block.parts))
        label = markdown_text(block.label.text)
        roles = {part.role for part in block.parts}
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
