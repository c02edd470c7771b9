"""Export formats: each writes a briefing, and the reader's notes and opinions on it, for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from store.errors import InvalidValueError
from store.export.clean_values import clean_values
from store.export.options import Options, unsupported_option
from store.export.write_out import Exported
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

DEFAULT_OPTIONS = Options()


class Export(Protocol):
    """A function that writes one format; a format of several files has a text for each of their names."""

    def __call__(self, briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> Exported: ...


class Writer(Protocol):
    """A function that writes one format with options; those that the format does not support have their default values."""

    def __call__(self, briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> Exported: ...


class Warn(Protocol):
    """A function that returns a sentence about what a format cannot represent, or `""` if it represents everything."""

    def __call__(self, briefing: Briefing) -> str: ...


@dataclass(frozen=True)
class Format:
    """An export format: its name, the ending of its file names, what it is for, and the functions that write it.

    An importable format restores notes as typed: its writer escapes characters that a terminal would obey.
    The text of the reader's data is sanitized for every other format.
    """

    name: str
    suffix: str
    title: str
    write: Writer
    warn: Warn = lambda briefing: ""
    is_importable: bool = False


# A format is imported when it is first written: together they would slow down every command that lists their names.
def _write_json(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.json import export

    return export(briefing, notes, judged)


def _write_markdown(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.markdown import export

    return export(briefing, notes, judged, options)


def _write_brief(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.brief import export

    return export(briefing, notes, judged, options)


def _write_html(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.html import export

    return export(briefing, notes, judged, options)


def _write_csv(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> dict[str, str]:
    from store.export.csv import export

    return export(briefing, notes, judged)


def _write_dot(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.dot import export

    return export(briefing, notes, judged)


def _write_ics(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.ics import export

    return export(briefing, notes, judged)


def _warn_ics(briefing: Briefing) -> str:
    from store.export.ics import warning

    return warning(briefing)


def _write_annotation(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.annotation import export

    return export(briefing, notes, judged)


def _write_argdown(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> str:
    from store.export.argdown import export

    return export(briefing, notes, judged)


_TABLE = (
    Format("json", ".json", "everything; import takes it back", _write_json, is_importable=True),
    Format("markdown", ".md", "everything, for a vault of notes", _write_markdown),
    Format("brief", "-brief.md", "the page for a meeting, as Markdown", _write_brief),
    Format("html", "-brief.html", "the page for a meeting, to print", _write_html),
    Format("csv", "-tables", "everything, a folder of tables", _write_csv),
    Format("dot", ".dot", "the map, for Graphviz", _write_dot),
    Format("ics", ".ics", "when predictions fall due, a calendar", _write_ics, _warn_ics),
    Format("annotation", "-notes.jsonld", "your notes, W3C Web Annotation", _write_annotation, is_importable=True),
    Format("argdown", ".argdown", "the argument, for Argdown", _write_argdown),
)
FORMATS: dict[str, Format] = {format.name: format for format in _TABLE}

# Formats of 0.1 that were removed, each with the format to use instead.
_REMOVED = {"claimreview": "json", "stix": "json"}


def exporter(name: str, options: Options = DEFAULT_OPTIONS) -> Export:
    """Return the function that writes the format `name` with `options`.

    Raise InvalidValueError for an unknown format, which lists the known ones, and for an option that the format does not support.
    """
    format = _find_format(name)
    reason = unsupported_option(name, options)
    if reason:
        raise InvalidValueError(reason)

    def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> Exported:
        if not format.is_importable:
            notes, judged = clean_values((notes, judged))
        return format.write(briefing, notes, judged, options)

    return export


def export_warning(name: str, briefing: Briefing) -> str:
    """Return a sentence about what the format cannot represent of the briefing, or `""` if there is nothing."""
    return _find_format(name).warn(briefing)


def _find_format(name: str) -> Format:
    if name in _REMOVED:
        raise InvalidValueError(f"Unknown format {name} (removed in 0.2); use {_REMOVED[name]}.")
    if name not in FORMATS:
        guess = suggest(name, FORMATS, "A page to print is html.")
        raise InvalidValueError(
            f"There is no export format {sanitize_line(name) or 'without a name'}; the formats are {', '.join(FORMATS)}. {guess}"
        )
    return FORMATS[name]
