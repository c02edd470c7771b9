"""UI state that is kept between runs: the last briefing, the last place in each, and the theme."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from store.annotations.shared_file import merge_and_save
from store.errors import CorruptFileError
from store.storage import atomic_file
from store.storage.files import read_bytes

_FILE_NAME = "state.json"


class UiState(msgspec.Struct, omit_defaults=True):
    """The state of all briefings; losing it does no harm.

    `briefing` was open last, `places` maps each briefing to the pane and the record id that were shown last, `toured` is True
    once the hints of the first run were shown, and `theme` was chosen on the screen.
    """

    briefing: str = ""
    places: dict[str, tuple[str, str]] = {}
    toured: bool = False
    theme: str = ""

    @classmethod
    def load(cls, folder: Path) -> UiState:
        """Return the state saved in `folder`, or the default state if it cannot be read."""
        try:
            return msgspec.json.decode(read_bytes(folder / _FILE_NAME), type=cls)
        except (CorruptFileError, *atomic_file.UNREADABLE):
            return cls()

    def save(self, folder: Path) -> None:
        """Save the open briefing, its place and the choices in `folder`; the places of other windows are kept."""
        merge_and_save(folder / _FILE_NAME, UiState.load(folder), self._merged_into)

    def save_theme(self, folder: Path, theme: str) -> None:
        """Save a theme that was chosen in this window; the last choice in any window counts."""
        self.theme = theme
        merge_and_save(folder / _FILE_NAME, UiState.load(folder), lambda saved: replace(self._merged_into(saved), theme=theme))

    def _merged_into(self, saved: UiState) -> UiState:
        places = saved.places | {name: place for name, place in self.places.items() if name == self.briefing or name not in saved.places}
        return UiState(self.briefing, places, saved.toured or self.toured, saved.theme or self.theme)


def write_log(path: Path, report: str) -> None:
    """Write the report of an error to the log at `path`; raise WriteError or ReadOnlyError."""
    atomic_file.make_directory(path.parent)
    atomic_file.replace(path, report.encode("utf-8", "replace"), keep_old=True)


def save_copy(folder: Path, text: str) -> Path:
    """Write copied text to a file, for terminals without a clipboard; return its path. Raise WriteError or ReadOnlyError."""
    path = folder / "copied.txt"
    atomic_file.make_directory(folder)
    atomic_file.replace(path, text.encode("utf-8", "replace"))
    return path
