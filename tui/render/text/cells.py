"""Cells of exact width: what does not fit is cut with an ellipsis, and the card shows it whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from rich.cells import set_cell_size

from store.text.fold import fold_text
from store.text.sanitize import sanitize_output
from tui.render.records.columns import Column

Item = TypeVar("Item")
GAP = 1
BLANK = [(2, 0, "")]
_NUMBERS = re.compile(r"([0-9]{1,18})")


def fit(words: str, size: int) -> str:
    """`words` on one line of exactly `size` cells."""
    line = sanitize_output(words[: size * 10]).replace("\n", " ")
    fitted = set_cell_size(line, size)
    cut = len(line.rstrip()) > len(fitted.rstrip()) or len(words) > len(line)
    return set_cell_size(fitted, size - 1) + "…" if cut and size > 0 else fitted


def natural_key(words: str) -> list[tuple[int, int, str]]:
    """Return a sort key by which `c9` comes before `c10`, regardless of case and accents; blank text comes last."""
    parts = _NUMBERS.split(fold_text(words.strip()))
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part] or BLANK


def sort_items(items: Sequence[Item], keys: Sequence[Any], reverse: bool) -> list[Item]:
    """Return the items by their `keys`, equal ones as they came; blanks come last, either way."""
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=reverse)
    return [items[at] for at in sorted(order, key=lambda at: keys[at] == BLANK)]


def widths(columns: tuple[Column, ...], room: int) -> tuple[int, ...]:
    """Return the width of each column in `room` cells; 0 for one that has no place there."""
    shown = [column for column in columns if room >= column.from_width]
    fixed = sum(column.width + GAP for column in shown)
    flexible = sum(1 for column in shown if not column.width) or 1
    left = max(4, (room - 1 - fixed) // flexible)
    return tuple((column.width or left) if room >= column.from_width else 0 for column in columns)
