"""A folder of drafts, one file for each: written while text is typed, and found again after any end of the program."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Generic, Self, TypeVar

import msgspec

from store.errors import CorruptFileError, StoreError
from store.model.base import FrozenStruct
from store.storage import atomic_file
from store.storage.file_lock import is_locked, locked
from store.storage.files import list_matching, read_bytes
from store.storage.tinydb_table import random_id
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize, sanitize_line

_LOCK = ".lock"


class AnyDraft(FrozenStruct, frozen=True, kw_only=True):
    """The fields of every draft: its briefing, its target record, and its name, which is that of its file."""

    briefing: str
    target: str
    name: str = ""

    def sanitized(self) -> Self:
        """Return the draft with its text sanitized."""
        return msgspec.structs.replace(self, target=sanitize(self.target))


DraftType = TypeVar("DraftType", bound=AnyDraft)


class DraftFolder(Generic[DraftType]):
    """The drafts of one type in `folder`. A draft belongs to the window that holds its lock."""

    def __init__(self, folder: Path, draft_type: type[DraftType]) -> None:
        self.folder = folder
        self._draft_type = draft_type

    def interrupted(self, briefing: str) -> tuple[DraftType, ...]:
        """Return the drafts of this briefing that are not open in a window."""
        drafts = (self._read(path) for path in list_matching(self.folder, "*.json"))
        return tuple(draft for draft in drafts if draft and draft.briefing == briefing and not self.is_open(draft.name))

    def problems(self, briefings: Collection[str]) -> Iterator[str]:
        """Yield a sentence for every file that is not a draft, and for every draft of a briefing that is not among `briefings`."""
        for path in list_matching(self.folder, "*"):
            if path.is_dir() and path.suffix != ".json":  # of the editor files, or of drafts of another type
                continue
            draft = self._read(path) if path.suffix == ".json" else None
            if draft is None and path.suffix != _LOCK and atomic_file.TEMPORARY not in path.name:
                yield f"{path} is not a draft this program can read; it is kept. Read it, and delete it when it is of no use."
            elif draft and draft.briefing not in briefings and not self.is_open(draft.name):
                name = sanitize_line(draft.briefing)
                what = f"is a draft for the briefing {name}, which is not in the library" if name else "is a draft that names no briefing"
                yield f"{path} {what}; it is kept. {suggest(name, briefings)}"

    def misplaced(self, briefing: str, targets: Container[str]) -> Iterator[str]:
        """Yield a sentence for every draft of `briefing` on a record that is not among `targets`."""
        for draft in self.interrupted(briefing):
            if draft.target != briefing and draft.target not in targets:
                yield f"{self._path(draft.name)} is a draft on {draft.target}, which {briefing} does not have; it is kept."

    def is_open(self, name: str) -> bool:
        """Return True if a window holds the draft of this name."""
        lock = self.lock(name)
        return lock.exists() and is_locked(lock)

    def find(self, name: str) -> DraftType | None:
        """Return the draft of this name, or None if there is none that can be read."""
        return self._read(self._path(name))

    def lock(self, name: str) -> Path:
        """Return the path of the lock file of the draft of this name."""
        return self.folder / f"{name}{_LOCK}"

    def _take(self, draft: DraftType) -> tuple[Path, Path, DraftType, ExitStack]:
        """Return what a writer of `draft` needs, the lock held; raise StoreLockedError, ReadOnlyError or WriteError."""
        atomic_file.make_directory(self.folder)
        atomic_file.remove_stale_temp_files(self.folder)
        name = draft.name or random_id().replace("n-", "d-")
        lock = ExitStack()
        lock.enter_context(locked(self.lock(name), wait=0))
        return self._path(name), self.lock(name), msgspec.structs.replace(draft, name=name), lock

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _read(self, path: Path) -> DraftType | None:
        try:
            draft = msgspec.json.decode(read_bytes(path), type=self._draft_type)
        except (CorruptFileError, *atomic_file.UNREADABLE):
            return None
        return msgspec.structs.replace(draft.sanitized(), name=path.stem)


class DraftWriter(Generic[DraftType]):
    """One draft that is open in this window."""

    def __init__(self, path: Path, lock_path: Path, draft: DraftType, lock: ExitStack) -> None:
        self.draft = draft
        self._path = path
        self._lock_path = lock_path
        self._lock = lock
        self._is_closed = False

    def put(self, draft: DraftType) -> None:
        """Write `draft` to disk; raise WriteError or ReadOnlyError, and leave the text before it there.

        A closed writer writes nothing: its text is saved elsewhere, or open in another window.
        """
        if self._is_closed or (draft == self.draft and self._path.exists()):
            return
        atomic_file.replace(self._path, msgspec.json.encode(draft))
        self.draft = draft

    def release(self) -> None:
        """Close the draft and leave it on disk, to be offered again."""
        self._is_closed = True
        self._lock.close()

    def finish(self) -> None:
        """Delete the draft: its text is saved elsewhere, or there is none."""
        try:
            atomic_file.remove(self._path)
            atomic_file.remove(self._lock_path)
        except StoreError:
            return  # the draft is offered again, which loses nothing
        finally:
            self.release()
