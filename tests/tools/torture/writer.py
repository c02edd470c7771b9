"""A reader in a hurry: writes, edits, deletes and judges back to back, and logs each deed before and after."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from store.annotations.notes import Notes
from store.model.note import Note
from store.opinions.logs import AGREEMENTS, VerdictLog
from tests.support.sample import claim
from tests.tools.torture.ledger import ADD, EDIT, JUDGE, REMOVE, RESTORE, Ledger, now, said_in_verdict

_LENGTHS = (10, 60, 60, 60, 300, 300, 300, 1_000)
_LONG, _SELDOM = (8_000, 30_000, 200_000), 150
_LETTERS = "abc ü中🙂x\n"
_CLAIMS = 9


class Writer:
    """One life of one writer: `name` is in every word it writes."""

    def __init__(self, path: Path, logs: Path, name: str, wait: float = 60) -> None:
        self.notes = Notes(path, now, wait=wait)
        self.verdicts = VerdictLog(self.notes)
        self._ledger = Ledger(logs, name)
        self._name = name
        self._number = 0
        self._chance = random.Random(name)
        self._mine: list[Note] = []
        self._trash: list[Note] = []

    def add(self) -> None:
        """Add a note."""
        token, body = self._words()
        about = f"c{self._chance.randrange(_CLAIMS):03}"
        self._ledger.begin(token, ADD, about, body)
        note = self.notes.add(about, body)
        assert note
        self._ledger.save(token, note.id)
        self._mine.append(note)

    def edit(self) -> None:
        """Other words for a note of its own."""
        before = self._one_of(self._mine)
        token, body = self._words()
        self._ledger.begin(token, EDIT, before.id, body)
        note = self.notes.edit(before, body)
        assert note.id == before.id, "nobody else edits it"
        self._ledger.save(token, note.id)
        self._mine.append(note)

    def remove(self) -> None:
        """Move one of its notes to the trash."""
        note = self._one_of(self._mine)
        self._ledger.begin(token := self._token(), REMOVE, note.id, "")
        self.notes.remove(note.id)
        self._ledger.save(token, note.id)
        self._trash.append(note)

    def restore(self) -> None:
        """Restore one of its notes from the trash."""
        if not self._trash:
            self.remove()
        note = self._one_of(self._trash)
        self._ledger.begin(token := self._token(), RESTORE, note.id, "")
        self._mine.append(self.notes.restore(note.id))
        self._ledger.save(token, note.id)

    def judge(self) -> None:
        """Add a verdict on a record that others judge too."""
        about = f"c{self._chance.randrange(_CLAIMS):03}"
        token, because = self._words()
        agreement = self._chance.choice(AGREEMENTS)
        self._ledger.begin(token, JUDGE, about, said_in_verdict(agreement, because))
        self.verdicts.give(claim(id=about), agreement, because)
        self._ledger.save(token, about)

    def compact(self) -> None:
        """Compact the journal, as the program does when it ends."""
        self.notes.archive.compact()

    def write_on(self) -> None:
        """Whatever comes to mind, as long as the process lives that began it."""
        deeds: list[Callable[[], None]] = [*[self.add] * 12, *[self.edit] * 5, *[self.judge] * 3, self.remove, self.restore]
        parent = os.getppid()
        while os.getppid() == parent:
            if self._number % 40 == 39:
                self.compact()
            self._chance.choice(deeds)()

    def _one_of(self, notes: list[Note]) -> Note:
        """Return a note that is in the list no more: its next version will be."""
        if not self._mine:
            self.add()
        return notes.pop(self._chance.randrange(len(notes)))

    def _token(self) -> str:
        self._number += 1
        return f"{self._name}.{self._number}"

    def _words(self) -> tuple[str, str]:
        token = self._token()
        length = self._chance.choice(_LONG if self._chance.randrange(_SELDOM) == 0 else _LENGTHS)
        return token, f"{token} {(self._chance.choice(_LETTERS) * 3 + 'words ') * (length // 8)}end"
