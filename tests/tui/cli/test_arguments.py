"""No text that is not UTF-8 is stored, wherever it comes from; file names may be in any encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.annotations.ui_state import UiState
from store.library.library import Library
from store.storage.paths import Paths
from tests.support import sample
from tests.support.processes import ROOT

LATIN = b"caf\xe9"


@pytest.fixture
def bridges(library: Library) -> Paths:
    """Return a library with the briefing `bridges`, open last."""
    UiState(briefing="bridges").save(library.places.state)
    return library.places


def run(*arguments: str | bytes, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, with bytes as arguments and on standard input."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "tui", *arguments]
    return subprocess.run(command, env=known, input=given, capture_output=True, timeout=60, check=False)


ARGUMENTS: tuple[tuple[str | bytes, ...], ...] = (
    ("note", "add", "c001", LATIN),
    ("note", "add", "c001", "x", "--tag", LATIN),
    ("note", "add", "p1", "x", "--quote", LATIN),
    ("note", "link", "c001", "supports", "c002", "--because", LATIN),
    ("verdict", "c001", "agree", "--because", LATIN),
    ("resolve", "c002", "yes", "--evidence", LATIN),
    ("note", "tag", "rename", "law", LATIN),
    ("find", LATIN),
    ("export", "brief", "--for", LATIN),
)


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: "-".join(map(str, arguments[:2])))
def test_arguments_that_are_not_utf_8_are_refused(bridges: Paths, arguments: tuple[str | bytes, ...], locale: str) -> None:
    done = run(*arguments, LC_ALL=locale)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b" is not UTF-8. Convert it to UTF-8" in done.stderr
    assert not (bridges.library / "bridges" / "notes.jsonl").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (LATIN, b"Standard input is not UTF-8: byte 3 on line 1 cannot be read; convert it to UTF-8. Nothing was changed."),
        ("two words".encode("utf-16"), b"Standard input is in UTF-16; convert it to UTF-8."),
        ("two words".encode("utf-16-le"), b"Standard input is in UTF-16; convert it to UTF-8."),
        ("two words".encode("utf-16-be"), b"Standard input is in UTF-16; convert it to UTF-8."),
        ("two words".encode("utf-32"), b"Standard input is in UTF-16; convert it to UTF-8."),
    ],
)
def test_standard_input_that_is_not_utf_8_is_refused(bridges: Paths, content: bytes, reason: bytes) -> None:
    for arguments in (("note", "add", "c001"), ("note", "add", "c001", "-")):
        done = run(*arguments, given=content)
        assert (done.returncode, done.stdout) == (1, b"")
        assert reason in done.stderr
    assert not (bridges.library / "bridges" / "notes.jsonl").exists()


def test_standard_input_with_a_byte_order_mark_is_stored_without_it(bridges: Paths, library: Library) -> None:
    assert run("note", "add", "c001", given="café".encode("utf-8-sig")).returncode == 0
    assert [note.body for note in library.notes("bridges").all()] == ["café"]


def test_what_an_editor_leaves_in_another_encoding_is_refused_and_kept(bridges: Paths, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'h\\000i\\000' > \"$1\"\n")
    editor.chmod(0o755)
    command = f"{sys.executable} -m tui note add c001"
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "BRIEFING_EDITOR": str(editor)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = " ".join(done.stdout.decode().split())
    assert done.returncode == 1
    assert "it is in UTF-16; save it as UTF-8." in said
    assert not (bridges.library / "bridges" / "notes.jsonl").exists()


def test_a_file_name_may_be_in_any_encoding(bridges: Paths, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + LATIN + b".toml"
    with open(path, "w", encoding="utf-8") as file:
        file.write(sample.as_toml(sample.tree(id="tunnels")))
    assert run("import", path).returncode == 0
    assert run("export", "json", "-o", path + b".json").returncode == 0
