"""UI state of one briefing that is kept between runs: visits, sort orders and views."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.annotations.marks import Marks
from store.annotations.notes import Notes
from store.annotations.shared_file import merge_and_save
from store.errors import CorruptFileError, StoreError
from store.storage import atomic_file
from store.storage.files import exists, list_matching, read_bytes

LONGEST_TRAIL = 500
_DAMAGED = "damaged"


class SortOrder(msgspec.Struct, frozen=True):
    """The sort order of a list: the name of a column, and the direction."""

    column: str
    reverse: bool = False


class _ProgressFile(msgspec.Struct, omit_defaults=True):
    """The file: places (pane, id) as they were gone to, the order of lists, the view of panes.

    `marked` and `seen` were written by version 0.1.0 and are written back unchanged, so that it still finds them (see Marks).
    """

    marked: list[str] = []
    seen: list[str] = []
    trail: list[tuple[str, str]] = []
    orders: dict[str, SortOrder] = {}
    views: dict[str, str] = {}


class ReadingProgress:
    """Changes are kept by `save`, together with the trail of other windows. The marks are kept beside `notes`.

    `problem` is a sentence about a damaged file, or empty; who has shown it clears it. The file is kept under another name.
    """

    def __init__(self, folder: Path | None = None, briefing: str = "", notes: Notes | None = None) -> None:
        self._path = path_in(folder, briefing) if folder else None
        self.problem = ""
        kept = self._load()
        self.marks = Marks(notes, kept.marked) if notes else None
        self.trail = kept.trail
        self.orders = kept.orders
        self.views = kept.views
        self._went: list[tuple[str, str]] = []
        self._is_changed = False

    @property
    def marked(self) -> frozenset[str]:
        """The ids of the marked records."""
        return self.marks.ids if self.marks else frozenset()

    def went(self, pane: str, identity: str) -> None:
        """Record that the reader left this place for another one."""
        self._went = _joined(self._went, [(pane, identity)])
        self.trail = _joined(self.trail, self._went)
        self._is_changed = True

    def order(self, table: str, order: SortOrder | None) -> None:
        """Set the sort order of this list; None restores the default."""
        self.orders = {name: known for name, known in self.orders.items() if name != table} | ({table: order} if order else {})
        self._is_changed = True

    def view(self, pane: str, view: str) -> None:
        """Set the view of this pane."""
        self.views = {**self.views, pane: view}
        self._is_changed = True

    def save(self) -> None:
        """Keep what changed; if that cannot be written, the program goes on without."""
        if self._path is None or not self._is_changed:
            return
        saved = self._load()
        if self._path is not None:
            self._is_changed = not merge_and_save(self._path, saved, self._merged_into)

    def _merged_into(self, saved: _ProgressFile) -> _ProgressFile:
        self.trail = _joined(saved.trail, self._went)
        return _ProgressFile(saved.marked, saved.seen, self.trail, self.orders, self.views)

    def _load(self) -> _ProgressFile:
        """Return what is in the file. A damaged one is set aside; one that cannot be read or set aside is not written to."""
        if self._path is None:
            return _ProgressFile()
        try:
            return _decoded(self._path)
        except atomic_file.UNREADABLE:
            path = self._path
            try:
                aside = atomic_file.quarantine(path, _DAMAGED)
                atomic_file.remove(path)
                self.problem = f"{path} is damaged: views and sort orders are forgotten. It was renamed to {aside.name}."
            except StoreError as error:
                self._path = None
                self.problem = f"{path} is damaged and is left as it is: {error}"
        except CorruptFileError as error:
            self._path = None
            self.problem = f"{error} Views and sort orders are not remembered."
        return _ProgressFile()


def path_in(folder: Path, briefing: str) -> Path:
    """Return the path of the file for a briefing, in the folder of the program's state."""
    return folder / "memory" / f"{briefing}.json"


def memory_problems(folder: Path, briefing: str) -> Iterator[str]:
    """Yield a sentence if the file for a briefing is damaged, and for each damaged file that was set aside. Changes nothing."""
    path = path_in(folder, briefing)
    try:
        _decoded(path)
    except atomic_file.UNREADABLE:
        yield f"{path} is damaged; it will be renamed, and views and sort orders are forgotten."
    except CorruptFileError as error:
        yield str(error)
    for aside in list_matching(path.parent, f"{path.name}.{_DAMAGED}*"):
        yield f"{aside} is a damaged file of views, sort orders and older marks; delete it when you do not need it."


def _decoded(path: Path) -> _ProgressFile:
    """Return what the file holds, or the default if there is none; raise CorruptFileError or one of `UNREADABLE`."""
    return msgspec.json.decode(read_bytes(path), type=_ProgressFile) if exists(path) else _ProgressFile()


def _joined(trail: list[tuple[str, str]], went: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the visits with each place once, the latest last."""
    return [*(place for place in trail if place not in went), *(place for place in went)][-LONGEST_TRAIL:]
