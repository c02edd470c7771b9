"""An entry in the list of briefings."""

from __future__ import annotations

from typing import NamedTuple


class LibraryEntry(NamedTuple):
    """A line of the library: what a briefing is called, how much is in it, and how many notes the reader has."""

    id: str
    title: str
    claims: int
    notes: int
    problem: str = ""
