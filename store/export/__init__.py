"""A briefing in the formats of other programs: one file each, all of one shape: (briefing, notes) -> text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from store import disk
from store.briefing import Briefing
from store.clean import one_line
from store.errors import NotFound, Refused
from store.look import exists
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
    """Writes an export to `path`, for this user alone.

    Raises Refused where something is there already or a file cannot be, ReadOnly or NotSaved.
    """
    name, is_there = one_line(str(path)), exists(path)
    reason = _why_not(path, is_there)
    if reason:
        raise Refused(f"{name} is not a file that can be written: {reason}.")
    if is_there and not overwrite:
        raise Refused(f"{name} is there already; --force overwrites it.")
    disk.replace(path, text.encode())


def _why_not(path: Path, is_there: bool) -> str:
    """Why no export can stand at `path`; a device or a FIFO would be replaced by a file, and be gone."""
    if is_there and path.is_dir():
        return "it is a folder"
    if is_there and not path.is_file():
        return "it is not a regular file"
    return "" if is_there or path.parent.is_dir() else "its folder does not exist"
