"""What the screen costs while nothing happens: processor time and wake-ups."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.tools.bench.terminal import Terminal


def idle(home: Path, seconds: float) -> str:
    """One sentence with the figures, read from the kernel's own count."""
    with Terminal((sys.executable, "-m", "tui", "open", "alibaba-overseas"), home) as terminal:
        terminal.wait_for("claims by kind")
        terminal.settle(2.0)
        before = _used(terminal.pid)
        time.sleep(seconds)
        after = _used(terminal.pid)
    share = (after[0] - before[0]) / seconds * 100
    wakes = (after[1] - before[1]) / seconds
    return f"idle: {share:.2f} % of a core, {wakes:.1f} wake-ups a second, over {seconds:g} s"


def _used(pid: int) -> tuple[float, int]:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    switches = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("voluntary_ctxt_switches"))
    return ticks / os.sysconf("SC_CLK_TCK"), switches
