"""The platform's clipboard: real programs on the path are given the words; one that fails is passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui import programs
from tui.programs import to_clipboard

VARIABLES = ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME")
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a program on an otherwise empty path; answers the file in which it leaves what it was given."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)

    def put_program(name: str, deed: str = '/bin/cat > "$0.taken"') -> Path:
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\n{deed}\necho "$@" > "$0.told"\n', "utf-8")
        program.chmod(0o755)
        return tmp_path / f"{name}.taken"

    return put_program


def test_a_program_is_given_the_words_and_named(put: Put) -> None:
    taken = put("pbcopy")
    assert to_clipboard("Brücken & $HOME; 中国 'x'\n") == "pbcopy"
    assert taken.read_text("utf-8") == "Brücken & $HOME; 中国 'x'\n"


@pytest.mark.parametrize(
    ("name", "needed", "told"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", ""),
        ("xclip", "DISPLAY", "-selection clipboard"),
        ("xsel", "DISPLAY", "--clipboard --input"),
        ("clip.exe", "WSL_DISTRO_NAME", ""),
    ],
)
def test_a_program_is_used_only_where_it_can_work(put: Put, monkeypatch: pytest.MonkeyPatch, name: str, needed: str, told: str) -> None:
    taken = put(name)
    assert to_clipboard("words") == ""
    assert not taken.exists()
    monkeypatch.setenv(needed, "1")
    assert to_clipboard("words") == name
    assert taken.with_suffix(".told").read_text("utf-8").strip() == told


def test_a_program_that_fails_is_passed_over(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    put("xclip", "exit 1")
    taken = put("xsel")
    assert to_clipboard("words") == "xsel"
    assert taken.read_text("utf-8") == "words"


def test_a_program_that_does_not_end_is_passed_over(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_PATIENCE_SECONDS", 0.1)
    put("pbcopy", "exec /bin/sleep 30")
    assert to_clipboard("words") == ""


def test_a_file_that_is_no_program_is_passed_over(put: Put, tmp_path: Path) -> None:
    put("pbcopy")
    (tmp_path / "pbcopy").write_bytes(b"\x00\x01 no program")
    assert to_clipboard("words") == ""


def test_without_any_program_nobody_took_it(put: Put) -> None:
    assert to_clipboard("words") == ""


def test_what_a_program_says_does_not_reach_the_screen(put: Put, capfd: pytest.CaptureFixture[str]) -> None:
    put("pbcopy", "echo loud; echo louder >&2")
    to_clipboard("words")
    assert capfd.readouterr() == ("", "")
