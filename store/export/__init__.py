"""A briefing in the formats of other programs: one file each, all of one shape: (briefing, notes) -> text, or a text for each file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from store import disk
from store.briefing import Briefing
from store.clean import one_line
from store.errors import NotFound, Refused
from store.look import exists
from store.model import Note
from store.nearest import nearest

if TYPE_CHECKING:
    from store.export.page import BriefOptions

FORMATS = ("json", "markdown", "brief", "html", "csv", "dot", "ics", "annotation", "claimreview", "stix", "argdown")

PAGES = ("brief", "html")  # the formats that take BriefOptions

# A format of several files has a text for each of their names.
Exported = str | dict[str, str]
Export = Callable[[Briefing, tuple[Note, ...]], Exported]


def exporter(name: str, options: BriefOptions | None = None) -> Export:
    """The function that writes this format, as `options` want it; raises NotFound with the known ones.

    Raises Refused where the format is not a page and so has no options.
    """
    found: Callable[..., Exported] = _module(name).export
    if options is None:
        return found
    if name not in PAGES:
        raise Refused(f"{name} has everything in it; how long a page is and for whom can be said for {' and '.join(PAGES)}.")
    return partial(found, options=options)


def remark(name: str, briefing: Briefing) -> str:
    """What this format cannot carry of the briefing, in a sentence; nothing where it carries all it is made for."""
    told: Callable[[Briefing], str] | None = getattr(_module(name), "remark", None)
    return told(briefing) if told else ""


def deliver(exported: Exported, path: Path, *, overwrite: bool = False) -> None:
    """Writes an export to `path`, for this user alone: a file, or a folder of files, which may be there already.

    Raises Refused where something is there already or a file cannot be, ReadOnly or NotSaved.
    """
    if isinstance(exported, str):
        _check(path, overwrite)
        disk.replace(path, exported.encode())
        return
    if exists(path) and not path.is_dir():
        raise Refused(f"{one_line(str(path))} is not a folder, and this format is a folder of {len(exported)} files.")
    if not exists(path) and not path.parent.is_dir():
        raise Refused(f"{one_line(str(path))} cannot be made: the folder it would be in does not exist.")
    if exists(path):
        for name in exported:
            _check(path / name, overwrite)
    disk.make_folder(path)
    for name, text in exported.items():
        disk.replace(path / name, text.encode())


def _module(name: str) -> ModuleType:
    if name not in FORMATS:
        raise NotFound(f"There is no export format {name}. {nearest(name, FORMATS)}")
    return import_module(f"store.export.{name}")


def _check(path: Path, overwrite: bool) -> None:
    """Raises Refused where no file may be written."""
    name, is_there = one_line(str(path)), exists(path)
    reason = _why_not(path, is_there)
    if reason:
        raise Refused(f"{name} is not a file that can be written: {reason}.")
    if is_there and not overwrite:
        raise Refused(f"{name} is there already; --force overwrites it.")


def _why_not(path: Path, is_there: bool) -> str:
    """Why no export can stand at `path`; a device or a FIFO would be replaced by a file, and be gone."""
    if is_there and path.is_dir():
        return "it is a folder"
    if is_there and not path.is_file():
        return "it is not a regular file"
    return "" if is_there or path.parent.is_dir() else "its folder does not exist"
