"""Edits one note again and again, each time from what it saw last."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from store.notes import Notes

path, writer, identity, count = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
notes = Notes(path, lambda: datetime.now(UTC), wait=60)
for number in range(count):
    notes.edit(notes.get(identity), f"{writer}.{number}")
