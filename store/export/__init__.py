"""A briefing in the formats of other programs: one file each, all of one shape: (briefing, notes) -> text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from store import disk
from store.briefing import Briefing
from store.clean import one_line
from store.errors import NotFound, Refused
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


def deliver(text: str, path: Path, *, overwrite: bool = False) -> None:
    """Writes an export to `path`, for this user alone; raises Refused where something is there already."""
    name = one_line(str(path))
    if path.is_dir() or not path.parent.is_dir():
        raise Refused(f"{name} is not a file that can be written: {'it is a folder' if path.is_dir() else 'its folder does not exist'}.")
    if path.exists() and not overwrite:
        raise Refused(f"{name} is there already; --force overwrites it.")
    disk.replace(path, text.encode())
