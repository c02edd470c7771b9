"""The commands as Typer knows them; imported only where there are words to understand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

from store.errors import NoHomeError, StoreError
from store.text.sanitize import sanitize_line
from tui import __version__
from tui.cli.arguments import require_utf_8
from tui.cli.context import UsageError, open_library, print_data
from tui.cli.suggestions import command_meant, separated, separated_text

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


class CommandGroup(NamedTuple):
    """The names of some commands, and the function that adds them to the app."""

    names: tuple[str, ...]
    register: Callable[[typer.Typer], None]


def _register_open(app: typer.Typer) -> None:
    from tui.cli.open import register

    register(app)


def _register_show(app: typer.Typer) -> None:
    from tui.cli.show import register

    register(app)


def _register_find(app: typer.Typer) -> None:
    from tui.cli.find import register

    register(app)


def _register_notes(app: typer.Typer) -> None:
    from tui.cli.notes import register

    register(app)


def _register_opinions(app: typer.Typer) -> None:
    from tui.cli.opinions import register

    register(app)


def _register_resolve(app: typer.Typer) -> None:
    from tui.cli.resolve import register

    register(app)


def _register_new(app: typer.Typer) -> None:
    from tui.cli.new import register

    register(app)


def _register_export(app: typer.Typer) -> None:
    from tui.cli.export import register

    register(app)


def _register_library(app: typer.Typer) -> None:
    from tui.cli.library import register

    register(app)


# A group is imported only if one of its commands is asked for: describing all commands to Typer takes as long as showing a record.
GROUPS = (
    CommandGroup(("open",), _register_open),
    CommandGroup(("list", "show", "table"), _register_show),
    CommandGroup(("find",), _register_find),
    CommandGroup(("note",), _register_notes),
    CommandGroup(("verdict", "trace"), _register_opinions),
    CommandGroup(("resolve",), _register_resolve),
    CommandGroup(("new",), _register_new),
    CommandGroup(("export",), _register_export),
    CommandGroup(("import", "check", "locate", "doctor"), _register_library),
)
COMMANDS = tuple(name for group in GROUPS for name in group.names)


def _say_version(wanted: bool) -> None:
    if wanted:
        print_data(f"briefing {__version__}")
        raise typer.Exit


def main(
    version: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="The version of the program.")] = False,
) -> None:
    """Open an argument the way you open a map: who says what about whom, on what evidence, and what you think of it.

    Without a command, the screen opens where you left off.
    """


class _Commands(TyperGroup):
    """For a shell that completes, a briefing may stand where a command does: `briefing alibaba-overseas --at c012`."""

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        briefing, *_ = self.commands["open"].params
        return [*super().shell_complete(ctx, incomplete), *briefing.shell_complete(ctx, incomplete)]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        is_briefing = ctx.resilient_parsing and args[0] not in COMMANDS
        return super().resolve_command(ctx, ["open", *args] if is_briefing else args)


def program(command: str = "") -> TyperGroup:
    """Return the command line: all of it, or only the group of `command`."""
    app = typer.Typer(
        name="briefing",
        cls=_Commands,
        epilog=_EPILOG,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(main)
    for command_group in GROUPS:
        if not command or command in command_group.names:
            command_group.register(app)
    group = cast(TyperGroup, get_command(app))
    for found in group.commands.values():
        require_utf_8(found)
    return group


def path_in(words: list[str]) -> tuple[str, ...]:
    """Return the command that these words begin with, or its part: `note`, `tag`, `rename`."""
    path: list[str] = []
    group: Any = program(words[0]) if words and words[0] in COMMANDS else None
    for word in words:
        group = getattr(group, "commands", {}).get(word)
        if group is None:
            break
        path.append(word)
    return tuple(path)


def execute(given: list[str]) -> int:
    """Do what the words say; raise Misused where they say nothing that can be done, KeyboardInterrupt where it was stopped."""
    is_completing = "_BRIEFING_COMPLETE" in os.environ  # a shell asks; the words are in its environment, and `given` is empty
    words = given if is_completing else _with_command(given)
    if "--install-completion" in words[:1]:
        _require_home()
    command = "" if is_completing or words[0] not in COMMANDS else words[0]
    if said := separated_text(words):
        raise UsageError(f"{sanitize_line(said)}.")
    try:
        return int(program(command).main(words, prog_name="briefing", standalone_mode=False) or 0)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise UsageError(sanitize_line(_explained(error, words))) from None


def _explained(error: typer.TyperException, words: list[str]) -> str:
    """Return what `error` says, as sentences, with how to give text that was taken for an option."""
    message = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
    sentence = message if message.endswith((".", "?")) else f"{message}."
    option = getattr(error, "option_name", "")
    hint = separated(words, option, getattr(getattr(error, "ctx", None), "command", None)) if option else ""
    return f"{sentence} {hint}." if hint else sentence


def _with_command(words: list[str]) -> list[str]:
    """`briefing alibaba-overseas --at c012` means `briefing open …`."""
    if words[0] == "verdict":
        return _with_verdict(words)
    if words[0] in COMMANDS or words[0] in _OF_THE_PROGRAM:
        return words
    _refuse_misspelt(words[0])
    return ["open", *words]


def _with_verdict(words: list[str]) -> list[str]:
    """`--` is short for a verdict too: it ends the options only where a word comes after it."""
    at = words.index("--") if words.count("--") == 1 else -1
    if at < 0 or (words[at + 1 :] and not words[at + 1].startswith("-")):
        return words
    return [*words[:at], "strongly-disagree", *words[at + 1 :]]


def _refuse_misspelt(word: str) -> None:
    """Raise Misused for a word that is no briefing but may be a slip for a command, or another program's name of one."""
    from store.text.did_you_mean import closest_name

    closest = closest_name(word, COMMANDS)
    meant = command_meant(word) or (f"briefing {closest}" if closest else "")
    if meant and not _is_briefing(word):
        raise UsageError(f"There is no command {word}. Did you mean `{meant}`?")


def _require_home() -> None:
    """Raise NoHomeError if there is no home directory, where Typer installs the completion."""
    try:
        Path.home()
    except RuntimeError:
        raise NoHomeError(
            "This user has no home directory to install completion in. `briefing --show-completion` prints the script."
        ) from None


def _is_briefing(word: str) -> bool:
    try:
        return word in open_library().ids()
    except StoreError:
        return False
