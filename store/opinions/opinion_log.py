"""Logs of opinions in the journal of the notes, one per kind: each target has a current opinion and earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec.structs import asdict, replace
from tinydb.table import Document

from store.annotations.notes import Notes
from store.model.opinion import Opinion
from store.storage.tinydb_table import JournalDB, JournalTable
from store.text.instant import instant_of

OpinionT = TypeVar("OpinionT", bound=Opinion)


class OpinionLog(Generic[OpinionT]):
    """The opinions of one kind beside `notes`; what another window gave is seen after the notes were refreshed."""

    def __init__(self, notes: Notes, table: str, kind: type[OpinionT]) -> None:
        self._notes = notes
        self.name = table
        self._kind = kind
        self._table = cast(JournalTable, JournalDB(notes.journal).table(table))
        self._version = -1
        self._known: dict[str, list[OpinionT]] = {}
        self._unreadable: dict[str, None] = {}

    def current(self, target: str) -> OpinionT | None:
        """Return the opinion current on this target, or None."""
        found = self.history(target)
        return found[-1] if found else None

    def history(self, target: str) -> tuple[OpinionT, ...]:
        """Every opinion on this target, the first one first."""
        return tuple(self._read().get(target, ()))

    def all(self) -> tuple[OpinionT, ...]:
        """Return the opinions current, in the order in which their targets were first judged."""
        return tuple(opinions[-1] for opinions in self._read().values())

    def unreadable(self) -> tuple[str, ...]:
        """Those that this program cannot read; they are kept as they are."""
        self._read()
        return tuple(self._unreadable)

    def all_versions(self) -> tuple[OpinionT, ...]:
        """Return the opinions current and the earlier ones, target by target."""
        return tuple(opinion for opinions in self._read().values() for opinion in opinions)

    def append(self, target: str, make: Callable[[str, int, str], OpinionT]) -> OpinionT:
        """Save the opinion that `make` returns for a target, a number and the time; raise ReadOnlyError or WriteError."""
        return self.keep_all((target,), make)[0]

    def keep_all(self, targets: Iterable[str], make: Callable[[str, int, str], OpinionT]) -> tuple[OpinionT, ...]:
        """Save one opinion on each of `targets` in one transaction; raise ReadOnlyError or WriteError."""
        self._notes.require_writable()
        with self._notes.journal.transaction():
            at = self._notes.now()
            opinions = tuple(make(target, self._next_number(target), at) for target in dict.fromkeys(targets))
            self._table.insert_multiple(map(_document, opinions))
        return opinions

    def is_in_force(self, opinion: Opinion | None, target: str) -> bool:
        """Return True if this is the opinion in force on `target`; None stands for no opinion."""
        there = self.current(target)
        return there is opinion if there is None or opinion is None else _said(there) == _said(opinion)

    def remove(self, targets: Iterable[str]) -> None:
        """Remove the opinion in force on each of `targets`; the one before it is in force again."""
        with self._notes.journal.transaction():
            in_force = [self.current(target) for target in targets]
            self._table.remove(doc_ids=[_identity(opinion) for opinion in in_force if opinion])

    def reinstate(self, opinions: Iterable[OpinionT]) -> None:
        """Store opinions that were removed, in force again."""
        with self._notes.journal.transaction():
            renumbered = [replace(opinion, number=self._next_number(opinion.target)) for opinion in opinions]
            self._table.insert_multiple(map(_document, renumbered))

    def merge(self, brought: Iterable[OpinionT]) -> int:
        """Add the opinions of an import that are new here; how many. What is current here stays current.

        Those that are brought take their place before it, by their time. Adding the same ones twice adds nothing.
        """
        by_target: dict[str, list[OpinionT]] = {}
        for opinion in sorted(brought, key=lambda opinion: opinion.number):
            by_target.setdefault(opinion.target, []).append(opinion)
        if by_target:
            self._notes.require_writable()
        with self._notes.journal.transaction():
            here = self._read()  # once: every change below makes what was read outdated
            merged = {target: self._merged(target, opinions) for target, opinions in by_target.items()}
            replaced = [opinion for target, opinions in merged.items() if opinions for opinion in here.get(target, ())]
            self._table.remove(doc_ids=map(_identity, replaced))
            self._table.insert_multiple(_document(opinion) for opinions in merged.values() for opinion in opinions)
        return sum(map(len, merged.values())) - len(replaced)

    def _merged(self, target: str, brought: list[OpinionT]) -> list[OpinionT]:
        """Return all opinions on `target`, renumbered, or none if nothing that is brought is new."""
        here = list(self.history(target))
        known = {_said(opinion) for opinion in here}
        new = list({_said(opinion): opinion for opinion in brought if _said(opinion) not in known}.values())
        if not new:
            return []
        earlier = sorted([*here[:-1], *new], key=lambda opinion: instant_of(opinion.at)) if here else new
        numbered = zip(self._numbers(target, 1), [*earlier, *here[-1:]], strict=False)
        return [replace(opinion, number=number) for number, opinion in numbered]

    def _next_number(self, target: str) -> int:
        last = self.current(target)
        return next(self._numbers(target, last.number + 1 if last else 1))

    def _numbers(self, target: str, first: int) -> Iterator[int]:
        """Return the numbers from `first` on, without those of opinions that only a newer program can read."""
        self._read()
        return (number for number in count(first) if f"{target}.{number}" not in self._unreadable)

    @property
    def _documents(self) -> dict[str, dict[str, Any]]:
        return self._notes.journal.tables.get(self.name, {})

    def _read(self) -> dict[str, list[OpinionT]]:
        if self._version != self._notes.version:
            self._version = self._notes.version
            self._known, self._unreadable = {}, {}
            for identity, document in self._documents.items():
                opinion = self._value(identity, document)
                if opinion is None:
                    self._unreadable[identity] = None
                else:
                    self._known.setdefault(opinion.target, []).append(opinion)
            for opinions in self._known.values():
                opinions.sort(key=lambda opinion: opinion.number)
        return self._known

    def _value(self, identity: str, document: Any) -> OpinionT | None:
        """Return the decoded document; None if its format is newer or its key does not match its content."""
        try:
            opinion = msgspec.convert(document, self._kind)
        except msgspec.ValidationError:
            return None
        return opinion if _identity(opinion) == identity else None


def _identity(opinion: Opinion) -> Any:
    return f"{opinion.target}.{opinion.number}"


def _document(opinion: Opinion) -> Document:
    return Document(msgspec.to_builtins(opinion), doc_id=_identity(opinion))


def _said(opinion: Opinion) -> tuple[object, ...]:
    """Return the content and time of an opinion, without its number, which differs between journals."""
    return tuple(value for name, value in asdict(opinion).items() if name != "number")
