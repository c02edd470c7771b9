"""The terminal, lent to the reader's own editor for a while."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from textual.app import SuspendNotSupported

from store import StoreError
from tui.editor import Edited, edited
from tui.programs import Failed, editor
from tui.reach import Reach


class Unlent(Exception):
    """No editor is named, or the terminal cannot be lent; the message says so. The editor in here does instead."""


@contextmanager
def lent(reach: Reach, text: str) -> Iterator[Edited]:
    """Lets the reader's own editor change `text`; raises Unlent, or Failed where the name of the editor cannot be understood.

    Raises StoreError where there is no place for the file, or from the block: then it says where the words are.
    """
    command = editor(reach.editor, os.environ)
    if not command:
        raise Unlent("No editor of yours is named: $EDITOR or config.toml would name it. The one in here does instead.")
    with ExitStack() as file:
        with ExitStack() as terminal:
            try:
                terminal.enter_context(reach.screen.app.suspend())
            except SuspendNotSupported:
                raise Unlent("This terminal cannot be lent to another program. The editor in here does instead.") from None
            left = file.enter_context(edited(text, command))
        yield left


def lend(reach: Reach, text: str) -> str:
    """What the reader's own editor makes of `text`, for an editor in here that goes on with it; nothing where nothing came of it."""
    try:
        with lent(reach, text) as left:
            if left.problem:
                reach.tell(left.problem, True)
            elif not left.words:
                reach.tell("Nothing is written there: the words stay as they were.")
            return left.words
    except (Unlent, Failed, StoreError) as error:
        reach.tell(str(error), True)
        return ""
