"""The pieces of a page: parts of a line with a role, and blocks that hang from a label.

They are plain values, so that a headless command need not import Rich: on the screen and on a terminal `paint` makes
Rich Text of them, and a pipe gets their text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from store.text.sanitize import sanitize_output
from tui.render.text.links import FullTextLink, LinkTarget, RecordLink

Role = Literal["", "title", "strong", "quiet", "head", "label", "grade", "flag", "link", "reviewer", "mine", "cursor", "bar", "warning"]
LABEL_WIDTH = 12
# On the screen a part longer than this is cut; a link leads to the rest.
LONGEST = 4_000
# … and so are a part of more lines than this, and what comes after so many blocks or lines of a card.
MOST_LINES = 100
MOST = 300
_USUAL_WIDTH = 80


class Span(NamedTuple):
    """Some text, the role it plays, and the target it leads to if it is a link."""

    text: str
    role: Role = ""
    link: LinkTarget | None = None


class Block(NamedTuple):
    """A paragraph of a page: `parts` wrap beside a `label`, indented by `hang` cells."""

    spans: tuple[Span, ...] = ()
    label: Span = Span("")
    hang: int = 0


BLANK = Block()


def text_block(*parts: str | Span, label: str | Span = "", hang: int = 0) -> Block:
    """Return a block of these parts; a label alone hangs them by the usual width."""
    tag = Span(label, "label") if isinstance(label, str) else label
    return Block(tuple(part if isinstance(part, Span) else Span(part) for part in parts), tag, hang or (LABEL_WIDTH if tag.text else 0))


def record_span(text: str, record_id: str) -> Span:
    """Return `text` as a link to the record or note with this id; without a link if the id is empty."""
    return Span(text, "link", RecordLink(record_id) if record_id else None)


def heading_block(words: str, role: Role = "head") -> Block:
    """Return a small heading."""
    return Block((Span(words, role),))


def join(parts: Iterable[Span], between: str = ", ") -> tuple[Span, ...]:
    """Parts with `between` in between."""
    joined: list[Span] = []
    for part in parts:
        joined += [Span(between), part] if joined else [part]
    return tuple(joined)


def truncate_for_card(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with overlong text cut, and links to the full text."""
    shown: list[Block] = []
    lines = 0
    while len(shown) < min(len(blocks), MOST) and lines <= MOST:
        shown.append(truncate(blocks[len(shown)]))
        lines += sum(1 + part.text.count("\n") + len(part.text) // _USUAL_WIDTH for part in shown[-1].spans)
    left = len(blocks) - len(shown)
    return [*shown, Block((Span(f"… {left:,} more lines: show all", "link", FullTextLink()),))] if left > 0 else shown


def truncate(block: Block) -> Block:
    """`block` with its long parts cut, saying how much is left out; a link in it leads to the rest."""
    if all(_fitting(part.text) == len(part.text) for part in block.spans):
        return block
    return block._replace(spans=tuple(piece for part in block.spans for piece in _cut(part)))


def _fitting(text: str) -> int:
    """Return how many characters a card shows, by the limits on characters and lines."""
    first = text[:LONGEST]
    lines = first.split("\n", MOST_LINES)
    return len(first) - len(lines[-1]) - 1 if len(lines) > MOST_LINES else len(first)


def _cut(part: Span) -> Iterator[Span]:
    fitting = _fitting(part.text)
    if fitting == len(part.text):
        yield part
        return
    yield part._replace(text=part.text[:fitting])
    yield Span(f"… {len(part.text) - fitting:,} more characters: show all", "link", FullTextLink())


def to_plain_text(blocks: Iterable[Block]) -> str:
    """Return the blocks as text without any emphasis, one line each: for pipes, copies and searches."""
    return "\n".join(_plain_line(block) for block in blocks)


def _plain_line(block: Block) -> str:
    label = sanitize_output(block.label.text).ljust(block.hang) if block.label.text else " " * block.hang
    text = sanitize_output("".join(part.text for part in block.spans))
    return f"{label}{text}".rstrip().replace("\n", "\n" + " " * block.hang)
