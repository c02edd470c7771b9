"""How it looks: each pane on a small terminal and a large one; `pytest --snapshot-update` makes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assets import BRIEFINGS
from store.annotations.ui_state import UiState
from store.library.library import Library
from tui.app.app import BriefingApp
from tui.panes.registry import PANES

Looks = Callable[..., bool]


@pytest.fixture
def shipped(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], BriefingApp]]:
    """Return the shipped briefing with one note on its first claim, opened at a record; the clock is that of the tests."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("store.annotations.notes.random_id", lambda: "n-aaaaaa")
    library.install_bundled(BRIEFINGS)
    name = "alibaba-overseas"
    library.notes(name).add("c001", "Ask legal [sic].", ["legal"])
    yield lambda at: BriefingApp(library, library.open(name), library.notes(name), UiState(toured=True), at)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("number", range(1, len(PANES) + 1), ids=[pane.title for pane in PANES])
def test_every_pane_looks_as_it_did(snap_compare: Looks, shipped: Callable[[str], BriefingApp], number: int, size: tuple[int, int]) -> None:
    assert snap_compare(shipped(""), press=[str(number)], terminal_size=size)
