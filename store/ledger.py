"""What the reader thinks of things, kind by kind, in the journal of the notes: one opinion in force for each, the earlier ones kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec.structs import asdict, replace
from tinydb.table import Document

from store.errors import ReadOnly
from store.instant import instant_of
from store.notes import Notes
from store.table import JournalDB, JournalTable
from store.verdict import Opinion

Kind = TypeVar("Kind", bound=Opinion)


class Ledger(Generic[Kind]):
    """The opinions of one kind beside `notes`; what another window gave is seen after the notes were refreshed."""

    def __init__(self, notes: Notes, table: str, kind: type[Kind]) -> None:
        self._notes = notes
        self._name = table
        self._kind = kind
        self._table = cast(JournalTable, JournalDB(notes.journal).table(table))
        self._version = -1
        self._known: dict[str, list[Kind]] = {}

    def of(self, target: str) -> Kind | None:
        """The opinion in force on this target, or None."""
        found = self.history(target)
        return found[-1] if found else None

    def history(self, target: str) -> tuple[Kind, ...]:
        """Every opinion on this target, the first one first."""
        return tuple(self._read().get(target, ()))

    def all(self) -> tuple[Kind, ...]:
        """The opinions in force, in the order in which their targets were first judged."""
        return tuple(opinions[-1] for opinions in self._read().values())

    def unreadable(self) -> tuple[str, ...]:
        """Those that this program cannot read; they are kept as they are."""
        return tuple(identity for identity, document in self._documents.items() if self._value(identity, document) is None)

    def everything(self) -> tuple[Kind, ...]:
        """The opinions in force and the earlier ones, target by target."""
        return tuple(opinion for opinions in self._read().values() for opinion in opinions)

    def keep(self, target: str, make: Callable[[int, str], Kind]) -> Kind:
        """What `make` makes of a number and the time, in force from now on; raises ReadOnly, NotSaved."""
        if self._notes.problem:
            raise ReadOnly(self._notes.problem)
        with self._notes.journal.transaction():
            last = self.of(target)
            number = next(self._numbers(target, last.number + 1 if last else 1))
            opinion = make(number, self._notes.time())
            self._table.insert(_document(opinion))
        return opinion

    def withdraw(self, opinion: Kind) -> None:
        """Takes an opinion back, as if it had not been given: how one is undone; the one before it is in force again.

        An import may have given it another number meanwhile.
        """
        with self._notes.journal.transaction():
            same = [kept for kept in self.history(opinion.target) if _said(kept) == _said(opinion)]
            self._table.remove(doc_ids=[_identity(kept) for kept in same[-1:]])

    def merge(self, brought: Iterable[Kind]) -> int:
        """Adds the opinions of an import that are new here; how many. What is in force here stays in force.

        Those that are brought take their place before it, by their time. Adding the same ones twice adds nothing.
        """
        by_target: dict[str, list[Kind]] = {}
        for opinion in sorted(brought, key=lambda opinion: opinion.number):
            by_target.setdefault(opinion.target, []).append(opinion)
        if by_target and self._notes.problem:
            raise ReadOnly(self._notes.problem)
        with self._notes.journal.transaction():
            return sum(self._merge_one(target, opinions) for target, opinions in by_target.items())

    def _merge_one(self, target: str, brought: list[Kind]) -> int:
        here = list(self.history(target))
        known = {_said(opinion) for opinion in here}
        new = list({_said(opinion): opinion for opinion in brought if _said(opinion) not in known}.values())
        if not new:
            return 0
        earlier = sorted([*here[:-1], *new], key=lambda opinion: instant_of(opinion.at)) if here else new
        for number, opinion in zip(self._numbers(target, 1), [*earlier, *here[-1:]], strict=False):
            self._table.upsert(_document(replace(opinion, number=number)))
        return len(new)

    def _numbers(self, target: str, first: int) -> Iterator[int]:
        """The numbers from `first` on, without those of opinions that only a newer program can read."""
        taken = set(self.unreadable())
        return (number for number in count(first) if f"{target}.{number}" not in taken)

    @property
    def _documents(self) -> dict[str, dict[str, Any]]:
        return self._notes.journal.tables.get(self._name, {})

    def _read(self) -> dict[str, list[Kind]]:
        if self._version != self._notes.version or not self._known:
            self._version = self._notes.version
            self._known = {}
            for identity, document in self._documents.items():
                opinion = self._value(identity, document)
                if opinion:
                    self._known.setdefault(opinion.target, []).append(opinion)
            for opinions in self._known.values():
                opinions.sort(key=lambda opinion: opinion.number)
        return self._known

    def _value(self, identity: str, document: Any) -> Kind | None:
        """The value of a document; None for one that a newer program may have written, or that lies where another belongs."""
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
    """What was said, and when; which of how many it was may differ from journal to journal."""
    return tuple(value for name, value in asdict(opinion).items() if name != "number")
