"""What the tests of the screen share: an external editor that is a shell script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.library.library import Library
from tui.app.app import BriefingApp

Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Make a shell script the external editor (`$1` is the file), and a terminal that can run it."""
    for name in ("BRIEFING_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    @contextmanager
    def suspend(app: BriefingApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(BriefingApp, "suspend", suspend)

    def make(deed: str) -> None:
        path = tmp_path / "ed"
        path.write_text(f"#!/bin/sh\n{deed}\n", "utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(path))

    return make


def editor_paths(library: Library) -> list[Path]:
    """Return the files that were given to an editor and are still there."""
    return sorted(library.places.drafts.glob("*.edit*/*.txt"))
