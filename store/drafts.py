"""What is being written and is not yet a note: on disk while it is typed, found again after any end of the program."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec

from store import disk
from store.clean import clean, one_line
from store.errors import Damaged, StoreError
from store.lock import held, is_held
from store.look import matching, read
from store.nearest import nearest
from store.note import Quote
from store.table import random_id
from store.value import Value

_OTHER_FILES = (".lock", ".txt")


class Draft(Value, frozen=True):
    """Words on their way into a note: a new one on `target`, or where `note` names one, its next `revision`.

    `quote` is the span it is on, where one was chosen. `put_aside` is true when the reader left the editor on purpose, and
    false after an end that nobody chose.
    """

    briefing: str
    target: str
    body: str
    note: str = ""
    revision: int = 0
    put_aside: bool = False
    name: str = ""
    quote: Quote | None = None


class Drafts:
    """The drafts in `folder`, one file for each editor. A draft belongs to the window that holds its lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def left(self, briefing: str) -> tuple[Draft, ...]:
        """The drafts of this briefing that no window is writing now."""
        found = (self._read(path) for path in matching(self.folder, "*.json"))
        return tuple(draft for draft in found if draft and draft.briefing == briefing and not is_held(self._lock(draft.name)))

    def problems(self, briefings: Collection[str]) -> Iterator[str]:
        """Yield a sentence for every file that is not a draft, and for every draft of a briefing that is not among `briefings`."""
        for path in matching(self.folder, "*"):
            draft = self._read(path) if path.suffix == ".json" else None
            if draft is None and path.suffix not in _OTHER_FILES and disk.TEMPORARY not in path.name:
                yield f"{path} is not a draft this program can read; it is kept. Read it, and delete it when it is of no use."
            elif draft and draft.briefing not in briefings and not is_held(self._lock(draft.name)):
                words = one_line(draft.briefing)
                yield f"{path} is a draft for the briefing {words}, which is not in the library; it is kept. {nearest(words, briefings)}"

    def misplaced(self, briefing: str, targets: Container[str], notes: Container[str]) -> Iterator[str]:
        """Yield a sentence for every draft of `briefing` on a record that is not among `targets`, or of a note not among `notes`."""
        for draft in self.left(briefing):
            path = self.folder / f"{draft.name}.json"
            if draft.target != briefing and draft.target not in targets:
                yield f"{path} is a draft on {draft.target}, which {briefing} does not have; it is kept."
            elif draft.note and draft.note not in notes:
                yield f"{path} is a draft of the note {one_line(draft.note)}, which {briefing} does not have; it is kept."

    def begin(self, draft: Draft) -> Pen:
        """Takes up `draft` (a new one has no name yet) for this window; raises Busy, ReadOnly or NotSaved."""
        disk.make_folder(self.folder)
        disk.sweep(self.folder)
        name = draft.name or random_id().replace("n-", "d-")
        held_open = ExitStack()
        held_open.enter_context(held(self._lock(name), wait=0))
        return Pen(self.folder / f"{name}.json", self._lock(name), msgspec.structs.replace(draft, name=name), held_open)

    def _lock(self, name: str) -> Path:
        return self.folder / f"{name}.lock"

    def _read(self, path: Path) -> Draft | None:
        """The draft at `path`; None for what is not one: it stays where it is, and `doctor` names it."""
        try:
            draft = msgspec.json.decode(read(path), type=Draft)
        except (Damaged, *disk.UNREADABLE):
            return None
        return msgspec.structs.replace(draft, name=path.stem, body=clean(draft.body), target=clean(draft.target))


class Pen:
    """One draft in the hand of one window."""

    def __init__(self, path: Path, lock: Path, draft: Draft, held_open: ExitStack) -> None:
        self.draft = draft
        self._path = path
        self._lock = lock
        self._held = held_open
        self._is_down = False

    def write(self, body: str, quote: Quote | None = None) -> None:
        """Brings `body` onto the disk, and the span it is on; raises NotSaved or ReadOnly, and then the words before it are still there.

        A pen that was put down writes no more: what it wrote is saved by then, or somebody else's.
        """
        draft = msgspec.structs.replace(self.draft, body=body, quote=quote)
        if self._is_down or (draft == self.draft and self._path.exists()):
            return
        disk.replace(self._path, msgspec.json.encode(draft))
        self.draft = draft

    def put_aside(self, body: str, quote: Quote | None = None) -> None:
        """Keeps the draft and lets go of it, for the reader who leaves the editor on purpose."""
        aside = msgspec.structs.replace(self.draft, body=body, quote=quote, put_aside=True)
        disk.replace(self._path, msgspec.json.encode(aside))
        self.draft = aside
        self.let_go()

    def let_go(self) -> None:
        """Leaves the draft as it is on disk, to be offered again."""
        self._is_down = True
        self._held.close()

    def finish(self) -> None:
        """Deletes the draft: its words are saved elsewhere, or there are none."""
        try:
            disk.remove(self._path)
            disk.remove(self._lock)
        except StoreError:
            return  # what is left is offered again, which loses nothing
        finally:
            self.let_go()
