"""Holds the lock named by the first argument, says so, and waits to be killed."""

import signal
import sys
from pathlib import Path

from store.storage.file_lock import locked
from tests.support.processes import say

with locked(Path(sys.argv[1])):
    say("held")
    signal.pause()
