"""How much of each long test runs: `quick` in `make test`, `ci` after it in CI, `nightly` in full."""

from __future__ import annotations

import os
from typing import TypeVar

T = TypeVar("T")
DEPTH = os.environ.get("TEST_DEPTH", "quick")


def at_depth(quick: T, ci: T, nightly: T) -> T:
    """Return the value for the depth of this run; mark the test `long`, so that the deeper forms are run by depth."""
    return {"quick": quick, "ci": ci, "nightly": nightly}[DEPTH]
