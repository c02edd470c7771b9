"""Hostile text in everything a command can be given and can show: nothing of it commands a terminal, and nothing falls.

The commands are read off the program: one that is new is tried here too.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.everywhere import BIDI, infest
from tests.support.hostile import KEPT, SEEN, groups
from tests.tui.cli.conftest import Briefing, Said
from tui.cli.typer_app import program

GROUPS = groups(at_depth(12, 6, 2))
NOTE = "the note on c001"
CODES = {0, 1, 2, 3}
# What is right for a parameter of this name; one that is not here is given hostile text alone.
RIGHT = {"id": "c001", "identity": "c001", "kind": "claims", "format": "markdown", "words": SEEN, "note": "c001", "word": "agree"}
SHOWING = [
    *(("show", "c001"), ("show", "ann"), ("show", "p1"), ("show", "bridges"), ("show", "c001", "--plain"), ("show", "c001", "--json")),
    *(("list",), ("find", SEEN), ("note", "list"), ("trace", "r01"), ("trace", "c001"), ("verdict", "c001"), ("doctor",)),
    *(("resolve", "c002"), ("note", "revisions", NOTE), ("note", "list", "--trash")),
    *(("table", kind) for kind in ("actors", "claims", "strategies", "recommendations", "relations", "events", "notes")),
    *(("export", kind) for kind in ("markdown", "json", "brief", "dot", "ics", "annotation", "argdown")),
]


def commands(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command of the program, with the words that lead to it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*above, name))
        else:
            yield (*above, name), command


COMMANDS = {" ".join(words): command for words, command in commands(program())}


def calls(command: Any, words: str) -> Iterator[list[str]]:
    """Ways to call it: every argument hostile, and with the right arguments, each option hostile."""
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option" and not parameter.is_flag]
    yield [words for _ in arguments]
    for number in range(len(arguments)):
        yield [words if number == at else RIGHT.get(argument.name, words) for at, argument in enumerate(arguments)]
    for option in options:
        yield [*(RIGHT.get(argument.name, words) for argument in arguments), f"{option.opts[0]}={words}"]


def complaints(said: Said) -> list[str]:
    """Return output that should not have been written."""
    written = (said.out + said.err).replace("\n", "").replace("\t", "").replace("\r", "")
    found = [f"control {char!r}" for char in written if unicodedata.category(char) in ("Cc", "Cs")]
    return found + [f"direction {char!r}" for char in written if unicodedata.bidirectional(char) in BIDI]


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_a_command_is_given_it_answers_in_plain_sentences(
    briefing: Briefing, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, words in groups(at_depth(40, 12, 4)).items():
        for given in calls(COMMANDS[command], words[:2_000].replace("\0", "")):
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode("utf-8", "replace"))))
            said = briefing(*command.split(), "--", *given) if given and given[0].startswith("-") else briefing(*command.split(), *given)
            assert said.code in CODES, (name, given, said)
            assert (name, given, complaints(said)) == (name, given, [])


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[:40])
def test_whatever_a_briefing_holds_every_command_shows_it_as_text(briefing: Briefing, library: Library, names: str) -> None:
    infest(library, GROUPS[names])
    briefing("verdict", "c001", "agree", "--because", GROUPS[names].replace("\0", ""))
    note = library.notes("bridges").for_target("c001")[0].id
    for words in SHOWING:
        said = briefing(*(note if word == NOTE else word for word in words))
        assert (words, said.code in CODES, complaints(said)) == (words, True, [])
    shown = briefing("show", "c001").out
    assert SEEN in shown
    assert [name for name in names.split(", ") if KEPT.get(name, SEEN) not in " ".join(shown.split())] == []


def test_no_command_that_shows_is_missing_here() -> None:
    """Those that only change or ask for files are tried with hostile arguments above."""
    shown = {" ".join(words[: 2 if words[0] == "note" else 1]) for words in SHOWING}
    changing = {f"note {deed}" for deed in ("add", "edit", "remove", "restore", "link", "tag rename", "empty-trash")}
    silent = {"open", "new", "import", "check", "locate", *changing}
    missing = sorted(COMMANDS.keys() - shown - silent)
    assert not missing, (
        f"What {', '.join(missing)} shows was never hostile: add to SHOWING in tests/tui/cli/test_strangers.py how it is called."
    )
