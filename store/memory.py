"""What the program remembers of one briefing between runs: marks, where the reader has been, how lists are sorted."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store import disk
from store.errors import Damaged, StoreError
from store.look import read

LONGEST_TRAIL = 500


class Order(msgspec.Struct, frozen=True):
    """How a list is sorted: by the column of this name, upwards or downwards."""

    column: str
    reverse: bool = False


class Kept(msgspec.Struct, omit_defaults=True):
    """The file: ids that were marked, places (pane, id) as they were gone to, the order of lists, the view of panes.

    `seen` was written by 0.1 and is no longer used; it is written back unchanged, so that 0.1 still finds it.
    """

    marked: list[str] = []
    seen: list[str] = []
    trail: list[tuple[str, str]] = []
    orders: dict[str, Order] = {}
    views: dict[str, str] = {}


class Memory:
    """Changes are kept by `save`; what another window marked meanwhile is not undone by it."""

    def __init__(self, folder: Path | None = None, briefing: str = "") -> None:
        self._path = folder / "memory" / f"{briefing}.json" if folder else None
        kept = self._load()
        self.marked = set(kept.marked)
        self._seen = kept.seen
        self.trail = kept.trail
        self.orders = kept.orders
        self.views = kept.views
        self.version = 0
        self._marked_before = set(kept.marked)
        self._went: list[tuple[str, str]] = []
        self._stamp = self._stamped()
        self._is_changed = False

    def mark(self, identity: str) -> bool:
        """Marks it, or takes its mark away; whether it is marked now."""
        self.set_mark(identity, identity not in self.marked)
        return identity in self.marked

    def set_mark(self, identity: str, is_marked: bool) -> None:
        """It is marked from now on, or not, whatever it was."""
        self.marked = self.marked | {identity} if is_marked else self.marked - {identity}
        self._change()

    def went(self, pane: str, identity: str) -> None:
        """The reader left for another place from this one."""
        self._went = _joined(self._went, [(pane, identity)])
        self.trail = _joined(self.trail, self._went)
        self._is_changed = True

    def order(self, table: str, order: Order | None) -> None:
        """How this list is sorted from now on; None: as it comes."""
        self.orders = {name: known for name, known in self.orders.items() if name != table} | ({table: order} if order else {})
        self._is_changed = True

    def view(self, pane: str, view: str) -> None:
        """How this pane shows what it has from now on."""
        self.views = {**self.views, pane: view}
        self._is_changed = True

    def refresh(self) -> bool:
        """Takes in what another window marked; whether there was anything."""
        if self._stamped() == self._stamp:
            return False
        before = self.version
        self._merge()
        return self.version != before

    def save(self) -> None:
        """Keeps what changed; where that cannot be written, the program goes on without."""
        if self._path is None or not self._is_changed:
            return
        self._merge()
        kept = Kept(sorted(self.marked), self._seen, self.trail, self.orders, self.views)
        try:
            disk.make_folder(self._path.parent)
            disk.replace(self._path, msgspec.json.encode(kept))
        except StoreError:
            return
        self._marked_before = set(self.marked)
        self._stamp = self._stamped()
        self._is_changed = False

    def _merge(self) -> None:
        """What is on disk, with what this window changed since it last looked there."""
        self._stamp = self._stamped()
        there, before = self._load(), self.marked
        self._seen = there.seen or self._seen
        self.marked = (set(there.marked) | (self.marked - self._marked_before)) - (self._marked_before - self.marked)
        self._marked_before = set(there.marked)
        self.trail = _joined(there.trail, self._went)
        self.version += before != self.marked

    def _stamped(self) -> int:
        """When the file was last written, in nanoseconds; 0 where there is none."""
        try:
            return self._path.stat().st_mtime_ns if self._path else 0
        except OSError:
            return 0

    def _change(self) -> None:
        self.version += 1
        self._is_changed = True

    def _load(self) -> Kept:
        if self._path is None:
            return Kept()
        try:
            return msgspec.json.decode(read(self._path), type=Kept)
        except (Damaged, *disk.UNREADABLE):
            return Kept()


def _joined(trail: list[tuple[str, str]], went: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Where one went comes last, and each place once."""
    return [*(place for place in trail if place not in went), *(place for place in went)][-LONGEST_TRAIL:]
