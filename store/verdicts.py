"""The reader's verdicts, in the journal of the notes: one can change one's mind, and see that one did."""

from __future__ import annotations

from typing import Any, cast, get_args

import msgspec
from tinydb.table import Document

from store.clean import clean, one_line
from store.errors import ReadOnly, Refused
from store.model import Claim, Recommendation, Strategy, Thing
from store.nearest import nearest
from store.notes import Notes
from store.table import JournalDB, JournalTable
from store.verdict import Verdict
from store.words import Agreement

TABLE = "verdicts"
AGREEMENTS: tuple[Agreement, ...] = get_args(Agreement)
REJECTED = ("disagree", "strongly-disagree")


class Verdicts:
    """The verdicts beside `notes`; what another window gave is seen after the notes were refreshed."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._table = cast(JournalTable, JournalDB(notes.journal).table(TABLE))
        self._version = -1
        self._known: dict[str, list[Verdict]] = {}

    def of(self, target: str) -> Verdict | None:
        """The verdict in force on this target, or None."""
        found = self.history(target)
        return found[-1] if found else None

    def history(self, target: str) -> tuple[Verdict, ...]:
        """Every verdict on this target, the first one first."""
        return tuple(self._read().get(target, ()))

    def all(self) -> tuple[Verdict, ...]:
        """The verdicts in force, in the order in which their targets were first judged."""
        return tuple(verdicts[-1] for verdicts in self._read().values())

    def rejected(self) -> frozenset[str]:
        """The targets that the reader disagrees with, or more."""
        return frozenset(verdict.target for verdict in self.all() if verdict.agreement in REJECTED)

    def give(self, thing: Thing, agreement: str, because: str = "", confidence: int | None = None) -> Verdict:
        """A verdict on `thing`, in force from now on; raises Refused for what cannot be judged so, ReadOnly, NotSaved."""
        word = agreement_named(agreement)
        if not isinstance(thing, Claim | Recommendation | Strategy):
            raise Refused(f"{thing.id} cannot be judged: a verdict is on a claim, a recommendation or a strategy.")
        if confidence is not None and not 0 <= confidence <= 100:
            raise Refused(f"{confidence} is no confidence: it is a number from 0 to 100, in per cent.")
        if self._notes.problem:
            raise ReadOnly(self._notes.problem)
        with self._notes.journal.transaction():
            last = self.of(thing.id)
            number = last.number + 1 if last else 1
            why = clean(because).strip()
            given = Verdict(target=thing.id, agreement=word, at=self._notes.time(), number=number, because=why, confidence=confidence)
            self._table.insert(Document(msgspec.to_builtins(given), doc_id=cast(Any, f"{thing.id}.{number}")))
        return given

    def withdraw(self, verdict: Verdict) -> None:
        """Takes a verdict back, as if it had not been given: how one is undone; the one before it is in force again."""
        with self._notes.journal.transaction():
            self._table.remove(doc_ids=[cast(Any, f"{verdict.target}.{verdict.number}")])

    def _read(self) -> dict[str, list[Verdict]]:
        documents = self._notes.journal.tables.get(TABLE, {})
        if self._version != self._notes.version or not self._known:
            self._version = self._notes.version
            self._known = {}
            for document in documents.values():
                verdict = _verdict(document)
                if verdict:
                    self._known.setdefault(verdict.target, []).append(verdict)
            for verdicts in self._known.values():
                verdicts.sort(key=lambda verdict: verdict.number)
        return self._known


def agreement_named(word: str) -> Agreement:
    """The agreement this word means; `+`, `++`, `-`, `--` and `0` are short for them. Raises Refused with the nearest."""
    short = dict(zip(("--", "-", "0", "+", "++"), AGREEMENTS, strict=True))
    word = one_line(word).strip().casefold()
    found = short.get(word, word)
    for agreement in AGREEMENTS:
        if found == agreement:
            return agreement
    raise Refused(f"{word} is not a verdict. {nearest(word, AGREEMENTS)}")


def _verdict(document: Any) -> Verdict | None:
    """The value of a document; None for one that a newer program may have written."""
    try:
        return msgspec.convert(document, Verdict)
    except msgspec.ValidationError:
        return None
