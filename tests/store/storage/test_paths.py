"""Files live where the platform keeps them, or all under one folder that the reader names."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import NoHomeError
from store.storage.paths import Paths, find_paths


def test_one_variable_brings_everything_under_one_folder(home: Paths, tmp_path: Path) -> None:
    assert {folder.parent for folder in (home.data, home.state, home.config, home.cache)} == {tmp_path / "home"}


def test_nothing_is_made_by_asking_where_it_would_be(home: Paths) -> None:
    assert not home.data.parent.exists()


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_HOME", "here")
    assert find_paths().data == tmp_path / "here" / "data"


def test_without_it_the_platforms_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEFING_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = find_paths()
    assert {folder.name for folder in (found.data, found.state, found.config, found.cache)} == {"briefing"}
    assert found.data.is_relative_to(tmp_path)


def test_what_is_precious_lies_in_the_data_folder(home: Paths) -> None:
    assert home.library.parent == home.backups.parent == home.data


def test_drafts_and_log_are_states_of_this_machine(home: Paths) -> None:
    assert home.drafts.parent == home.log.parent == home.state


@pytest.mark.parametrize("home", ["~nosuchuser", "~nosuchuser/x"])
def test_the_home_of_an_unknown_user_is_an_error(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("BRIEFING_HOME", home)
    with pytest.raises(NoHomeError, match=r"there is no home directory for ~nosuchuser\. Give an absolute path\."):
        find_paths()


def test_without_a_home_directory_there_is_an_error_and_no_directory_named_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BRIEFING_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as for a user without HOME and without an entry in passwd
    with pytest.raises(NoHomeError, match="This user has no home directory"):
        find_paths()


def test_paths_that_an_earlier_platformdirs_leaves_relative_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_HOME", raising=False)
    monkeypatch.setattr("platformdirs.PlatformDirs.user_data_path", Path("~/.local/share/briefing"))
    with pytest.raises(NoHomeError, match="This user has no home directory"):
        find_paths()
