"""A row of the argument tree: fold mark, sign of support or opposition, and the claim."""

from __future__ import annotations

from store.argument.argument_tree import TreeNode
from tui.render.text.blocks import Span

FOLDED, UNFOLDED = "▸", "▾"
INDENT = 2
# The signs need no words in the row itself, for these stand above it.
LEGEND = (Span(" + ", "strong"), Span("supports  ", "quiet"), Span("− ", "flag"), Span("opposes  ", "quiet"))


def branch_spans(twig: TreeNode, below: int, is_open: bool, room: int) -> tuple[Span, ...]:
    """Indentation, fold mark with the number of what it hides, sign, and the words, for `room` cells."""
    mark = f"{_mark(below, is_open):<2} "
    sign = Span(f"{twig.sign} ", "flag" if twig.sign == "−" else "strong") if twig.sign else Span("")
    words = twig.claim.text
    if twig.is_repeat:
        return (_indentation(twig.depth, room), Span(mark), sign, Span("again: ", "label"), Span(words, "quiet"))
    return (_indentation(twig.depth, room), Span(mark, "strong"), sign, Span(words))


def _mark(below: int, is_open: bool) -> str:
    if not below:
        return ""
    return UNFOLDED if is_open else f"{FOLDED}{below:,}"


def _indentation(depth: int, room: int) -> Span:
    """Two cells for each step; where that would leave too little room for words, the depth in figures."""
    most = max(INDENT * 2, room // 3 // INDENT * INDENT)
    if depth * INDENT <= most:
        return Span(" " * (depth * INDENT))
    return Span(f"{depth:,} ".rjust(most), "quiet")
