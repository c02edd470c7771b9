"""Adds as many notes as the third argument says, each with the name of its writer."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from store.notes import Notes

path, writer, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
notes = Notes(path, lambda: datetime.now(UTC), wait=60)
for number in range(count):
    notes.add("c001", f"{writer}.{number}")
