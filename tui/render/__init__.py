"""Records become words on a page: the only place that chooses emphasis, for the screen and the command line alike."""

from tui.render.cards import card
from tui.render.columns import COLUMNS, Column, row
from tui.render.parts import Block, Part, head, plain, say

__all__ = ["COLUMNS", "Block", "Column", "Part", "card", "head", "plain", "row", "say"]
