"""After an internal error anywhere, the text is on disk, the terminal is restored, the exit code is 70, and no note is quoted."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from store.annotations.drafts import Drafts
from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.terminal import ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE, PATIENCE, ROOT, Terminal

THOUGHT = "Half a thought"
# Put into the program before it starts: `fail` does nothing until a file is there, and quotes the note then.
BEGINNING = f"""
import os
def fail(*_, **__):
    if os.path.exists(os.environ["FAULT"]):
        raise RuntimeError(' '.join({THOUGHT.split()}))  # the line itself stands in the log
def before(kind, name):
    original = getattr(kind, name)
    def failing(*arguments, **options):
        fail()
        return original(*arguments, **options)
    setattr(kind, name, failing)
async def fail_later(*_):
    fail()
from tui.app.main_screen import MainScreen
"""
LOOK = "\ndef _poll(self):\n    {}\nMainScreen._poll = _poll\n"
FAULTS = {
    "a key": ("from tui.dialogs.note_editor import NoteEditor; before(NoteEditor, 'action_put_aside')", "\x1b"),
    "a key typed": ("from textual.widgets import TextArea; before(TextArea, '_replace_via_keyboard')", "x"),
    "painting": ("from tui.widgets.line_view import LineView; before(LineView, 'render_line')", "resize"),
    "painting the frame": ("from tui.widgets.chrome import LineWidget; before(LineWidget, 'render_line')", "resize"),
    "layout": ("from tui.widgets.card import RecordCard; before(RecordCard, 'get_content_height')", "resize"),
    "the guard": ("from tui.app.terminal_guard import TerminalGuard; before(TerminalGuard, 'apply')", "resize"),
    "a timer": (LOOK.format("fail()"), ""),
    "the draft's own timer": ("from tui.dialogs.note_editor import NoteEditor; before(NoteEditor, 'keep_draft')", ""),
    "an error that paints itself": (
        "RuntimeError = type('RuntimeError', (Exception,), {'__rich__': lambda self: str(self)})" + LOOK.format("fail()"),
        "",
    ),
    "a worker": (LOOK.format("self.run_worker(fail_later())"), ""),
    "a thread": (LOOK.format("self.run_worker(fail, thread=True)"), ""),
    "after the next paint": (LOOK.format("self.call_after_refresh(fail)"), ""),
    "a message": ("before(MainScreen, 'notes_changed')" + LOOK.format("self.notes_changed()"), ""),
    "a dialog coming up": (
        "from tui.dialogs.help import HelpDialog; before(HelpDialog, 'on_ready')"
        + LOOK.format("os.path.exists(os.environ['FAULT']) and self.app.push_screen(HelpDialog())"),
        "",
    ),
    "a widget coming up": (
        "from textual.widgets import Static\nclass Bad(Static):\n    def on_mount(self):\n        fail()\n"
        + LOOK.format("os.path.exists(os.environ['FAULT']) and self.mount(Bad())"),
        "",
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("place", [*FAULTS][:: at_depth(3, 1, 1)])
def test_a_bug_while_writing_keeps_the_words_restores_the_terminal_and_tells_no_note(library: Library, tmp_path: Path, place: str) -> None:
    bug, keys = FAULTS[place]
    (tmp_path / "sitecustomize.py").write_text(BEGINNING + bug, "utf-8")
    fault = tmp_path / "fault"
    library.notes("bridges").add("c002", "Another secret")
    with Terminal(tmp_path / "home", "bridges", "--at", "c001", PYTHONPATH=f"{tmp_path}:{ROOT}", FAULT=str(fault)) as terminal:
        writing(terminal, library)
        fault.touch()
        if keys == "resize":
            terminal.resize(90, 28)
        elif keys:
            terminal.press(keys)
        assert terminal.end() == 70
        told = terminal.text.rpartition("\x1b[?1049l")[2]
        assert re.search(r"Internal error \((RuntimeError|WorkerFailed)\)", told)
        assert str(library.places.log) in told.replace("\r\n", "")
        assert THOUGHT not in told and "secret" not in told
        assert [terminal.modes.get(mode) for mode in (ALTERNATE_SCREEN, CURSOR, MOUSE, PASTE)] == [False, True, False, False]
        assert terminal.settings == terminal.before
    log = library.places.log.read_text("utf-8")
    assert "RuntimeError" in log and "sitecustomize" in log
    assert THOUGHT not in log and "secret" not in log
    assert [draft.body for draft in Drafts(library.places.drafts).interrupted("bridges")] == [THOUGHT]
    assert [note.body for note in library.notes("bridges").all()] == ["Another secret"]


def writing(terminal: Terminal, library: Library) -> None:
    """Return a note on c001 is being written, and its words are on the screen and in a draft."""
    terminal.wait_for("Bridges pay.")
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.paste(THOUGHT)
    terminal.wait_for(THOUGHT)
    deadline = time.monotonic() + PATIENCE
    while not any(THOUGHT in path.read_text("utf-8") for path in library.places.drafts.glob("*.json")):
        assert time.monotonic() < deadline, "the draft never came"
        time.sleep(0.02)
