"""The short form of `make torture`, a family at a time: nothing that was acknowledged is lost. The full form says how much it stood."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.processes import ROOT
from tests.tools.torture.__main__ import FAMILIES


@pytest.mark.slow
@pytest.mark.terminal
@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_is_lost(family: str) -> None:
    command = [sys.executable, "-m", "tests.tools.torture", "--short", "--only", family]
    ended = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    assert "MISSED" not in ended.stdout
