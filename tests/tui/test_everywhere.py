"""Hostile text at every place of the screen there is: nothing clickable, nothing lost, nothing raw, no crash.

The places are read off the code (tests/support/everywhere.py): a pane, view, dialog or widget that is new must be met here, too.
The second lock (tui/app/terminal_guard.py) is taken off, so that the first one, cleaning at the door, is seen to be enough.
"""

from __future__ import annotations

import ast
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widget import Widget

from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.everywhere import OF_OURS, OPENED, beginnings, closed, complaints, dialogs, infest, opened, panes, widgets
from tests.support.hostile import KEPT, SEEN, STRINGS, groups
from tests.support.reader import NARROW, WIDE, Reader, reading
from tui.app.app import BriefingApp

GROUPS = groups(at_depth(12, 6, 2))
TUI = Path(__file__).parents[2] / "tui"
EACH = pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[:40])
# The widgets of Textual that the screen is made of: each was looked at, and takes text as text (Content) or as what is typed.
KNOWN_WIDGETS = {"Static", "Input", "TextArea"}
UNUSED = {"tooltip", "border_title", "border_subtitle", "sub_title"}


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BriefingApp, "get_line_filters", lambda app: super(BriefingApp, app).get_line_filters())


async def walk(reader: Reader, steps: int = 2) -> AsyncIterator[str]:
    """Every tab in every view, row by row; tells each time where it is."""
    for key, pane in panes():
        await reader.tap(key)
        for view in pane.VIEWS:
            assert reader.pane.view == view, f"w does not lead to the view {view} of {pane.TITLE}"
            for _ in range(min(steps, max(1, len(reader.ids)))):
                yield f"{pane.TITLE} as {view}"
                await reader.tap("j")
            await reader.tap("w")


@pytest.mark.slow
@pytest.mark.long
@EACH
@pytest.mark.usefixtures("unguarded")
async def test_every_view_of_every_tab_shows_hostile_text_as_text(library: Library, names: str) -> None:
    infest(library, GROUPS[names])
    async with reading(library) as reader:
        seen = []
        async for place in walk(reader):
            assert (place, complaints(reader)) == (place, [])
            seen += [reader.card, reader.mine]
        assert reader.app.is_running
        assert SEEN in " ".join(seen)
        assert [name for name in names.split(", ") if KEPT.get(name, SEEN) not in " ".join(seen)] == []


@pytest.mark.slow
@pytest.mark.long
@EACH
@pytest.mark.usefixtures("unguarded")
async def test_every_dialog_shows_hostile_text_as_text(library: Library, names: str) -> None:
    infest(library, GROUPS[names])
    async with reading(library, size=WIDE) as reader:
        for dialog in OPENED:
            await opened(reader, dialog)
            assert (dialog, reader.dialog) == (dialog, dialog)
            assert (dialog, complaints(reader)) == (dialog, [])
            assert dialog in OF_OURS or SEEN in reader.shown, f"{dialog} does not show {SEEN}"
            await closed(reader)
        assert reader.app.is_running


def test_no_dialog_is_missing_here() -> None:
    mere_beginnings = {kind.__name__ for kind in beginnings(dialogs().values())}
    missing = sorted(dialogs().keys() - OPENED.keys() - mere_beginnings)
    assert not missing, (
        f"Hostile text was never shown in {', '.join(missing)}: say in tests/support/everywhere.py (OPENED) how it is opened."
    )
    assert OPENED.keys() <= dialogs().keys(), "OPENED names a dialog that is no more"


@pytest.mark.slow
@pytest.mark.usefixtures("unguarded")
async def test_no_widget_of_ours_is_missing_here(library: Library) -> None:
    infest(library, STRINGS["action"])
    met: set[type[Widget]] = set()
    async with reading(library, size=NARROW) as reader:
        async for _ in walk(reader, 1):
            met |= shown_in(reader)
        for dialog in OPENED:
            await opened(reader, dialog)
            met |= shown_in(reader)
            await closed(reader)
    missing = sorted(f"{kind.__name__} ({kind.__module__})" for kind in widgets() - met)
    assert not missing, f"Hostile text was never shown in {', '.join(missing)}: tests/tui/test_everywhere.py must come by there."


def shown_in(reader: Reader) -> set[type[Widget]]:
    """Return the classes of what is on the screen, behind a dialog too."""
    shown = [widget for screen in reader.app.screen_stack for widget in screen.walk_children(Widget, with_self=True)]
    return {type(widget) for widget in shown if widget.display}


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: path.relative_to(TUI).as_posix())
def test_text_is_shown_in_no_other_way(path: Path) -> None:
    """A widget of Textual's that parses markup, a tooltip, a border's title: each would need its own row in this matrix."""
    tree = ast.parse(path.read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")]
    unknown = {alias.name for node in imports for alias in node.names} - KNOWN_WIDGETS
    assert not unknown, f"{path.name} shows text in {unknown}, which no hostile text was tried in"
    set_here = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    named = {word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords}
    used = (set_here | named) & UNUSED
    assert not used, f"{path.name} shows text in {used}, which no hostile text was tried in"


@pytest.mark.slow
@pytest.mark.long
@EACH
@pytest.mark.usefixtures("unguarded")
async def test_what_is_pasted_into_any_field_is_text_there(library: Library, names: str) -> None:
    async with reading(library, at="c001") as reader:
        for key in ("a", "slash", "f", "colon", "v"):
            await reader.press(key)
            await reader.paste(GROUPS[names])
            assert (key, complaints(reader)) == (key, [])
            await closed(reader)
        assert reader.app.is_running
