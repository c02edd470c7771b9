"""Makes one call to the system die or fail, the nth that changes a file: a fault at every point, without any tool."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any
from unittest.mock import patch

CALLS = ("open", "write", "fsync", "fdatasync", "ftruncate", "replace", "rename", "link", "unlink", "mkdir")
DIE, MIDDLE, FROM_THEN_ON = "die", "in the middle", "from then on"
FAULTS = (DIE, f"{DIE} {MIDDLE}", "ENOSPC", f"ENOSPC {MIDDLE}", "EIO", f"EIO {FROM_THEN_ON}")


class Shim:
    """While the block lasts, call number `when` meets with `fault`; `has_struck` tells whether it came to that."""

    def __init__(self, when: int, fault: str) -> None:
        self.has_struck = False
        self._when = when
        self._word, _, self._where = fault.partition(" ")
        self._count = 0
        self._patches = ExitStack()

    def __enter__(self) -> Shim:
        for name in CALLS:
            self._patches.enter_context(patch.object(os, name, self._faulty(name, getattr(os, name))))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self._patches.close()

    def _faulty(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self._count += 1
            if self._count < self._when or (self._count > self._when and self._where != FROM_THEN_ON):
                return original(*given, **named)
            self.has_struck = True
            if self._where == MIDDLE and name == "write":
                original(given[0], given[1][: len(given[1]) // 2])
            if self._word == DIE:
                os.kill(os.getpid(), signal.SIGKILL)
            number = getattr(errno, self._word)
            raise OSError(number, os.strerror(number))

        return call
