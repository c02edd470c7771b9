"""Parts become Rich Text: wrapped to a width, hanging from their labels, in the styles that the caller gives the roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.style import Style
from rich.text import Text

from store.text.sanitize import sanitize_output
from tui.render.text.blocks import Block, Span

StyleOf = Callable[[str], Style]
LINK = "to"

# Emphasis without colour, for terminals outside the screen; the screen asks the stylesheet.
EMPHASIS = {
    "title": Style(bold=True),
    "strong": Style(bold=True),
    "head": Style(bold=True),
    "grade": Style(bold=True),
    "flag": Style(bold=True),
    "reviewer": Style(italic=True),
    "mine": Style(italic=True),
    "quiet": Style(dim=True),
    "label": Style(dim=True),
}
_NO_STYLE = Style()
_BREAKS = {"\n", "\t"}
# Wrapping needs a console for its tab size alone; this one never prints.
_RULER = Console(width=80, color_system=None, force_terminal=False, legacy_windows=False)


def emphasis(role: str) -> Style:
    """Return the style of a role without a stylesheet."""
    return EMPHASIS.get(role, _NO_STYLE)


def to_text(parts: Iterable[Span], style_of: StyleOf = emphasis) -> Text:
    """Return one line of parts; links carry their targets in their style, and nothing is left that a terminal would act on."""
    line = Text(end="", no_wrap=True)
    for part in parts:
        style = style_of(part.role)
        line.append(sanitize_output(part.text), style + Style(meta={LINK: part.link}) if part.link else style)
    return line


def wrap_blocks(blocks: Iterable[Block], width: int, style_of: StyleOf = emphasis) -> list[Text]:
    """Return the blocks as lines no wider than `width` cells."""
    return [line for block in blocks for line in _block(block, max(width, 8), style_of)]


def _block(block: Block, width: int, style_of: StyleOf) -> list[Text]:
    if not block.spans and not block.label.text:
        return [Text(end="")]
    hang = min(block.hang, width // 2)
    wrapped = _wrapped(to_text(block.spans, style_of), width - hang)
    label, margin = to_text([block.label], style_of), Text(" " * hang, end="")
    label.rstrip()
    if label.cell_len >= max(hang, 1):  # there is no room beside the words: it stands above them
        return [*_wrapped(label, width), *(_joined(margin, line) for line in wrapped)]
    label.pad_right(hang - label.cell_len)
    return [_joined(label if number == 0 else margin, line) for number, line in enumerate(wrapped)]


def _wrapped(words: Text, width: int) -> list[Text]:
    if words.cell_len <= width and not _BREAKS.intersection(words.plain):
        return [words]
    words.no_wrap = False
    return list(words.wrap(_RULER, width, overflow="fold"))


def _joined(start: Text, line: Text) -> Text:
    line.rstrip()
    joined = Text(end="", no_wrap=True)
    joined.append_text(start)
    joined.append_text(line)
    return joined
