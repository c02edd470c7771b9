"""Adds notes on a disk that is soon full; tells how many were saved, what was said then, and whether it went on when there was room."""

import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from store.errors import NotSaved
from store.notes import Notes
from tests.store.processes import say

path = Path(sys.argv[1])
notes = Notes(path, lambda: datetime.now(UTC))
notes.add("c001", "first")
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, most))
words = "mine " * 100
try:
    while True:
        notes.add("c001", words)
except NotSaved as error:
    say(len(notes.all()))
    say(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
notes.add("c001", words)
say(len(notes.all()))
