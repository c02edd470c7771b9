"""Cells of exact width: what does not fit is cut with an ellipsis, and the card shows it whole."""

from __future__ import annotations

from rich.cells import set_cell_size

from tui.render.columns import Column

GAP = 1


def fit(words: str, size: int) -> str:
    """`words` on one line of exactly `size` cells."""
    line = words[: size * 10].replace("\n", " ")
    fitted = set_cell_size(line, size)
    cut = len(line.rstrip()) > len(fitted.rstrip()) or len(words) > len(line)
    return set_cell_size(fitted, size - 1) + "…" if cut and size else fitted


def widths(columns: tuple[Column, ...], room: int) -> tuple[int, ...]:
    """The width of each column in `room` cells; 0 for one that has no place there."""
    shown = [column for column in columns if room >= column.from_width]
    fixed = sum(column.width + GAP for column in shown)
    flexible = sum(1 for column in shown if not column.width) or 1
    left = max(4, (room - 1 - fixed) // flexible)
    return tuple((column.width or left) if room >= column.from_width else 0 for column in columns)
