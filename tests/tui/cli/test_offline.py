"""Nothing is sent anywhere: commands and screen work where there is no network, and never ask for one."""

from __future__ import annotations

import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from store.library.library import Library
from tests.support.everywhere import OPENED, closed, opened, panes
from tests.support.reader import reading
from tests.support.terminal import COMMAND, ROOT, Terminal, environment
from tests.tui.cli.conftest import Briefing

ALONE = ("unshare", "-rn")  # a user of its own, without any network, not even to itself
CAN_BE_ALONE = shutil.which("unshare") and subprocess.run((*ALONE, "true"), capture_output=True, check=False).returncode == 0
alone = pytest.mark.skipif(not CAN_BE_ALONE, reason="this machine lets nobody leave the network (unshare -rn)")
COMMANDS = [
    *(("list",), ("show", "c001"), ("table", "claims", "--csv"), ("find", "bridges"), ("note", "add", "c001", "mine"), ("note", "list")),
    *(("verdict", "c001", "agree"), ("trace", "r01"), ("export", "html"), ("export", "ics"), ("doctor",), ("locate",), ("--help",)),
]


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Record every request for a connection or an address; the event loop's own socket pair is not one."""
    asked: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise OSError("there is no network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    return asked


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_asks_for_a_network(briefing: Briefing, cut_off: list[object], words: tuple[str, ...]) -> None:
    assert briefing(*words).code == 0
    assert cut_off == []


@pytest.mark.slow
async def test_no_tab_and_no_dialog_asks_for_a_network(library: Library, cut_off: list[object]) -> None:
    async with reading(library) as reader:
        for key, _ in panes():
            await reader.tap(key)
        for name in OPENED:
            if OPENED[name][0] == "c001":
                await opened(reader, name)
                await closed(reader)
    assert cut_off == []


@pytest.mark.tools
@alone
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_works_without_a_network(library: Library, tmp_path: Path, words: tuple[str, ...]) -> None:
    home = environment(tmp_path / "home")
    bridges = () if words[0] in ("list", "locate", "--help", "doctor") else ("-b", "bridges")
    ended = subprocess.run([*ALONE, *COMMAND, *words, *bridges], cwd=ROOT, env=home, capture_output=True, text=True, check=False)
    assert (ended.returncode, "network" in ended.stderr) == (0, False), ended.stderr


@pytest.mark.tools
@alone
def test_the_screen_works_without_a_network(library: Library, tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "bridges", "--at", "c001", before=ALONE) as terminal:
        terminal.wait_for("Bridges pay.")
        terminal.press("a")
        terminal.wait_for("ctrl+s")
        terminal.paste("Written alone")
        terminal.wait_for("Written alone")
        terminal.press("\x13")
        terminal.wait_for("1 note")
        terminal.press("\x11")
        assert terminal.end() == 0
    assert [note.body for note in library.notes("bridges").all()] == ["Written alone"]
