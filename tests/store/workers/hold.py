"""Holds the lock named by the first argument, says so, and waits to be killed."""

import signal
import sys
from pathlib import Path

from store.lock import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    signal.pause()
