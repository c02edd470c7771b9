"""Without a home directory every command that needs one ends in one sentence, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.outside import command
from tests.support.processes import ROOT

NOBODY = ("unshare", "-U", "--map-user=54321", "--map-group=54321")  # a user without an entry in passwd, as of `docker run -u`
CAN_BE_NOBODY = shutil.which("unshare") and subprocess.run((*NOBODY, "true"), capture_output=True, check=False).returncode == 0


@pytest.mark.tools
@pytest.mark.skipif(not CAN_BE_NOBODY, reason="this machine lets nobody be another user (unshare -U)")
@pytest.mark.parametrize("line", ["", "list", "show c001", "note add c001 x", "doctor", "locate", "--install-completion"])
def test_a_user_without_a_home_directory_gets_one_clear_error(line: str) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    program = (*NOBODY, sys.executable, "-m", "tui", *line.split())
    said = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("This user has no home directory")
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize("line", ["", "list", "note add c001 x", "doctor"])
def test_a_directory_in_the_home_of_an_unknown_user_is_one_clear_error(line: str) -> None:
    said = command(*line.split(), BRIEFING_HOME="~nosuchuser/x")
    reason = "BRIEFING_HOME: ~nosuchuser/x cannot be used: there is no home directory for ~nosuchuser. Give an absolute path.\n"
    assert (said.returncode, said.stdout, said.stderr) == (1, "", reason)
