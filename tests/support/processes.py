"""Real processes for tests that kill, stop and crowd them; what each does stands in `workers`, one file for each deed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

WORKERS = Path(__file__).parent / "workers"
ROOT = WORKERS.parents[2]


def seal(home: Path) -> None:
    """From now on, everybody may read what is under `home`, and nobody may write."""
    for folder, _, names in os.walk(home):
        os.chmod(folder, 0o555)
        for name in names:
            os.chmod(Path(folder, name), 0o444)


def unseal(home: Path) -> None:
    """Its owner may enter and delete again."""
    for folder, _, _ in os.walk(home):
        os.chmod(folder, 0o700)


def say(line: object) -> None:
    """Tells the test something, at once; for workers."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Worker:
    """A process that runs the script `deed` with these arguments; it is dead when the block ends."""

    def __init__(self, deed: str, *arguments: object, **changes: str) -> None:
        command = [sys.executable, str(WORKERS / f"{deed}.py"), *map(str, arguments)]
        known = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
        self.process = subprocess.Popen(command, cwd=ROOT, env=known, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read_line(self) -> str:
        """Wait for the next line of the worker and return it."""
        assert self.process.stdout
        return self.process.stdout.readline().rstrip("\n")

    def rest(self) -> str:
        """All that the worker still says until it ends by itself."""
        said, _ = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, said
        return said

    def signal(self, number: int) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """Kill the worker and wait until it has ended."""
        self.process.kill()
        self.process.wait()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()
