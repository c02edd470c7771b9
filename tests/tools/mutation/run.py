"""Runs the tests of a module on a mutant of it, in a process of its own."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import hypothesis
import msgspec
import pytest
import pytest_asyncio
import tinydb

from tests.tools.mutation.mutants import Mutant

# Imported once, here: every process that is forked to run a mutant has them.
PRELOADED = (hypothesis, msgspec, pytest_asyncio, tinydb)
ROOT = Path(__file__).parents[3]
_OPTIONS = (
    "-x",
    "-q",
    "-o",
    "addopts=",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:pytest_cov",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


class _MutantFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the mutant in place of its module."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(fullname, self) if fullname == self._mutant.module else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._mutant.source, f"<{self._mutant.name}>", "exec"), vars(module))


class Run:
    """A process that runs the tests on one mutant; it is killed if it takes longer than `seconds`."""

    def __init__(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> None:
        self.mutant = mutant
        self._deadline = time.monotonic() + seconds
        self._process = os.fork()
        if not self._process:
            _run_and_exit(mutant, tests)

    def is_killed(self) -> bool | None:
        """Return True if a test failed or time is up, False if all passed, None if it still runs."""
        process, status = os.waitpid(self._process, os.WNOHANG)
        if process:
            return status != 0
        if time.monotonic() < self._deadline:
            return None
        os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        return True


def _run_and_exit(mutant: Mutant, tests: Sequence[str]) -> None:
    """Never returns: what the parent would do next is not for this process."""
    code = 1
    try:
        os.setsid()
        os.chdir(ROOT)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        sys.meta_path.insert(0, _MutantFinder(mutant))
        with tempfile.TemporaryDirectory() as folder:
            code = int(pytest.main([*_OPTIONS, f"--basetemp={folder}/tests", *tests]))
    finally:
        os._exit(code)
