"""What every command shares: the library, the briefing that is meant, the clock, and the two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from store import Briefing, Library
    from tui.render.parts import Block


class Misused(Exception):
    """The command was given something it cannot work with; the message says what would be right."""


class PipeClosed(Exception):
    """Who read our output has seen enough; that is no error. (Typer would make one of the original.)"""


FALLBACK_BRIEFING = "alibaba-overseas"


def now() -> datetime:
    """The one clock of the program."""
    return datetime.now().astimezone()


def library() -> Library:
    """The reader's library, with the shipped briefings in it."""
    from assets import BRIEFINGS
    from store import Library, find_places

    found = Library(find_places(), now)
    found.put_shipped(BRIEFINGS)
    return found


def meant(found: Library, name: str | None) -> str:
    """The id of the briefing that is meant: the one named, else the one last open, else the shipped one."""
    if name:
        return name
    from store import State

    last = State.load(found.places.state).briefing
    return last if last in found.ids() else FALLBACK_BRIEFING


def opened(name: str | None) -> tuple[Library, Briefing]:
    """The library and the briefing that is meant."""
    found = library()
    return found, found.open(meant(found, name))


def out(text: str) -> None:
    """Data, to standard output."""
    try:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    except BrokenPipeError:
        raise PipeClosed from None


def tell(text: str) -> None:
    """Everything that is not data, to standard error."""
    sys.stderr.write(f"{text}\n")


def out_json(value: Any) -> None:
    """A value as indented JSON."""
    import msgspec

    out(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def is_terminal() -> bool:
    """Whether standard output is a terminal that can show emphasis."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def out_blocks(blocks: Iterable[Block]) -> None:
    """Blocks of a page: wrapped and with emphasis on a terminal, plain where they are piped."""
    if not is_terminal():
        from tui.render.parts import plain

        out(plain(blocks))
        return
    from rich.console import Console

    from tui.render.paint import lines

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines(blocks, min(console.width, 100)):
        console.print(line, soft_wrap=True)


def complete_briefings(incomplete: str) -> list[str]:
    """The ids of briefings that begin so."""
    return [identity for identity in library().ids() if identity.startswith(incomplete)]


def complete_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of records and notes that begin so."""
    found, briefing = opened(ctx.params.get("briefing"))
    ids = [briefing.id, *briefing.records, *(note.id for note in found.notes(briefing.id).all())]
    return [identity for identity in ids if identity.startswith(incomplete)]


BriefingOption = Annotated[
    str | None,
    typer.Option(
        "--briefing",
        "-b",
        metavar="BRIEFING",
        help="Which briefing; the one last open where it is left out.",
        autocompletion=complete_briefings,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON.")]
IdArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A record (c012), paragraph (p7), note (n-…), actor name, or the briefing.", autocompletion=complete_ids
    ),
]
