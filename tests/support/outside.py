"""The command as a shell starts it: for what only shows in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.processes import ROOT


def command(*arguments: str, words: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `briefing` with these arguments, and `words` on its standard input."""
    return _run([sys.executable, "-m", "tui", *arguments], words, environment)


def python(code: str) -> str:
    """Return the output of a program of these lines."""
    return _run([sys.executable, "-c", code], "", {}).stdout


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$briefing` is the command."""
    return _run(["bash", "-c", f"set -o pipefail; {line}"], "", {"briefing": f"{sys.executable} -m tui"})


def _run(line: list[str], words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(line, cwd=ROOT, env=known, input=words, capture_output=True, text=True, timeout=60, check=False)
