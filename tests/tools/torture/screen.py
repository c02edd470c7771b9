"""Under an open screen: the file of notes is deleted, replaced, emptied; the disk is full, and has room again."""

from __future__ import annotations

import os
import random
import resource
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store.annotations.notes import Notes
from store.library.library import Library
from store.storage.journal_format import header
from tests.support.terminal import PATIENCE, Terminal
from tests.tools.torture import Row, Size
from tests.tools.torture.ledger import now
from tests.tools.torture.odd import library_in

Complaints = Iterator[str]
_OLD, _NEW = "Written before", "Written afterwards"


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Each in a window of its own, with a note that was there before."""
    for what, promise, ask in PROMISES:
        if ask is _full and not hasattr(resource, "prlimit"):
            yield Row(f"under an open screen: {what}", "none", "not tried: only Linux limits another program", promise, True)
            continue
        library = library_in(home / what.replace(" ", "-"))
        library.notes("bridges").add("c001", _OLD)
        with Terminal(home / what.replace(" ", "-"), "bridges", "--at", "c001") as terminal:
            wrong = list(_asked(ask, terminal, library))
        yield Row(f"under an open screen: {what}", "each", "; ".join(wrong) or "as promised", promise, not wrong)


def _asked(ask: Callable[[Terminal, Library], Complaints], terminal: Terminal, library: Library) -> Complaints:
    try:
        terminal.wait_for(_OLD, "1 note")
        yield from ask(terminal, library)
    except AssertionError as error:  # the terminal waited in vain
        yield str(error)[:300]
    yield from _said(library)


def _deleted(terminal: Terminal, library: Library) -> Complaints:
    """Return the next save writes all of it back."""
    _path(library).unlink()
    _write(terminal)
    terminal.wait_for("2 notes")
    yield from ()


def _deleted_folder(terminal: Terminal, library: Library) -> Complaints:
    """Return the same where the whole folder went."""
    records = _path(library).with_name("briefing.json").read_bytes()
    shutil.rmtree(_path(library).parent)
    _write(terminal)
    terminal.wait_for("2 notes")
    _path(library).with_name("briefing.json").write_bytes(records)  # so that the command line knows the briefing
    yield from ()


def _replaced(terminal: Terminal, library: Library) -> Complaints:
    """Check that notes of another program are shown and added to."""
    other = Notes(_path(library).with_name("other.jsonl"), now)
    for body in (_OLD, "From elsewhere"):
        other.add("c001", body)
    os.replace(other.journal.path, _path(library))
    terminal.wait_for("2 notes", "From elsewhere")
    _write(terminal)
    terminal.wait_for("3 notes")
    yield from ["what was put there is lost"] * ("From elsewhere" not in _bodies(library))


def _emptied(terminal: Terminal, library: Library) -> Complaints:
    """Check that a foreign file is reported and left alone, and that the text is saved when the notes are back."""
    path = _path(library)
    _type(terminal)
    path.write_bytes(b"")
    terminal.press("\x13")
    terminal.wait_for("is empty", "The text is still here")
    yield from ["it was touched"] * (path.read_bytes() != b"")
    library.restore("bridges", library.backups("bridges").all()[0].day)
    _save_in_the_end(terminal)


def _newer(terminal: Terminal, library: Library) -> Complaints:
    """Return a newer program takes the file over: it is told, and left as it is."""
    path, before = _path(library), _path(library).read_bytes()
    future = header().replace(b'"format":1', b'"format":2')
    path.write_bytes(future)
    terminal.wait_for("read-only")
    yield from ["it was touched"] * (path.read_bytes() != future)
    path.write_bytes(before)
    terminal.wait_for("are writable again")
    _write(terminal)
    terminal.wait_for("2 notes")


def _full(terminal: Terminal, library: Library) -> Complaints:
    """Return the words stay in the editor until there is room."""
    limits = resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE)
    _type(terminal)
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (1, limits[1]))
    terminal.press("\x13")
    terminal.wait_for("file too large", "The text is still here")
    yield from ["it was saved, or something else was"] * (_bodies(library) != [_OLD])
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, limits)
    _save_in_the_end(terminal)


PROMISES: tuple[tuple[str, str, Callable[[Terminal, Library], Complaints]], ...] = (
    ("the file is deleted", "all is written back", _deleted),
    ("its folder is deleted", "all is written back", _deleted_folder),
    ("the file is replaced", "shown, and added to", _replaced),
    ("the file is emptied", "told, untouched, words kept", _emptied),
    ("the file becomes a newer one", "told, untouched", _newer),
    ("the disk is full", "words kept, then saved", _full),
)


def _path(library: Library) -> Path:
    return library.places.library / "bridges" / "notes.jsonl"


def _bodies(library: Library) -> list[str]:
    return [note.body for note in library.notes("bridges").all()]


def _said(library: Library) -> list[str]:
    """Whatever happened, both are there in the end."""
    return [f"{body!r} is lost" for body in (_OLD, _NEW) if body not in _bodies(library)]


def _type(terminal: Terminal) -> None:
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.paste(_NEW)
    terminal.wait_for(_NEW)


def _write(terminal: Terminal) -> None:
    _type(terminal)
    terminal.press("\x13")


def _save_in_the_end(terminal: Terminal) -> None:
    """As a reader would: once more, until it works."""
    deadline = time.monotonic() + PATIENCE
    while "2 notes" not in terminal.painted and time.monotonic() < deadline:
        terminal.press("\x13")
        terminal.wait_until_quiet()
