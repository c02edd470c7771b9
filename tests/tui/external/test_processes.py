"""Other programs: the clipboard's are given the words, and one that fails is passed over; the editor is the one that was named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.external import processes
from tui.external.processes import ProcessError, copy_to_clipboard, editor_command, open_in_browser, run_editor

VARIABLES = ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME")
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put a program on an otherwise empty path; answers the file in which it leaves what it was given."""
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
    assert copy_to_clipboard("Brücken & $HOME; 中国 'x'\n") == "pbcopy"
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
    assert copy_to_clipboard("words") == ""
    assert not taken.exists()
    monkeypatch.setenv(needed, "1")
    assert copy_to_clipboard("words") == name
    assert taken.with_suffix(".told").read_text("utf-8").strip() == told


def test_a_program_that_fails_is_passed_over(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    put("xclip", "exit 1")
    taken = put("xsel")
    assert copy_to_clipboard("words") == "xsel"
    assert taken.read_text("utf-8") == "words"


def test_a_program_that_does_not_end_is_passed_over(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PATIENCE_SECONDS", 0.1)
    put("pbcopy", "exec /bin/sleep 30")
    assert copy_to_clipboard("words") == ""


def test_a_file_that_is_no_program_is_passed_over(put: Put, tmp_path: Path) -> None:
    put("pbcopy")
    (tmp_path / "pbcopy").write_bytes(b"\x00\x01 no program")
    assert copy_to_clipboard("words") == ""


def test_without_any_program_nobody_took_it(put: Put) -> None:
    assert copy_to_clipboard("words") == ""


def test_what_a_program_says_does_not_reach_the_screen(put: Put, capfd: pytest.CaptureFixture[str]) -> None:
    put("pbcopy", "echo loud; echo louder >&2")
    copy_to_clipboard("words")
    assert capfd.readouterr() == ("", "")


NAMES = ("BRIEFING_EDITOR", "", "VISUAL", "EDITOR")


@pytest.mark.parametrize("first", range(4))
def test_the_editor_is_the_first_that_is_named(first: int) -> None:
    named = dict(list(zip(NAMES, ("ours -w", "wished", "visual", "plain"), strict=True))[first:])
    wish = named.pop("", "")
    assert editor_command(wish, {**dict.fromkeys(NAMES, " "), **named}) == (("ours", "-w"), ("wished",), ("visual",), ("plain",))[first]


def test_where_none_is_named_there_is_none() -> None:
    assert editor_command("  ", {"EDITOR": ""}) == ()


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("code --wait", ("code", "--wait")),
        ("'/a b/vi' -c \"set x\"", ("/a b/vi", "-c", "set x")),
        ("vim; rm $SHELL", ("vim;", "rm", "$SHELL")),
        ("~/bin/ed -c ~", ("/home/ann/bin/ed", "-c", "/home/ann")),
        ("'~/my bin/ed' $HOME/x ${HOME}/y", ("/home/ann/my bin/ed", "/home/ann/x", "/home/ann/y")),
        ("ed --backup=~x $HOMEPAGE", ("ed", "--backup=~x", "$HOMEPAGE")),
    ],
)
def test_the_editor_is_split_as_a_shell_would_and_no_shell_sees_it(words: str, command: tuple[str, ...]) -> None:
    assert editor_command("", {"EDITOR": words, "HOME": "/home/ann"}) == command
    assert editor_command(words, {"HOME": "/home/ann"}) == command


def test_an_editor_that_cannot_be_understood_is_told() -> None:
    with pytest.raises(ProcessError, match="quotation mark"):
        editor_command("", {"VISUAL": "vim 'x"})


@pytest.mark.parametrize(
    ("deed", "why"), [("exit 3", r"ended with an error \(3\)"), ("kill -9 $$", "SIGKILL"), ("kill -TERM $$", "SIGTERM")]
)
def test_an_editor_that_does_not_end_well_is_told(put: Put, tmp_path: Path, deed: str, why: str) -> None:
    put("ed", deed)
    with pytest.raises(ProcessError, match=why):
        run_editor(("ed",), tmp_path / "note.txt")


def test_an_editor_that_cannot_be_started_is_told(put: Put, tmp_path: Path) -> None:
    put("pbcopy")
    (tmp_path / "locked").write_text("#!/bin/sh\n", "utf-8")
    for name, why in (("nowhere", "not found"), (str(tmp_path / "locked"), "could not be started"), ("a\0b", "could not be started")):
        with pytest.raises(ProcessError, match=why):
            run_editor((name,), tmp_path / "note.txt")


def test_an_editor_is_given_the_file_and_its_own_words(put: Put, tmp_path: Path) -> None:
    put("ed", 'echo "$2" > "$0.taken"')
    run_editor(("ed", "-w"), tmp_path / "a b.txt")
    assert (tmp_path / "ed.taken").read_text("utf-8") == f"{tmp_path / 'a b.txt'}\n"


def test_an_interrupt_of_the_editor_does_not_end_us(put: Put, tmp_path: Path) -> None:
    put("ed", "kill -INT $PPID; kill -INT $$")
    with pytest.raises(ProcessError, match="SIGINT"):
        run_editor(("ed",), tmp_path / "note.txt")


def test_an_address_is_given_to_the_browser_as_one_word(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_BROWSERS", ((("xdg-open",), "DISPLAY"),))
    told = put("xdg-open", "").with_suffix(".told")
    assert open_in_browser("https://a.example/?b=1&c=2") == ""
    monkeypatch.setenv("DISPLAY", ":0")
    assert open_in_browser("https://a.example/?b=1&c=2") == "xdg-open"
    assert processes._started[-1].wait(10) == 0
    assert told.read_text("utf-8") == "https://a.example/?b=1&c=2\n"


@pytest.mark.parametrize(
    "address", ["-h", "--new-window=x", "file:///x", " https://a.example", "https://a.example/\n-h", "https://ä.example"]
)
def test_nothing_but_an_address_of_the_web_is_given_to_any_program(put: Put, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    told = put("xdg-open", "").with_suffix(".told")
    with pytest.raises(ValueError, match="only addresses of the web"):
        open_in_browser(address)
    assert not told.exists()
