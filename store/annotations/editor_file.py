"""The file that an external editor changes: it is kept with the drafts, so that no text in it is lost if the program ends."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from store.annotations.drafts import Draft, Drafts
from store.errors import CorruptFileError, InvalidInputError
from store.model.base import FrozenStruct
from store.storage import atomic_file
from store.storage.files import exists, list_matching, read_bytes, unreadable_error, unused_name
from store.storage.untrusted_file import decode
from store.text.sanitize import normalize_body

LARGEST_NOTE = 1 << 22
KEEP_UNCHANGED_SECONDS = 7 * 24 * 3600
_ENDING = ".edit"
_ORIGIN = "origin.json"
Signature = tuple[int, int, int]


class Origin(FrozenStruct, frozen=True):
    """The origin of an editor file: its name, and the draft whose text was written to it."""

    file: str
    draft: Draft


class EditorFile:
    """A text file in a folder of its own, where an editor may leave other files; raise CorruptFileError if its origin is unreadable."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refresh()

    def refresh(self) -> None:
        """Read the origin again, which another window may have changed; raise CorruptFileError."""
        path = self.folder / _ORIGIN
        try:
            self._origin = msgspec.json.decode(read_bytes(path), type=Origin)
        except atomic_file.UNREADABLE:
            raise CorruptFileError(f"{path} is not readable; the text beside it was left as it is.") from None

    @classmethod
    def create(cls, drafts: Drafts, draft: Draft) -> EditorFile:
        """Write the text of `draft`, which has a name, to a new file; raise WriteError or ReadOnlyError."""
        folder = unused_name(drafts.folder / f"{draft.name}{_ENDING}")
        atomic_file.make_directory(folder)
        names = (draft.briefing, draft.target, draft.note)
        file = "-".join(re.sub(r"[^\w-]", "_", name)[:64] for name in names if name)
        atomic_file.replace(folder / _ORIGIN, msgspec.json.encode(Origin(file=f"{file}.txt", draft=draft)))
        atomic_file.replace(folder / f"{file}.txt", f"{draft.body}\n".encode() if draft.body else b"")
        return cls(folder)

    @property
    def origin(self) -> Draft:
        """The draft that the text began as."""
        return self._origin.draft

    @property
    def path(self) -> Path:
        """The path of the text."""
        return self.folder / Path(self._origin.file).name

    @property
    def signature(self) -> Signature | None:
        """Inode, size and modification time (ns) of the file, which differ after a save; None if it does not exist."""
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    @property
    def is_there(self) -> bool:
        """Return True if there is anything at the path of the text."""
        return os.path.lexists(self.path)

    def read(self) -> str:
        """Return the text, sanitized; raise InvalidInputError or CorruptFileError with the reason if it cannot be read."""
        if not exists(self.path):
            raise InvalidInputError("the file is gone")
        try:
            content = self.path.read_bytes() if self.path.is_file() else None
        except OSError as error:
            raise unreadable_error(self.path, error) from None
        if content is None:
            raise InvalidInputError("it is not a regular file")
        if len(content) > LARGEST_NOTE:
            raise InvalidInputError(f"it is longer than {LARGEST_NOTE:,} bytes, the limit for a note")
        return _normalized(decode("it", content))

    def changed_text(self) -> str:
        """Return the text if it was changed, else `""`; raise InvalidInputError or CorruptFileError if it cannot be read."""
        text = self.read() if self.is_there else ""
        return "" if text == _normalized(self.origin.body) else text

    def rebase(self, draft: Draft) -> None:
        """Record that the text of `draft` is safe elsewhere: only another text counts as changed. Raise WriteError or ReadOnlyError."""
        self._origin = Origin(file=self._origin.file, draft=draft)
        atomic_file.replace(self.folder / _ORIGIN, msgspec.json.encode(self._origin))

    @property
    def beside(self) -> tuple[Path, ...]:
        """The other files that an editor left, such as the one it recovers unsaved text from."""
        return tuple(path for path in sorted(self.folder.iterdir()) if path.name not in (_ORIGIN, self.path.name))

    def retire(self, text: str) -> None:
        """Delete the file, as `text` is safe elsewhere; if there are files beside it, keep them all. Raise WriteError or ReadOnlyError."""
        if self.beside:
            self.rebase(msgspec.structs.replace(self.origin, body=text))
        else:
            self.remove()

    def remove(self) -> None:
        """Delete the file, its folder, and what the editor left beside it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def editor_files(drafts: Drafts, briefing: str) -> tuple[EditorFile, ...]:
    """Return the editor files of this briefing; those with an unreadable origin are left out."""
    files = (_opened(folder) for folder in _folders(drafts))
    return tuple(file for file in files if file and file.origin.briefing == briefing)


def unreadable_editor_files(drafts: Drafts) -> Iterator[tuple[Path, str]]:
    """Yield each editor file that cannot be offered again, with the reason."""
    for folder in _folders(drafts):
        file = _opened(folder)
        if file is None:
            if any(folder.iterdir()):  # an empty folder is left if the program dies while it makes a file
                yield folder, "its origin is unreadable"
            continue
        try:
            file.changed_text()
        except (InvalidInputError, CorruptFileError) as error:
            yield file.path, str(error).rstrip(".")


@contextmanager
def claimed_text(drafts: Drafts, file: EditorFile) -> Iterator[str]:
    """Yield the changed text, or `""`, while no other window can take it.

    Raise StoreLockedError, InvalidInputError, CorruptFileError, ReadOnlyError or WriteError.

    If the block ends without an error, a draft with the text that the file began as is deleted: the changed text replaces it.
    """
    pen = drafts.begin(file.origin)
    try:
        file.refresh()
        origin = file.origin
        text = file.changed_text()
        yield text
        draft = drafts.find(origin.name)
        if text and draft and _normalized(draft.body) == _normalized(origin.body):
            pen.finish()
    finally:
        pen.release()


def recover(drafts: Drafts, file: EditorFile) -> Draft | None:
    """Make a draft of the changed text and return it, or None if the text is unchanged; raise as `claimed_text` does."""
    with claimed_text(drafts, file) as text:
        if not text:
            return None
        pen = drafts.begin(msgspec.structs.replace(file.origin, name="", body="", put_aside=False))
        try:
            pen.write(text, file.origin.quote)
            file.rebase(msgspec.structs.replace(file.origin, body=text))
        finally:
            pen.release()
        return pen.draft


def remove_old_editor_files(drafts: Drafts, now: float) -> None:
    """Delete the files that nobody changed for a week; a changed file is never deleted. `now` is in seconds since the epoch."""
    for folder in _folders(drafts):
        file = _opened(folder)
        try:
            is_old = now - max(os.stat(path).st_mtime for path in (folder, *folder.iterdir())) > KEEP_UNCHANGED_SECONDS
            if is_old and file is None:
                folder.rmdir()  # fails unless it is empty
            elif is_old and file and not (drafts.is_open(file.origin.name) or file.beside or file.changed_text()):
                file.remove()
                if drafts.find(file.origin.name) is None:
                    atomic_file.remove(drafts.lock(file.origin.name))
        except (OSError, InvalidInputError, CorruptFileError):
            continue


def _folders(drafts: Drafts) -> list[Path]:
    return [folder for folder in list_matching(drafts.folder, f"*{_ENDING}*") if folder.is_dir()]


def _opened(folder: Path) -> EditorFile | None:
    try:
        return EditorFile(folder)
    except CorruptFileError:
        return None


def _normalized(text: str) -> str:
    return normalize_body(text)
