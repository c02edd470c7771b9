"""Shared by all commands: the library, the briefing to use, the clock, and the two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from store.text.sanitize import sanitize_output
from tui.cli.encoding import needs_ascii

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.library.library import Library
    from store.model.briefing import Briefing
    from tui.render.text.blocks import Block


class UsageError(Exception):
    """The command was given something it cannot work with; the message says what would be right."""


class BrokenOutputError(Exception):
    """Raised if the reader of our output closed it, which is not an error; Typer would treat BrokenPipeError as one."""


_changed: list[Notes] = []
FALLBACK_BRIEFING = "alibaba-overseas"


def now() -> datetime:
    """Return the one clock of the program."""
    return datetime.now().astimezone()


def open_library(report: Callable[[str], None] | None = None) -> Library:
    """Return the reader's library, with the shipped briefings in it; `report` (default: `tell`) receives a sentence for each repair."""
    from assets import BRIEFINGS
    from store.library.library import Library
    from store.storage.paths import find_paths

    found = Library(find_paths(), now, report or print_status)
    found.make_private()
    found.install_bundled(BRIEFINGS)
    return found


def resolve_briefing_id(found: Library, name: str | None) -> str:
    """Return the id of the briefing: the one named, else the one last open, else the bundled one."""
    if name:
        return name
    from store.annotations.ui_state import UiState

    last = UiState.load(found.places.state).briefing
    return last if last in found.ids() else FALLBACK_BRIEFING


def open_briefing(name: str | None) -> tuple[Library, Briefing]:
    """Return the library and the briefing: the one named, else the one last open."""
    found = open_library()
    return found, found.open(resolve_briefing_id(found, name))


def writable_notes(found: Library, identity: str) -> Notes:
    """Return the notes on a briefing to be changed, after backing them up; they are compacted when the command ends.

    A failure of the backup is reported and prevents nothing. Raises ReadOnlyError.
    """
    from store.errors import StoreError

    notes = found.notes(identity)
    notes.require_writable()
    try:
        found.create_backup(identity)
    except StoreError as error:
        print_status(str(error))
    _changed.append(notes)
    return notes


def compact_changed_notes() -> None:
    """Compact the notes that this command changed, as far as that is due."""
    from store.errors import StoreError

    while _changed:
        with suppress(StoreError):  # the next command tries again
            _changed.pop().compact_if_wasteful()


def readable_notes(found: Library, identity: str, *, is_wanted: bool = False) -> Notes:
    """Return the notes on a briefing to read; if they cannot be read, report it, and fail if they are required."""
    from store.errors import CorruptFileError

    notes = found.notes(identity)
    if why := found.unreadable_reason(identity, notes):
        if is_wanted:
            raise CorruptFileError(why)
        print_status(why)
    return notes


def print_data(text: str) -> None:
    """Print data to standard output, without control characters."""
    _write(sanitize_output(text))


def print_status(text: str) -> None:
    """Everything that is not data, to standard error, whole words to a line; nothing in it can command a terminal."""
    sys.stderr.write(f"{_fit_to_terminal(sanitize_output(text))}\n")


def _fit_to_terminal(text: str) -> str:
    """No word is broken at the edge of a terminal; elsewhere `text` as it is, a sentence to a line."""
    width = 0
    if sys.stderr.isatty():
        with suppress(OSError):
            width = os.get_terminal_size(sys.stderr.fileno()).columns
    if not width:
        return text
    from textwrap import fill

    lines = ((line, line[: len(line) - len(line.lstrip())]) for line in text.split("\n"))
    return "\n".join(fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) for line, indent in lines)


def print_json(value: Any) -> None:
    """Write a value to standard output as indented JSON."""
    import msgspec

    out_json_text(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def out_json_text(text: str) -> None:
    """Write JSON to standard output; characters that a terminal would obey, or cannot show, are escaped, so no value is changed."""
    from store.text.json_escape import NOT_ASCII, escape_json
    from store.text.unsafe_characters import UNSAFE

    _write(escape_json(text, NOT_ASCII if needs_ascii(sys.stdout) else UNSAFE))


def _write(text: str) -> None:
    try:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    except BrokenPipeError:
        raise BrokenOutputError from None


def is_terminal() -> bool:
    """Return True if standard output is a terminal that can show emphasis."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def print_blocks(blocks: Iterable[Block]) -> None:
    """Blocks of a page: wrapped and with emphasis on a terminal, plain where they are piped."""
    if not is_terminal():
        from tui.render.text.blocks import to_plain_text

        print_data(to_plain_text(blocks))
        return
    from rich.console import Console

    from tui.render.text.rich_text import wrap_blocks

    console = Console(highlight=False, markup=False, emoji=False)
    for line in wrap_blocks(blocks, min(console.width, 100)):
        console.print(line, soft_wrap=True)
