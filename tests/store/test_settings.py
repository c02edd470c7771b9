"""config.toml is read with care: what is wrong is told in a sentence with its place, and everything else still counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.settings import LARGEST, Settings, read_settings


def read(folder: Path, text: str | bytes) -> Settings:
    (folder / "config.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(folder)


def test_no_file_means_no_wishes(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(tmp_path / "nowhere") == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    config = read(tmp_path, 'keymap = "vim"\ntheme = "briefing-day"\neditor = "code -w"\n[keys]\n"note.add" = "ctrl+n, a"\n')
    assert config == Settings("vim", "briefing-day", "code -w", {"note.add": ("ctrl+n", "a")})


@pytest.mark.parametrize(
    "written",
    ['"note.add" = "i,a"', 'note.add = "i,a"', 'note = {add = "i,a"}', '"note.add" = ["i", "a"]'],
    ids=["quoted", "bare", "in", "list"],
)
def test_keys_may_be_written_in_several_ways(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"[keys]\n{written}").keys == {"note.add": ("i", "a")}


def test_a_comma_in_a_list_is_the_key_comma(tmp_path: Path) -> None:
    assert read(tmp_path, '[keys]\nundo = [",", "u"]').keys == {"undo": ("comma", "u")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("keymap = 3", 'config.toml: keymap must be text in quotes, such as keymap = "…", not a number.'),
        ('keymapp = "vim"', "config.toml: keymapp is not a setting. Did you mean keymap?"),
        ("keys = true", "config.toml: keys must be a table, [keys], not true or false."),
        ("[keys]\nnote.add = 1979-05-27", 'config.toml: keys.note.add must be keys in quotes, such as "ctrl+n,a", not a date.'),
        ("[keys]\nundo = [1]", 'config.toml: keys.undo must be keys in quotes, such as "ctrl+n,a", not a list.'),
        ("keymap =", "config.toml is not valid TOML: Invalid value (at end of document)."),
        ('a = "1"\na = "2"', "config.toml is not valid TOML"),
        ("x" * (LARGEST + 1), f"config.toml is longer than {LARGEST:,} characters"),
        (b"keymap = '\xff'", "config.toml is not UTF-8"),
        ("a=" + "[" * 5000, "config.toml is"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str | bytes, told: str) -> None:
    config = read(tmp_path, text)
    assert len(config.problems) == 1
    assert told in config.problems[0].replace(f"{tmp_path}/", "")
    assert (config.keymap, config.theme, dict(config.keys)) == ("", "", {})


def test_one_wrong_setting_leaves_the_others(tmp_path: Path) -> None:
    config = read(tmp_path, 'keymap = 3\ntheme = "nord"\n[keys]\nundo = 1\nredo = "r"')
    assert (config.theme, config.keys, len(config.problems)) == ("nord", {"redo": ("r",)}, 2)


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a" / "config.toml").mkdir(parents=True)
    os.mkfifo(tmp_path / "config.toml")
    assert all("regular file" in read_settings(folder).problems[0] for folder in (tmp_path, tmp_path / "a"))


def test_names_that_would_command_a_terminal_are_told_harmlessly(tmp_path: Path) -> None:
    told = read(tmp_path, '"\\u001b]0;x\\u0007" = 1').problems[0]
    assert told.isprintable()


@given(st.binary(max_size=300))
def test_no_file_is_a_reason_to_fail(tmp_path: Path, content: bytes) -> None:
    assert isinstance(read(tmp_path, content), Settings)
