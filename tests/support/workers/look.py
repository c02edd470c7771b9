"""Looks at a library in which this user may read and not write, and tells what it saw and what it was told."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from store.annotations.drafts import Drafts
from store.errors import StoreError
from store.library.library import Library
from store.storage.paths import find_paths
from tests.support.processes import say

if os.geteuid() == 0:  # for whom permissions mean nothing
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
library = Library(find_paths(), lambda: datetime.now(UTC))
notes = library.notes("bridges")
say(library.open("bridges").title)
say(len(notes.all()))
say(notes.problem)
deeds: tuple[Callable[[], object], ...] = (
    lambda: notes.add("c001", "mine"),
    lambda: library.create_backup("bridges"),
    lambda: library.install_bundled(Path(sys.argv[1])),
)
for deed in deeds:
    try:
        deed()
    except StoreError as error:
        say(f"{type(error).__name__}: {error}")
    else:
        say("done")
say(len(Drafts(find_paths().drafts).interrupted("bridges")))
