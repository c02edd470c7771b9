"""Runs a command, and turns whatever happens into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Annotated, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

from store import BadFilter, Busy, Problems, StoreError, one_line
from tui.cli.common import Misused, PipeClosed, library, out, tell

VERSION = "0.1.0"
# ok · not found, or problems found · used wrongly · the store is busy · a bug of ours · interrupted
OK, FAILED, USAGE, BUSY, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130
_OF_THE_PROGRAM = ("--help", "-h", "--version", "--install-completion", "--show-completion")
_EPILOG = """\b
briefing                             open the screen where you left off
briefing show c012                   one claim, with who says it and on what evidence
briefing show VDF                    an actor, by any of its names
briefing table claims --where 'kind:prediction grade:>=C3'
briefing find red packets            search everything, notes included
briefing note add c012 "ask legal"   a note of yours
briefing export markdown -o page.md  a page to take along
"""

# The rooms of the commands. Only the one that is asked for is entered: describing all commands to Typer takes as long as
# showing a record.
_ROOMS = {
    "screen": ("open",),
    "reading": ("list", "show", "table", "find"),
    "notes": ("note",),
    "files": ("export", "import", "check", "locate", "doctor"),
}
COMMANDS = tuple(command for commands in _ROOMS.values() for command in commands)


def _say_version(wanted: bool) -> None:
    if wanted:
        out(f"briefing {VERSION}")
        raise typer.Exit


def main(
    version: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="The version of the program.")] = False,
) -> None:
    """Open an argument the way you open a map: who says what about whom, on what evidence, and what you think of it.

    Without a command, the screen opens where you left off.
    """


def program(command: str = "") -> TyperGroup:
    """The command line: all of it, or only the room where `command` is found."""
    app = typer.Typer(
        name="briefing",
        epilog=_EPILOG,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(main)
    for room, commands in _ROOMS.items():
        if not command or command in commands:
            import_module(f"tui.cli.{room}").add_to(app)
    return cast(TyperGroup, get_command(app))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        words = _with_command(given)
        command = words[0] if words[0] in COMMANDS and "_BRIEFING_COMPLETE" not in os.environ else ""
        code = program(command).main(words, prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
    except (PipeClosed, BrokenPipeError):
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except (Misused, BadFilter, typer.TyperException) as error:
        tell(f"{_words(error)} `briefing --help` shows how.")
        return USAGE
    except StoreError as error:
        _explain(error)
        return BUSY if isinstance(error, Busy) else FAILED
    except Exception as error:  # noqa: BLE001  # the last net: what falls here is our bug, and the reader is told so
        return _confess(error)
    return int(code or OK)


def _with_command(words: list[str]) -> list[str]:
    """`briefing alibaba-overseas --at c012` means `briefing open …`; a bare `briefing` opens the screen."""
    if not words:
        return ["open"]
    if words[0] in COMMANDS or words[0] in _OF_THE_PROGRAM or "_BRIEFING_COMPLETE" in os.environ:
        return words
    _refuse_misspelt(words[0])
    return ["open", *words]


def _refuse_misspelt(word: str) -> None:
    """`briefing shw` is a slip, unless there is a briefing of that name."""
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, n=1)
    if close and word not in library().ids():
        raise Misused(f"There is no command {word}. Did you mean {close[0]}?")


def _words(error: Exception) -> str:
    """What is wrong with the command; what was typed is part of it, and is cleaned."""
    return one_line(error.format_message() if isinstance(error, typer.BadParameter) else str(error))


def _explain(error: StoreError) -> None:
    tell(str(error))
    if isinstance(error, Problems):
        for problem in error.all:
            tell(f"  {problem}")


def _confess(error: Exception) -> int:
    """Our bug: where it happened goes to the log, one sentence to the reader, and none of the notes to either."""
    from store import find_places, write_log

    log = find_places().log
    story = "".join(_story(error))
    try:
        write_log(log, story)
    except StoreError:
        tell(story)
    tell(f"This is a bug of ours ({type(error).__name__}). What happened is in {log}; your notes are as they were.")
    return OUR_BUG


def _story(error: BaseException | None) -> Iterator[str]:
    """Where `error` came from, and what led to it; not what it says, which may quote a note."""
    import traceback

    while error is not None:
        yield from traceback.format_tb(error.__traceback__)[-12:]
        yield f"{type(error).__qualname__}\n"
        error = error.__cause__ or error.__context__
