"""Any byte of the journal changed, and any beginning of it: at most the notes that are hit go, the doctor names them, saving goes on."""

from __future__ import annotations

import contextlib
import io
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.annotations.notes import Notes
from store.library.library import Library
from store.opinions.logs import VerdictLog
from store.storage.journal_format import complete_lines
from store.storage.paths import Paths
from tests.support.sample import claim, whole
from tests.tools.torture import Row, Size
from tests.tools.torture.ledger import now
from tui.cli import doctor

_NOTES = 10
_NAMED = re.compile(rb"\bn-[a-z0-9]{6}\b")
_LEAST = 2_000
State = dict[str, str]


class Case(NamedTuple):
    """A damaged journal, and where the damage begins and ends."""

    content: bytes
    start: int
    end: int


def rows(home: Path, size: Size, chance: random.Random) -> Iterator[Row]:
    """One byte of a journal at a time, one beginning of it at a time; then many bytes one after the other, with saves between."""
    library = _library(home)
    content = library.notes("bridges").journal.path.read_bytes()
    assert len(content) > _LEAST
    stride = 2 * size.every  # of a journal of some four thousand bytes
    places = range(chance.randrange(stride), len(content), stride)
    flips = (Case(content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :], at, at + 1) for at in places)
    yield _row("any byte of the journal flipped", library, content, flips)
    prefixes = (Case(content[:at], at, len(content)) for at in places)
    yield _row("any prefix of the journal", library, content, prefixes)
    yield _one_after_the_other(library, content, 400 // size.every, chance)


def _library(home: Path) -> Library:
    """One briefing, with notes of every fate, two verdicts, and a backup."""
    library = Library(Paths(home / "data", home / "state", home / "config", home / "cache"), now)
    library.install(whole())
    notes = library.notes("bridges")
    made = [note for number in range(_NOTES) if (note := notes.add("c001", f"note {number} ü"))]
    for note in made[::4]:
        notes.edit(note, f"{note.body}, said better")
    for note in made[1::6]:
        notes.remove(note.id)
    for word in ("agree", "disagree"):
        VerdictLog(notes).give(claim(), word, f"because {word}")
    library.create_backup("bridges")
    return library


def _row(what: str, library: Library, content: bytes, cases: Iterable[Case]) -> Row:
    wrong, refused, count, lost, named = Counter[str](), 0, 0, 0, 0
    path = library.notes("bridges").journal.path
    whole_state = _state(library.notes("bridges"))
    for case in cases:
        count += 1
        path.write_bytes(case.content)
        notes = library.notes("bridges")
        if notes.problem:
            refused += 1
            wrong.update(_refused(library, notes, case))
            continue
        hit = _hit(content, case)
        gone = {name for name, words in whole_state.items() if _state(notes).get(name) != words}
        told = " ".join(_doctor(library))
        lost += len(gone)
        named += sum(name in told for name in gone)
        wrong.update(["a note that was not hit is lost"] * bool(gone - hit) + _said(content, _state(notes)))
        wrong.update(["the doctor is silent"] * (not told and not _is_whole(case)))
        wrong.update(_goes_on(library, notes))
    for left in path.parent.glob("*.torn-*"):
        left.unlink()
    path.write_bytes(content)
    came_out = ", ".join(f"{number} × {what}" for what, number in wrong.items())
    kept = f"{lost / count:.1f} of {len(whole_state)} notes lost on average, {named / max(lost, 1):.0%} of them named by id"
    came_out = came_out or f"{kept}; {refused} refused in a sentence and brought back"
    return Row(what, f"{count:,} cases", came_out, "at most what it hits, named; saving goes on", not wrong)


def _one_after_the_other(library: Library, content: bytes, count: int, chance: random.Random) -> Row:
    """Return the same journal is hit again and again, between saves; a note that no flip hit is there to the last."""
    path, hit, saved = library.notes("bridges").journal.path, set[str](), dict[str, str]()
    wrong = Counter[str]()
    for number in range(count):
        notes = library.notes("bridges")
        note = notes.add("c001", f"saved after {number} flips")
        assert note
        saved[note.id] = f"notes {note.body}"
        now_ = path.read_bytes()
        at = chance.randrange(len(now_))
        path.write_bytes(now_[:at] + bytes([now_[at] ^ 1 << chance.randrange(8)]) + now_[at + 1 :])
        hit |= _hit(now_, Case(b"", at, at + 1))
        wrong.update(["failed to open"] * bool(library.notes("bridges").problem))
    there = _state(library.notes("bridges"))
    lost = [name for name, words in saved.items() if there.get(name) != words]
    wrong.update(["a note that was not hit is lost"] * len(set(lost) - hit))
    came_out = ", ".join(wrong) or f"{len(lost)} of {len(saved)} lost, each of them hit"
    return Row("flips that add up, saves between them", f"{count} flips", came_out, "at most what they hit", not wrong)


def _state(notes: Notes) -> State:
    """Where each note is, and what it says; and each verdict."""
    found = {note.id: f"notes {note.body}" for note in notes.all()} | {note.id: f"trash {note.body}" for note in notes.trash()}
    return found | {f"verdict {verdict.number}": verdict.because for verdict in VerdictLog(notes).history("c001")}


def _hit(content: bytes, case: Case) -> set[str]:
    """Return the notes and verdicts of the lines that the damage touches; a changed line end touches the next line too."""
    start = content.rfind(b"\n", 0, case.start) + 1
    stop = content.find(b"\n", case.end - 1)
    if stop == case.end - 1:
        stop = content.find(b"\n", case.end)
    lines = content[start : stop if stop > 0 else len(content)]
    numbers = re.findall(rb'"verdicts","c001\.(\d)"', lines)
    return {word.decode() for word in _NAMED.findall(lines)} | {f"verdict {number.decode()}" for number in numbers}


def _said(content: bytes, state: State) -> list[str]:
    """Words that nobody ever wrote."""
    return [f"words nobody wrote: {words}" for words in state.values() if words.partition(" ")[2].encode() not in content]


def _is_whole(case: Case) -> bool:
    """Return a beginning that ends where a line ends says nothing of what followed."""
    return complete_lines(case.content) == case.content and len(case.content) == case.start


def _doctor(library: Library) -> list[str]:
    with contextlib.redirect_stdout(io.StringIO()):
        return list(doctor.check(library, "bridges"))


def _goes_on(library: Library, notes: Notes) -> list[str]:
    note = notes.add("c001", "saved afterwards")
    assert note
    return [] if library.notes("bridges").get(note.id) == note else ["the next save is lost"]


def _refused(library: Library, notes: Notes, case: Case) -> list[str]:
    """No header, no store: it is told in a sentence, left as it is, and a backup brings it back."""
    path = notes.journal.path
    wrong = ["refused though it has a whole line"] * (b"\n" in case.content and len(case.content) > case.content.find(b"\n") + 1)
    wrong += ["the doctor is silent"] * (not _doctor(library)) + ["touched"] * (path.read_bytes() != case.content)
    library.restore("bridges", library.backups("bridges").all()[0].day)
    for left in path.parent.glob("*.before-restore*"):
        left.unlink()
    return wrong + _goes_on(library, library.notes("bridges"))
