"""Where the words of a note come from: the command, standard input, or the reader's editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from store import Library, Refused
from tui.cli.common import Misused


@contextmanager
def given_words(found: Library, text: str | None, before: str) -> Iterator[str]:
    """The text given, or standard input for `-` and where text is piped in; on a terminal, what the editor makes of `before`.

    What was written in the editor is not lost where it cannot be saved in the block.
    """
    if text is not None and text != "-":
        yield text
    elif text == "-" or not sys.stdin.isatty():
        yield _piped_in()
    else:
        with _from_editor(found, before) as words:
            yield words


def _piped_in() -> str:
    """Return the text on standard input; raise Refused if it is longer than any note, since it may never end, or not UTF-8."""
    from store import LARGEST_NOTE, decode

    content = sys.stdin.buffer.read(LARGEST_NOTE + 1)
    if len(content) > LARGEST_NOTE:
        raise Refused(f"Standard input is longer than {LARGEST_NOTE:,} bytes, which no note is. Nothing was changed.")
    try:
        return decode("Standard input", content)
    except Refused as error:
        raise Refused(f"{str(error).replace('save it as', 'convert it to')} Nothing was changed.") from None


@contextmanager
def _from_editor(found: Library, before: str) -> Iterator[str]:
    from store import read_config
    from tui.editor import edited
    from tui.programs import Failed, editor

    try:
        command = editor(read_config(found.places.config).editor, os.environ)
    except Failed as failed:
        raise Misused(str(failed)) from None
    if not command:
        raise Misused("A note needs words: give them after the id, or - to read standard input. With $EDITOR set, your editor opens.")
    with edited(before, command) as left:
        if left.problem:
            raise Refused(f"{left.problem} Nothing was changed.")
        if not left.words:
            raise Refused("Nothing is written there. Nothing was changed.")
        yield left.words
