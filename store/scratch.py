"""A text in a private file, for another program to change: what comes back is read strictly, and nothing of it is thrown away unread."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from store import disk
from store.clean import clean
from store.errors import Refused
from store.look import exists, unreadable
from store.reading import decode

LARGEST_NOTE = 1 << 22
_NAME = "note.txt"


class Scratch:
    """`text` at `path`, in a folder that only this user can open; raises NotSaved or ReadOnly where it cannot be put there."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self.path = Path(tempfile.mkdtemp(prefix="briefing-")) / _NAME
        except OSError as error:
            raise disk.failure(Path(tempfile.gettempdir()), error) from error
        disk.replace(self.path, f"{text}\n".encode() if text else b"")

    def read(self) -> str:
        """What the file says by now, cleaned; raises Refused or Damaged, with the reason, where nobody can tell."""
        if not exists(self.path):
            raise Refused("the file is gone")
        try:
            content = self.path.read_bytes() if self.path.is_file() else None
        except OSError as error:
            raise unreadable(self.path, error) from None
        if content is None:
            raise Refused("something that is no file is in its place")
        if len(content) > LARGEST_NOTE:
            raise Refused(f"it is longer than {LARGEST_NOTE:,} bytes, which no note is")
        return clean(decode("it", content)).strip()

    @property
    def is_there(self) -> bool:
        """Whether something is left where the file was."""
        return os.path.lexists(self.path)

    def remove(self) -> None:
        """Deletes the file, its folder, and what the other program left beside it."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
