"""The table of key bindings: key hints, help, palette, messages and tests derive from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.commands.commands import Commands

# "browser" bindings work everywhere; the others only while that widget has the focus.
Scope = Literal["browser", "lines", "list", "card", "write"]
# A command on the open briefing, which may return an awaitable.
Command = Callable[["Commands"], object]


class KeyBinding(NamedTuple):
    """A key binding: id, action, keys, description and scope.

    `at_once` bindings run before the next key is processed, so that the next key reaches the new pane.
    `pane` names the tabs on which the binding works (default: all). `hint` is its label in the footer, and `hinted` names the
    tabs whose footer shows it (default: all on which it works).
    """

    id: str
    action: Command | str  # a string names an action of the widget in the scope
    keys: str
    description: str
    scope: Scope
    group: str
    hint: str = ""
    pane: str = ""
    at_once: bool = False
    hinted: str = ""


TABS = ("Overview", "Companies", "Strategies", "Recommendations", "Claims", "Timeline", "Map", "Article", "Notes")
# Tabs with more than one view.
VIEWED = "Strategies Claims Timeline Map"
FACETED = f"Companies {VIEWED}"

# fmt: off
KEYS = (
    KeyBinding("note.add", lambda c: c.notes.add(), "a", "Add a note", "browser", "Notes", "note"),
    KeyBinding("note.edit", lambda c: c.notes.edit(), "e", "Edit the note, or the latest one on this record", "browser", "Notes"),
    KeyBinding("note.delete", lambda c: c.notes.delete(), "d", "Delete the note (asks first; can be undone)", "browser", "Notes"),
    KeyBinding("note.outside", lambda c: c.notes.edit_externally(), "E", "Edit the note, or a new one, in the external editor", "browser", "Notes"),
    KeyBinding("note.tags", lambda c: c.note_properties.tags(), "t", "Edit tags, or rename a tag everywhere", "browser", "Notes"),
    KeyBinding("note.kind", lambda c: c.note_properties.kind(), "c", "Change the type: comment, question, to-do, quote, correction", "browser", "Notes"),
    KeyBinding("note.status", lambda c: c.note_properties.status(), "o", "Mark a question, to-do or correction as done or open", "browser", "Notes"),
    KeyBinding("link", lambda c: c.note_links.link(), "L", "Link to another record: contradicts, supports, see also", "browser", "Notes"),
    KeyBinding("note.revisions", lambda c: c.note_versions.revisions(), "R", "View or restore earlier versions of the note", "browser", "Notes"),
    KeyBinding("trash", lambda c: c.note_versions.trash(), "D", "Open the trash: restore a note, or empty it", "browser", "Notes"),
    KeyBinding("verdict", lambda c: c.opinions.verdict(), "v", "Record an opinion: verdict, confidence and reason", "browser", "Opinions"),
    KeyBinding("verdict.marked", lambda c: c.opinions.verdict_on_marked(), "V", "Record one opinion on all marked records", "browser", "Opinions"),
    KeyBinding(
        "verdict.history", lambda c: c.opinions.history(), "h", "View the history of your opinions", "browser", "Opinions"
    ),
    KeyBinding("grade", lambda c: c.opinions.grade(), "i", "Grade the claim yourself", "browser", "Opinions"),
    KeyBinding("try", lambda c: c.opinions.toggle_what_if(), "x", "Toggle what-if: exclude this claim", "browser", "Opinions"),
    KeyBinding("resolve", lambda c: c.opinions.resolve(), "r", "Forecast or resolve the prediction", "browser", "Opinions"),
    KeyBinding("undo", lambda c: c.undo_stack.undo(), "u", "Undo the last change to your notes or opinions", "browser", "Notes"),
    KeyBinding("redo", lambda c: c.undo_stack.redo(), "ctrl+r", "Redo", "browser", "Notes"),
    KeyBinding("find", lambda c: c.search.find(), "slash", "Search everything, including your notes", "browser", "Search", "find"),
    KeyBinding("match.next", lambda c: c.search.next(1), "n", "Next match", "browser", "Search"),
    KeyBinding("match.previous", lambda c: c.search.next(-1), "N", "Previous match", "browser", "Search"),
    KeyBinding("filter", lambda c: c.list_layout.filter(), "f", "Filter the list", "browser", "Search", "filter"),
    KeyBinding("sort", lambda c: c.list_layout.sort(), "s", "Sort the list by the next column", "browser", "Lists"),
    KeyBinding("sort.reverse", lambda c: c.list_layout.reverse(), "S", "Reverse the sort order", "browser", "Lists"),
    KeyBinding("maximise", lambda c: c.list_layout.maximise(), "z", "Maximise the list or the card, or restore both", "browser", "Lists"),
    KeyBinding("mark", lambda c: c.marks.mark(), "m", "Mark or unmark the record (filter: marked:yes)", "browser", "Search"),
    KeyBinding("copy", lambda c: c.clipboard.copy(), "y", "Copy the card as text", "browser", "Copy & export"),
    KeyBinding("copy.as", lambda c: c.clipboard.copy_as(), "Y", "Copy as Markdown, an id, or a command that opens the record", "browser", "Copy & export"),
    KeyBinding("brief", lambda c: c.export.brief(), "b", "Export a one-page brief for a meeting", "browser", "Copy & export"),
    KeyBinding("export", lambda c: c.export.export(), "X", "Export to a file", "browser", "Copy & export"),
    KeyBinding("palette", lambda c: c.app.palette(), "colon,ctrl+p", "Command palette: find an action or a record", "browser", "General"),
    KeyBinding("theme", lambda c: c.app.theme(), "f3", "Change the theme", "browser", "General"),
    KeyBinding(
        "escape", "escape", "escape", "Return to the list; there, clear the filter and end the what-if", "browser", "Navigation"
    ),
    KeyBinding("back", "back", "backspace,alt+left", "Go back", "browser", "Navigation", at_once=True),
    KeyBinding("forward", "forward", "alt+right", "Go forward", "browser", "Navigation", at_once=True),
    KeyBinding("tab.next", "next_tab(1)", "right_square_bracket", "Next tab", "browser", "Tabs", at_once=True),
    KeyBinding("tab.previous", "next_tab(-1)", "left_square_bracket", "Previous tab", "browser", "Tabs", at_once=True),
    *(KeyBinding(f"tab.{at}", f"tab({at})", str(at), name, "browser", "Tabs", at_once=True) for at, name in enumerate(TABS, 1)),
    KeyBinding("focus.next", "focus_next", "tab", "Next link, then next part of the screen", "browser", "Navigation"),
    KeyBinding("focus.previous", "focus_previous", "shift+tab", "Previous part of the screen", "browser", "Navigation"),
    KeyBinding("help", lambda c: c.app.help(), "question_mark,f1", "Show help", "browser", "General", "help"),
    KeyBinding("quit", "leave", "q", "Go back, or quit at the start", "browser", "General"),
    KeyBinding("quit.now", "quit", "ctrl+q", "Quit", "browser", "General"),
    KeyBinding("suspend", lambda c: c.app.suspend(), "ctrl+z", "Suspend the program; fg in the shell continues it", "browser", "General"),
    KeyBinding("up", "move(-1)", "up,k", "Up", "lines", "Navigation"),
    KeyBinding("down", "move(1)", "down,j", "Down", "lines", "Navigation"),
    KeyBinding("top", "end(-1)", "g,home", "First item", "lines", "Navigation"),
    KeyBinding("bottom", "end(1)", "G,end", "Last item", "lines", "Navigation"),
    KeyBinding("half.up", "half_page(-1)", "ctrl+u", "Half a page up", "lines", "Navigation"),
    KeyBinding("half.down", "half_page(1)", "ctrl+d", "Half a page down", "lines", "Navigation"),
    KeyBinding("page.up", "page(-1)", "pageup", "Page up", "lines", "Navigation"),
    KeyBinding("page.down", "page(1)", "pagedown", "Page down", "lines", "Navigation"),
    KeyBinding("open", "choose", "enter", "Open the card of the record, or the record of the note", "list", "Navigation", "open"),
    KeyBinding(
        "facet.next",
        "facet(1)",
        "right",
        "Next actor kind or column; expand; zoom in on the timeline",
        "list",
        "Lists",
        "kind",
        FACETED,
        hinted="Companies",
    ),
    KeyBinding(
        "facet.previous",
        "facet(-1)",
        "left",
        "Previous actor kind or column; collapse; zoom out on the timeline",
        "list",
        "Lists",
        pane=FACETED,
    ),
    KeyBinding(
        "view",
        lambda c: c.list_layout.view(),
        "w",
        "Next view",
        "browser",
        "Lists",
        "next view",
        VIEWED,
    ),
    KeyBinding("follow", "follow", "enter", "Follow the link", "card", "Navigation", "follow"),
    KeyBinding("link.next", "link(1)", "right_curly_bracket", "Next link", "card", "Navigation", "next link"),
    KeyBinding("link.previous", "link(-1)", "left_curly_bracket", "Previous link", "card", "Navigation"),
    KeyBinding("save", "save", "ctrl+s,ctrl+enter", "Save the note", "write", "Editor", "save"),
    KeyBinding("write.outside", "outside", "ctrl+o", "Continue in the external editor", "write", "Editor"),
    KeyBinding("write.quote", "quote", "ctrl+t", "Choose the quoted text", "write", "Editor"),
    KeyBinding("put.aside", "put_aside", "escape", "Close and keep the text as a draft", "write", "Editor", "close"),
)
# fmt: on
