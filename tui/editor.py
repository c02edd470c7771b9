"""A text in the reader's own editor: what comes back, and where that is not well, a sentence that says so; no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from store import Busy, NotSaved, Scratch, StoreError, one_line
from tui.programs import Failed, edit


class Edited(NamedTuple):
    """What the editor left: its `words`, whether they are `new`, and what went wrong, in a sentence.

    Words that cannot be read stay in the file, and `problem` says where.
    """

    words: str
    new: bool
    problem: str = ""
    is_read: bool = True


@contextmanager
def edited(text: str, command: tuple[str, ...]) -> Iterator[Edited]:
    """Lets the editor change `text`. The file goes when the block ends well; where new words could not be kept, it stays.

    Raises StoreError where there is no place for the file, or from the block: then it says where the words are.
    """
    scratch = Scratch(text)
    found = _edited(text, command, scratch)
    try:
        yield found
    except StoreError as error:
        if not found.is_read:  # its problem says where the words are
            raise
        if not found.new:
            scratch.remove()
            raise
        kind = Busy if isinstance(error, Busy) else NotSaved  # a busy store has an exit code of its own
        raise kind(f"{error} Your words are in {scratch.path}.") from error
    if found.is_read:
        scratch.remove()


def _edited(text: str, command: tuple[str, ...], scratch: Scratch) -> Edited:
    problem = _run(command, scratch)
    try:
        words = scratch.read()
    except StoreError as error:
        left = f" What is there stays in {scratch.path}." if scratch.is_there else ""
        why = problem or f"What {one_line(command[0])} left cannot be taken:"
        return Edited("", False, f"{why} {str(error).rstrip('.')}.{left}", not scratch.is_there)
    return Edited(words, bool(words) and words != text.strip(), problem)


def _run(command: tuple[str, ...], scratch: Scratch) -> str:
    try:
        edit(command, scratch.path)
    except Failed as failed:
        return str(failed)
    return ""
