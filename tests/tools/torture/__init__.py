"""`make torture`: all that can happen to a reader's notes is done to them, and what is lost is counted."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table: what was done, how often, what came out, and what it should have been."""

    fault: str
    size: str
    came_out: str
    to_reach: str
    is_reached: bool


class Untried(Exception):
    """This machine does not allow it; the message says what, and why."""


class Size(NamedTuple):
    """How much of everything: the full form takes some minutes, the short one is part of `make test`."""

    kills: int
    cuts: int
    runs: int
    crowd: int
    every: int
    rounds: int


FULL = Size(kills=1000, cuts=60, runs=3, crowd=200, every=1, rounds=20)
SHORT = Size(kills=40, cuts=4, runs=1, crowd=25, every=15, rounds=1)

Family = Callable[[Path, Size, random.Random], Iterator[Row]]
