"""A word of another program, and text that looks like an option, get an answer that can be typed."""

from __future__ import annotations

import shlex

import pytest

from store.library.library import Library
from tests.support import sample
from tests.tui.cli.conftest import Briefing
from tui.cli.suggestions import _COMMAND_FOR, command_meant
from tui.cli.typer_app import COMMANDS


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("help", "briefing --help"),
        ("claims", "briefing table claims"),
        ("notes", "briefing note list"),
        ("companies", "briefing table actors"),
        ("search", "briefing find WORDS"),
        ("view", "briefing show ID"),
        ("quit", "briefing --help"),
        ("Claims", "briefing table claims"),
        ("c012", "briefing show c012"),
        ("p7", "briefing show p7"),
        ("shw", "briefing show"),
    ],
)
def test_a_word_that_is_no_command_gets_the_command_that_is_meant(briefing: Briefing, word: str, command: str) -> None:
    said = briefing(word)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"There is no command {word}. Did you mean `{command}`?")


@pytest.mark.parametrize("word", ["help", "quit"])
def test_the_help_is_named_once(briefing: Briefing, word: str) -> None:
    assert briefing(word).err.count("briefing --help") == 1


def test_a_briefing_of_that_name_comes_first(briefing: Briefing, library: Library) -> None:
    library.install(sample.briefing(id="claims"))
    assert "The screen needs a terminal" in briefing("claims").err


def test_every_suggestion_begins_with_a_command_or_an_option_of_the_program() -> None:
    for word in _COMMAND_FOR:
        assert word not in COMMANDS
        assert command_meant(word).split()[1] in (*COMMANDS, "--help", "--version")


@pytest.mark.parametrize("text", ["- x", "-x", "--x y", "-- x", "-1", "-this is wrong", "--"])
@pytest.mark.parametrize("tag", [(), ("--tag", "law")])
def test_text_that_looks_like_an_option_gets_a_line_that_works(briefing: Briefing, text: str, tag: tuple[str, ...]) -> None:
    if text == "--":
        text = "---"
    said = briefing("note", "add", "c001", text, *tag)
    assert said.code == 2
    line = said.err.partition("put -- before it: `")[2].partition("`")[0]
    assert briefing(*shlex.split(line)[1:]).code == 0
    assert [note["body"] for note in briefing("note", "list", "--json").json] == [text]


@pytest.mark.parametrize(
    "arguments", [("find", "-tin"), ("find", "--x"), ("note", "edit", "n-222222", "- x"), ("note", "tag", "rename", "-a", "b")]
)
def test_every_command_with_free_text_suggests_the_separator(briefing: Briefing, arguments: tuple[str, ...]) -> None:
    said = briefing(*arguments)
    assert said.code == 2
    assert "To give text that begins with a hyphen, put -- before it: `briefing " in said.err


@pytest.mark.parametrize("arguments", [("note", "add", "c001", "x", "--tga", "y"), ("note", "list", "--bogus"), ("show", "c001", "-x")])
def test_a_misspelt_option_is_not_taken_for_text(briefing: Briefing, arguments: tuple[str, ...]) -> None:
    said = briefing(*arguments)
    assert said.code == 2
    assert "hyphen" not in said.err
