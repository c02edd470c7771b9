"""How a twig of the argument looks: its fold mark, whether it supports or opposes, and its words."""

from __future__ import annotations

from store.argument.argument_tree import Twig
from tui.render.text.blocks import Part

FOLDED, UNFOLDED = "▸", "▾"
INDENT = 2
# The signs need no words in the row itself, for these stand above it.
LEGEND = (Part(" + ", "strong"), Part("supports  ", "quiet"), Part("− ", "flag"), Part("opposes  ", "quiet"))


def branch(twig: Twig, below: int, is_open: bool, room: int) -> tuple[Part, ...]:
    """Indentation, fold mark with the number of what it hides, sign, and the words, for `room` cells."""
    mark = f"{_mark(below, is_open):<2} "
    sign = Part(f"{twig.sign} ", "flag" if twig.sign == "−" else "strong") if twig.sign else Part("")
    words = twig.claim.text
    if twig.again:
        return (_indentation(twig.depth, room), Part(mark), sign, Part("again: ", "label"), Part(words, "quiet"))
    return (_indentation(twig.depth, room), Part(mark, "strong"), sign, Part(words))


def _mark(below: int, is_open: bool) -> str:
    if not below:
        return ""
    return UNFOLDED if is_open else f"{FOLDED}{below:,}"


def _indentation(depth: int, room: int) -> Part:
    """Two cells for each step; where that would leave too little room for words, the depth in figures."""
    most = max(INDENT * 2, room // 3 // INDENT * INDENT)
    if depth * INDENT <= most:
        return Part(" " * (depth * INDENT))
    return Part(f"{depth:,} ".rjust(most), "quiet")
