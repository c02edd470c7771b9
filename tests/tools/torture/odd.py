"""What other hands do to the files: another version, no permission, a link, a window that stands still, a clock that is wrong."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from store.annotations.drafts import Draft, Drafts
from store.annotations.notes import Clock, Notes
from store.errors import StoreError
from store.library.backups import KEPT
from store.library.library import Library
from store.opinions.logs import VerdictLog
from store.storage import journal_format
from store.storage.file_lock import locked
from store.storage.journal import lock_path
from store.storage.paths import Paths
from tests.support.processes import Worker, seal, unseal
from tests.support.sample import claim, whole
from tests.tools.torture import Row, Size
from tests.tools.torture.child import Child, Say
from tests.tools.torture.ledger import now

Complaints = Iterator[str]
_SHORT_WAIT = 0.5


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """Each once; what was promised is asked for, and what is not so is a complaint."""
    for what, promise, ask in PROMISES:
        place = home / what.replace(" ", "-")
        wrong = list(ask(place))
        yield Row(what, "each", "; ".join(wrong) or "as promised", promise, not wrong)


def library_in(home: Path, clock: Clock = now) -> Library:
    """Return a library under `home` with one briefing."""
    library = Library(Paths(home / "data", home / "state", home / "config", home / "cache"), clock)
    library.install(whole())
    return library


def refused(deed: Callable[[], object], *words: str) -> Complaints:
    """Check that the operation fails with a message that contains these words."""
    try:
        deed()
    except StoreError as error:
        yield from (f"{error} does not say {word}" for word in words if word not in str(error))
    else:
        yield f"not refused: {' '.join(words)}"


def _newer_notes(home: Path) -> Complaints:
    """Return a newer program wrote the notes, before this one was started and while it was open."""
    library = library_in(home)
    opened = library.notes("bridges")
    note = opened.add("c001", "mine")
    path = opened.journal.path
    assert note
    with patch.object(journal_format, "FORMAT", journal_format.FORMAT + 1):
        future = journal_format.header() + path.read_bytes().partition(b"\n")[2]
    path.write_bytes(future)
    notes = library.notes("bridges")
    for window in (opened, notes):
        for deed in (
            lambda window=window: window.add("c001", "more"),
            lambda window=window: window.edit(note, "more"),
            lambda window=window: VerdictLog(window).give(claim(), "agree"),
            window.journal.compact,
            window.refresh,
        ):
            yield from refused(deed, "is in format 2", "left as it is")
    yield from refused(lambda: library.create_backup("bridges"), "is in format 2", "left as it is")
    notes.compact_if_wasteful()
    yield from ["touched"] * (path.read_bytes() != future)


def _newer_records(home: Path) -> Complaints:
    """Return a newer program wrote the records."""
    library = library_in(home)
    library.install(whole(format=2))
    path = library.places.library / "bridges" / "briefing.json"
    before = path.read_bytes()
    yield from refused(lambda: library.open("bridges"), "is in format 2", "left as it is")
    yield from refused(lambda: library.install(whole()), "newer version")
    yield from ["touched"] * (path.read_bytes() != before)


def _newer_field(home: Path) -> Complaints:
    """Return a newer program wrote a note and a verdict with a field and a word that this one does not know: they are kept as they are."""
    library = library_in(home)
    notes = library.notes("bridges")
    note = notes.add("c001", "mine")
    VerdictLog(notes).give(claim(), "agree", "mine")
    assert note
    tables = notes.journal.tables
    strange = {("notes", "n-zzzzzz"): {**tables["notes"][note.id], "id": "n-zzzzzz", "tags": [], "mood": "calm"}}
    strange |= {("verdicts", "c001.2"): {**tables["verdicts"]["c001.1"], "number": 2, "agreement": "wavering"}}
    with notes.journal.transaction():
        for (table, identity), document in strange.items():
            notes.journal.set(table, identity, document)
    VerdictLog(notes).give(claim(), "disagree", "mine again")
    notes.edit(note, "mine, better")
    notes.journal.compact()
    again = library.notes("bridges")
    kept = again.journal.tables
    yield from (f"{key} is not as it was" for key, document in strange.items() if kept[key[0]].get(key[1]) != document)
    yield from ["the note is lost"] * ([note.body for note in again.all()] != ["mine, better"])
    verdict = VerdictLog(again).current("c001")
    yield from ["the verdict is lost"] * (verdict is None or verdict.because != "mine again")


def _read_only(home: Path) -> Complaints:
    """Who may not write can read, and is told."""
    home.mkdir(parents=True)
    for folder in (home.parent, home.parent.parent):
        folder.chmod(0o755) if folder.name.startswith(("torture-", "odd")) else None
    library = library_in(home)
    library.notes("bridges").add("c001", "mine")
    before = library.notes("bridges").journal.path.read_bytes()
    seal(home)
    try:
        with Worker("look", home, BRIEFING_HOME=str(home)) as window:
            title, count, problem, add, back_up, *_ = window.rest().splitlines()
    finally:
        unseal(home)
    yield from ["it cannot be read"] * ((title, count) != ("Do bridges pay?", "1"))
    yield from ["no sentence"] * ("read-only" not in problem or not add.startswith("ReadOnly") or not back_up.startswith("ReadOnly"))
    yield from ["touched"] * (library.notes("bridges").journal.path.read_bytes() != before)


def _link(home: Path) -> Complaints:
    """Return the file of notes is a link to one elsewhere: it stays one, and all that is done is done there, under one lock."""
    library = library_in(home)
    path = library.notes("bridges").journal.path
    target = home / "elsewhere" / "mine.jsonl"
    target.parent.mkdir()
    path.symlink_to(target)
    notes, there = library.notes("bridges"), Notes(target, now, wait=_SHORT_WAIT)
    note = notes.add("c001", "by the link")
    assert note
    library.create_backup("bridges")
    there.add("c001", "by its own name")
    notes.edit(note, "by the link, better")
    notes.journal.compact()
    with locked(lock_path(target)):
        yield from refused(lambda: library.restore("bridges", now().date().isoformat()), "Another window holds")
    library.restore("bridges", now().date().isoformat())
    there.add("c001", "afterwards")
    yield from ["the link is gone"] * (not path.is_symlink())
    said = [note.body for note in library.notes("bridges").all()]
    yield from [f"it says {said}"] * (said != ["by the link", "afterwards"])


def _stopped(home: Path) -> Complaints:
    """Return a window that was stopped in the middle of a save holds the lock: others say so in time, can read, and go on when it does."""
    library = library_in(home)
    notes = library.notes("bridges")
    notes.add("c001", "before")

    def hold(say: Say) -> None:
        other = library.notes("bridges")
        with other.journal.transaction():
            say("held")
            signal.pause()

    with Child(hold) as window:
        window.line()
        window.stop()
        begun = now()
        yield from refused(lambda: notes.add("c001", "meanwhile"), "Another window holds", "nothing was saved yet")
        waited = (now() - begun).total_seconds()
        yield from [f"it waited {waited:.0f} s"] * (not 4 < waited < 8)
        yield from ["it cannot be read"] * (len(library.notes("bridges").all()) != 1)
    notes.add("c001", "afterwards")
    yield from ["the next save is lost"] * (len(library.notes("bridges").all()) != 2)


def _clock(home: Path) -> Complaints:
    """Return the clock goes back ten years: the last words are current, and today's copy is made and stays."""
    day = [0]
    library = library_in(home, lambda: now() + timedelta(days=day[0]))
    notes = library.notes("bridges")
    note = notes.add("c001", "first")
    VerdictLog(notes).give(claim(), "agree")
    assert note
    for day[0] in range(KEPT + 3):
        library.create_backup("bridges")
    day[0] = -3652
    edited = notes.edit(note, "then")
    VerdictLog(notes).give(claim(), "disagree")
    library.create_backup("bridges")
    pen = Drafts(library.places.drafts).begin(Draft(briefing="bridges", target="c001", body=""))
    pen.write("typed")
    pen.release()
    fresh = library.notes("bridges")
    yield from ["older words came back"] * (fresh.get(note.id) != edited or edited.body != "then")
    verdict = VerdictLog(fresh).current("c001")
    yield from ["an older verdict came back"] * (verdict is None or verdict.agreement != "disagree")
    yield from ["the draft is lost"] * (len(Drafts(library.places.drafts).interrupted("bridges")) != 1)
    copies = library.backups("bridges").all()
    yield from ["today's copy was not kept"] * (min(copy.day for copy in copies) > "2020")
    yield from [f"{len(copies)} copies"] * (len(copies) != KEPT)


PROMISES: tuple[tuple[str, str, Callable[[Path], Complaints]], ...] = (
    ("notes of a newer version", "refused, untouched", _newer_notes),
    ("records of a newer version", "refused, untouched", _newer_records),
    ("a note with a field of a newer version", "kept as it is", _newer_field),
    ("a folder that is read-only", "readable, told", _read_only),
    ("a store behind a symbolic link", "it stays one", _link),
    ("a stopped lock holder", "told within 5 s, nothing lost", _stopped),
    ("the clock ten years back", "the last words win", _clock),
)
