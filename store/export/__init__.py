"""A briefing in the formats of other programs: one file each, all of one shape: (briefing, notes, judged) -> text.

Notes and what was judged are the reader's; an export without them is made from none. A format of several files has a text for each of their
names. The formats that can be had in several ways take Options, too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from store.errors import InvalidValueError
from store.export.clean_values import clean_values
from store.export.write_out import Exported
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from store.export.options import Options


class Format(NamedTuple):
    """What a format is for, in a few words, and how the name of a file of it ends."""

    words: str
    ending: str


FORMATS: dict[str, Format] = {
    "json": Format("everything; import takes it back", ".json"),
    "markdown": Format("everything, for a vault of notes", ".md"),
    "brief": Format("the page for a meeting, as Markdown", "-brief.md"),
    "html": Format("the page for a meeting, to print", "-brief.html"),
    "csv": Format("everything, a folder of tables", "-tables"),
    "dot": Format("the map, for Graphviz", ".dot"),
    "ics": Format("when predictions fall due, a calendar", ".ics"),
    "annotation": Format("your notes, W3C Web Annotation", "-notes.jsonld"),
    "argdown": Format("the argument, for Argdown", ".argdown"),
}

# Importing a file in one of these formats restores the notes as typed; what a terminal would obey is escaped in it.
RESTORED = ("json", "annotation")

# Formats of 0.1 that were removed, each with the format to use instead.
_REMOVED = {"claimreview": "json", "stix": "json"}

Export = Callable[[Briefing, tuple[Note, ...], OpinionSet], Exported]


def exporter(name: str, options: Options | None = None) -> Export:
    """The function that writes this format, as `options` want it; raises InvalidValueError with the known ones.

    So too where the format cannot be had in that way.
    """
    found: Callable[..., Exported] = _module(name).export if name in RESTORED else _with_clean_text(_module(name).export)
    if options is None:
        return found
    from store.export.options import LINKING, PAGES, unsupported_option

    reason = unsupported_option(name, options)
    if reason:
        raise InvalidValueError(reason)
    return partial(found, options=options) if name in (*PAGES, *LINKING) else found


def _with_clean_text(export: Callable[..., Exported]) -> Callable[..., Exported]:
    """Return `export` for notes and opinions whose text is cleaned: it is stored as typed, and other programs may obey it."""

    def export_clean(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS, **options: Options) -> Exported:
        own = clean_values((notes, judged))
        return export(briefing, *own, **options)

    return export_clean


def remark(name: str, briefing: Briefing) -> str:
    """What this format cannot carry of the briefing, in a sentence; nothing where it carries all it is made for."""
    told: Callable[[Briefing], str] | None = getattr(_module(name), "remark", None)
    return told(briefing) if told else ""


def _module(name: str) -> ModuleType:
    if name in _REMOVED:
        raise InvalidValueError(f"Unknown format {name} (removed in 0.2); use {_REMOVED[name]}.")
    if name not in FORMATS:
        guess = suggest(name, FORMATS, "A page to print is html.")
        raise InvalidValueError(
            f"There is no export format {sanitize_line(name) or 'without a name'}; the formats are {', '.join(FORMATS)}. {guess}"
        )
    return import_module(f"store.export.{name}")
