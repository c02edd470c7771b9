"""What every test may ask for: a home of its own, a clock that can be trusted, and a store in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.annotations.notes import Notes
from store.library.library import Library
from store.storage.journal import Journal
from store.storage.paths import Paths, find_paths
from tests.support import sample
from tests.support.depth import DEPTH
from tests.support.markers import needed_markers

# Each depth tries the same examples on every run, so that a failure is reproducible; HYPOTHESIS_PROFILE=search looks for new ones.
_SUPPRESSED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
for _profile, _examples in (("quick", 25), ("ci", 100), ("nightly", 500)):
    settings.register_profile(
        _profile, max_examples=_examples, derandomize=True, database=None, deadline=None, suppress_health_check=_SUPPRESSED
    )
settings.register_profile("search", max_examples=1000, database=None, deadline=None, suppress_health_check=_SUPPRESSED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", DEPTH))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return two workers for each core: half of the time of a test of the screen is waiting."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test the markers of what it uses."""
    for item in items:
        for marker in needed_markers(item):
            item.add_marker(marker)


class Clock:
    """A second passes each time it is looked at."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Return the four folders of a reader who has never started the program."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    return find_paths()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return a journal that nobody has written to."""
    return Journal(tmp_path / "store" / "notes.jsonl", wait=0.2)


@pytest.fixture
def notes(tmp_path: Path, clock: Clock) -> Notes:
    """Return notes in an empty directory."""
    return Notes(tmp_path / "store" / "notes.jsonl", clock, wait=0.2)


@pytest.fixture
def library(home: Paths, clock: Clock) -> Library:
    """Return a library with one small briefing, `bridges`."""
    found = Library(home, clock)
    found.install(sample.whole())
    return found


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str, int], Callable[[], None]]:
    """Make a function of a module raise OSError with this number, until the answer is called."""

    def make_fail(module: object, name: str, number: int) -> Callable[[], None]:
        original = getattr(module, name)

        def failing(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(module, name, failing)
        return lambda: monkeypatch.setattr(module, name, original)

    return make_fail
