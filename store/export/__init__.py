"""A briefing in the formats of other programs: one file each, all of one shape: (briefing, notes) -> text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from store.briefing import Briefing
from store.errors import NotFound
from store.model import Note
from store.nearest import nearest

FORMATS = ("json", "markdown")

Export = Callable[[Briefing, tuple[Note, ...]], str]


def exporter(name: str) -> Export:
    """The function that writes this format; raises NotFound with the known ones."""
    if name not in FORMATS:
        raise NotFound(f"There is no export format {name}. {nearest(name, FORMATS)}")
    found: Export = import_module(f"store.export.{name}").export
    return found
