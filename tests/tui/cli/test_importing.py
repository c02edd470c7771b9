"""What I judged goes along with a lossless export, and comes back once."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.library.library import Library
from tests.tui.cli.conftest import Briefing


def test_what_i_judged_goes_along_and_comes_back_once(
    briefing: Briefing, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: object
) -> None:
    briefing("verdict", "c001", "agree")
    briefing("verdict", "c001", "disagree", "--because", "one anecdote")
    page, bare = tmp_path / "page.json", tmp_path / "bare.json"
    briefing("export", "json", "-o", str(page))
    briefing("export", "json", "--without-mine", "-o", str(bare))
    assert "judged" not in bare.read_text("utf-8")
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "elsewhere"))
    assert "2 judgements; 2 of the judgements new to you" in briefing("import", str(page)).err
    assert briefing("export", "json", "-b", "bridges").out == page.read_text("utf-8")
    assert "0 of the judgements new to you" in briefing("import", str(page)).err
    assert [given["agreement"] for given in briefing("verdict", "c001", "-b", "bridges", "--json").json] == ["agree", "disagree"]
