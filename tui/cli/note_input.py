"""Sources of a note's text: the command line, standard input, or the external editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from store.annotations.drafts import Draft
from store.errors import InvalidInputError
from store.library.library import Library
from tui.cli.context import UsageError


@contextmanager
def read_note_text(found: Library, text: str | None, draft: Draft) -> Iterator[str]:
    """Yield `text`, or standard input for `-` and if text is piped in; on a terminal, what the editor makes of the text of `draft`.

    Text from the editor that cannot be saved in the block stays in its file, which the screen offers at its next start.
    """
    if text is not None and text != "-":
        yield text
    elif text == "-" or not sys.stdin.isatty():
        yield _piped_in()
    else:
        with _from_editor(found, draft) as words:
            yield words


def _piped_in() -> str:
    """Return the text on standard input; raise InvalidInputError if it is longer than any note, since it may never end, or not UTF-8."""
    from store.annotations.editor_file import LARGEST_NOTE
    from store.storage.untrusted_file import decode

    content = sys.stdin.buffer.read(LARGEST_NOTE + 1)
    if len(content) > LARGEST_NOTE:
        raise InvalidInputError(f"Standard input is longer than {LARGEST_NOTE:,} bytes, which no note is. Nothing was changed.")
    try:
        return decode("Standard input", content)
    except InvalidInputError as error:
        raise InvalidInputError(f"{str(error).replace('save it as', 'convert it to')} Nothing was changed.") from None


@contextmanager
def _from_editor(library: Library, draft: Draft) -> Iterator[str]:
    from store.annotations.drafts import Drafts
    from store.annotations.editor_file import EditorFile
    from store.errors import StoreError, StoreLockedError, WriteError
    from store.settings import read_settings
    from tui.external.editor import edit_file
    from tui.external.processes import ProcessError, editor_command

    try:
        command = editor_command(read_settings(library.places.config).editor, os.environ)
    except ProcessError as failed:
        raise UsageError(str(failed)) from None
    if not command:
        raise UsageError("A note needs words: give them after the id, or - to read standard input. With $EDITOR set, your editor opens.")
    drafts = Drafts(library.places.drafts)
    pen = drafts.begin(draft)
    try:
        file = EditorFile.create(drafts, pen.draft)
        edited = edit_file(command, file)
        kept = f"The text is in {file.path}, and is offered when you open the briefing." if edited.text else ""
        if edited.is_error or not edited.text:
            raise InvalidInputError(f"{edited.message} {kept}".strip())
        try:
            yield edited.text
        except StoreError as error:
            kind = StoreLockedError if isinstance(error, StoreLockedError) else WriteError  # a busy store has an exit code of its own
            raise kind(f"{error} {kept}") from error
        file.remove()
    finally:
        pen.finish()
