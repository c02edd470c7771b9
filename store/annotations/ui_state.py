"""What the program remembers between runs and could do without: the last place in each briefing, the last briefing."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.errors import CorruptFileError, StoreError
from store.storage import atomic_file
from store.storage.files import read_bytes


class UiState(msgspec.Struct, omit_defaults=True):
    """`briefing` is the one last open; `places` holds, for each briefing, the id that was last looked at and its pane.

    `toured` is True once the hints of the first run were shown, `theme` which one was chosen on the screen.
    """

    briefing: str = ""
    places: dict[str, tuple[str, str]] = {}
    toured: bool = False
    theme: str = ""

    @classmethod
    def load(cls, folder: Path) -> UiState:
        """What was remembered in `folder`; nothing where it cannot be read, for nothing hangs on it."""
        try:
            return msgspec.json.decode(read_bytes(folder / "state.json"), type=cls)
        except (CorruptFileError, *atomic_file.UNREADABLE):
            return cls()

    def save(self, folder: Path) -> None:
        """Remembers; where that cannot be written, the program goes on without."""
        try:
            atomic_file.make_directory(folder)
            atomic_file.replace(folder / "state.json", msgspec.json.encode(self))
        except StoreError:
            return


def write_log(path: Path, story: str) -> None:
    """Tells in full, in the log at `path`, what went wrong; raises WriteError or ReadOnlyError."""
    atomic_file.make_directory(path.parent)
    atomic_file.replace(path, story.encode("utf-8", "replace"), keep_old=True)


def save_copy(folder: Path, words: str) -> Path:
    """Keeps what was copied in a file of its own, for terminals without a clipboard; raises WriteError or ReadOnlyError."""
    path = folder / "copied.txt"
    atomic_file.make_directory(folder)
    atomic_file.replace(path, words.encode("utf-8", "replace"))
    return path
