"""What every command shares: the library, the briefing that is meant, the clock, and the two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from store.text.sanitize import harmless
from tui.cli.encoding import is_plain

if TYPE_CHECKING:
    from store.annotations.notes import Notes
    from store.library.library import Library
    from store.model.briefing import Briefing
    from tui.render.text.blocks import Block


class Misused(Exception):
    """The command was given something it cannot work with; the message says what would be right."""


class PipeClosed(Exception):
    """Who read our output has seen enough; that is no error. (Typer would make one of the original.)"""


_changed: list[Notes] = []
FALLBACK_BRIEFING = "alibaba-overseas"


def now() -> datetime:
    """The one clock of the program."""
    return datetime.now().astimezone()


def library(report: Callable[[str], None] | None = None) -> Library:
    """Return the reader's library, with the shipped briefings in it; `report` (default: `tell`) receives a sentence for each repair."""
    from assets import BRIEFINGS
    from store.library.library import Library
    from store.storage.paths import find_places

    found = Library(find_places(), now, report or tell)
    found.make_private()
    found.put_shipped(BRIEFINGS)
    return found


def meant(found: Library, name: str | None) -> str:
    """The id of the briefing that is meant: the one named, else the one last open, else the shipped one."""
    if name:
        return name
    from store.annotations.ui_state import State

    last = State.load(found.places.state).briefing
    return last if last in found.ids() else FALLBACK_BRIEFING


def opened(name: str | None) -> tuple[Library, Briefing]:
    """The library and the briefing that is meant."""
    found = library()
    return found, found.open(meant(found, name))


def writable(found: Library, identity: str) -> Notes:
    """Return the notes on a briefing to be changed, after backing them up; they are compacted when the command ends.

    A failure of the backup is reported and prevents nothing. Raises ReadOnly.
    """
    from store.errors import ReadOnly, StoreError

    notes = found.notes(identity)
    if notes.problem:
        raise ReadOnly(notes.problem)
    try:
        found.back_up(identity)
    except StoreError as error:
        tell(str(error))
    _changed.append(notes)
    return notes


def compact_changed_notes() -> None:
    """Compact the notes that this command changed, as far as that is due."""
    from store.errors import StoreError

    while _changed:
        with suppress(StoreError):  # the next command tries again
            _changed.pop().tidy()


def readable(found: Library, identity: str, *, is_wanted: bool = False) -> Notes:
    """The notes on a briefing, to read. Where they cannot be read that is told, and is a failure where they are what is wanted."""
    from store.errors import Damaged

    notes = found.notes(identity)
    if why := found.unread(identity, notes):
        if is_wanted:
            raise Damaged(why)
        tell(why)
    return notes


def out(text: str) -> None:
    """Data, to standard output; nothing in it can command a terminal."""
    _write(harmless(text))


def tell(text: str) -> None:
    """Everything that is not data, to standard error, whole words to a line; nothing in it can command a terminal."""
    sys.stderr.write(f"{_fit_to_terminal(harmless(text))}\n")


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


def out_json(value: Any) -> None:
    """Write a value to standard output as indented JSON."""
    import msgspec

    out_json_text(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def out_json_text(text: str) -> None:
    """Write JSON to standard output; characters that a terminal would obey, or cannot show, are escaped, so no value is changed."""
    from store.text.json_escape import NOT_ASCII, escape_json
    from store.text.sanitize import UNSAFE

    _write(escape_json(text, NOT_ASCII if is_plain(sys.stdout) else UNSAFE))


def _write(text: str) -> None:
    try:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    except BrokenPipeError:
        raise PipeClosed from None


def is_terminal() -> bool:
    """Whether standard output is a terminal that can show emphasis."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def out_blocks(blocks: Iterable[Block]) -> None:
    """Blocks of a page: wrapped and with emphasis on a terminal, plain where they are piped."""
    if not is_terminal():
        from tui.render.text.blocks import plain

        out(plain(blocks))
        return
    from rich.console import Console

    from tui.render.text.rich_text import lines

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines(blocks, min(console.width, 100)):
        console.print(line, soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """`1 note`, `12 notes`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
