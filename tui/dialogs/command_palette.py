"""The command palette: finds actions, records and places by a few letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from tui.dialogs.base import CANCEL, CHOOSE, KeyHint
from tui.dialogs.live_list import LiveList
from tui.render.text.blocks import BLANK, Block, Span, heading_block, text_block
from tui.render.text.fuzzy import PaletteEntry, closest_entries
from tui.render.text.links import ChoiceLink

TargetT = TypeVar("TargetT")
_WIDTH = 14
_MOST_OF_EACH = 30
_PLACEHOLDER = "Letters of an action, a record or a recent place"


class CommandPalette(LiveList[TargetT | None], Generic[TargetT]):
    """Returns the target of the chosen entry, or None. `groups`: the entries by heading."""

    STYLE = "dialog find palette"

    def __init__(
        self, groups: Mapping[str, Sequence[PaletteEntry[TargetT]]], placeholder: str = _PLACEHOLDER, action: str = "run or open"
    ) -> None:
        super().__init__(placeholder=placeholder)
        self.hints = (CHOOSE, KeyHint("enter", action), CANCEL)
        self._groups = groups
        self._all = [(heading, entry) for heading, entries in groups.items() for entry in entries]
        self._heading_of = {entry: heading for heading, entry in reversed(self._all)}
        self._listed: list[PaletteEntry[TargetT]] = []

    def pick(self, link: str) -> None:
        self.close(self._listed[int(link)].target if link else None)

    def entries(self, text: str) -> Sequence[Block]:
        matches = closest_entries((entry for _, entry in self._all), text) if text.strip() else self._first_of_each()
        headings = list(dict.fromkeys(self._heading_of[entry] for entry in matches))
        self._listed = sorted(matches, key=lambda entry: headings.index(self._heading_of[entry]))
        return tuple(self._entry_blocks()) or (text_block(Span(f"No matches for {text}.", "quiet")),)

    def _entry_blocks(self) -> Iterator[Block]:
        numbered = enumerate(self._listed)
        for heading, group in groupby(numbered, key=lambda item: self._heading_of[item[1]]):
            if heading != self._heading_of[self._listed[0]]:
                yield BLANK
            yield heading_block(heading)
            for number, entry in group:
                label = Span(entry.id, "link", ChoiceLink(str(number)))
                yield text_block(entry.label, Span(f"  {entry.hint}", "quiet"), label=label, hang=_WIDTH)

    def _first_of_each(self) -> list[PaletteEntry[TargetT]]:
        return [entry for entries in self._groups.values() for entry in entries[:_MOST_OF_EACH]]
