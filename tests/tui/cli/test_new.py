"""A briefing on the reader's own article is begun at a shell, checked, and imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Briefing


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Two paragraphs under a title."""
    path = tmp_path / "On Bridges.txt"
    path.write_text("On bridges\nEvery bridge is a promise.\n\nTolls pay.\n", "utf-8")
    return path


def test_what_is_begun_can_be_checked_imported_and_opened(briefing: Briefing, article: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    assert briefing("new", str(article), "-o", str(mine)).code == 0
    assert briefing("check", str(mine)).code == 0
    assert briefing("import", str(mine)).out == "mine\n"
    assert briefing("import", str(article), "-b", "mine").code == 0
    assert "Tolls pay." in briefing("show", "p2", "-b", "mine").out


def test_it_goes_to_standard_output(briefing: Briefing, article: Path) -> None:
    assert 'id = "on-bridges"' in briefing("new", str(article)).out


def test_nothing_is_overwritten(briefing: Briefing, article: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("mine", "utf-8")
    said = briefing("new", str(article), "-o", str(mine))
    assert (said.code, mine.read_text("utf-8")) == (1, "mine")
    assert "is there already" in said.err


def test_what_is_no_article_is_refused_in_a_sentence(briefing: Briefing, tmp_path: Path) -> None:
    assert "There is no file" in briefing("new", str(tmp_path / "nowhere.txt")).err
    assert "is not a regular file" in briefing("new", str(tmp_path)).err
