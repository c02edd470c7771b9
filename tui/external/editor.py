"""A text in an external editor: what it returned, and a message if that is not a changed text."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import NamedTuple

from store.annotations.editor_file import EditorFile
from store.errors import StoreError
from store.text.sanitize import sanitize_line
from tui.external.processes import ProcessError, StillOpenError, run_editor

# An editor that returns sooner and without a change may go on in a window of its own.
AT_ONCE_SECONDS = 5.0


class EditResult(NamedTuple):
    """The changed `text`, or `""`, and a message: why there is no text, or what went wrong although there is one.

    `is_pending` is true if the file may still be changed.
    """

    text: str
    message: str = ""
    is_error: bool = False
    is_pending: bool = False


def edit_file(command: tuple[str, ...], file: EditorFile) -> EditResult:
    """Run the editor on `file`, and wait for it. The file is deleted if it holds nothing new and nothing more is expected."""
    started = monotonic()
    problem = ""
    try:
        run_editor(command, file.path)
    except StillOpenError as error:
        return EditResult("", f"{error} What it saves is kept in {file.path}.", is_error=True, is_pending=True)
    except ProcessError as error:
        problem = str(error)
    try:
        text = file.read()
        changed = file.changed_text()
    except StoreError as error:
        kept = f" The file is kept: {file.path}." if file.is_there else ""
        if not kept:
            file.remove()
        reason = problem or f"The text from {sanitize_line(command[0])} cannot be read:"
        return EditResult("", f"{reason} {str(error).rstrip('.')}.{kept} Nothing was changed.", is_error=True)
    if changed:
        return EditResult(changed, problem, bool(problem))
    if not problem and (text or not file.origin.body.strip()) and monotonic() - started < AT_ONCE_SECONDS:
        return EditResult("", _pending_message(sanitize_line(Path(command[0]).name)), is_pending=True)
    if problem:
        file.retire(text)
    else:
        file.remove()
    reason = problem or ("" if text or not file.origin.body.strip() else "The file is empty.")
    return EditResult("", f"{reason} Nothing was changed.".strip(), bool(problem))


def _pending_message(name: str) -> str:
    return (
        f"Nothing was changed. {name} returned at once; if it is still open in a window of its own, save there and the text is imported. "
        "To wait for such an editor, set it with its option for that, as in: code --wait"
    )
