"""The table of key bindings: key hints, help, palette, messages and tests derive from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.commands.commands import Commands

Scope = str  # "browser": on the main screen; the others: while that widget has the focus, or in that dialog
# A command on the open briefing, which may return an awaitable.
Command = Callable[["Commands"], object]


class KeyBinding(NamedTuple):
    """A wish that a key can utter: its id, the action, the keys, what it does in words, and where it works.

    Without keys, the action is run from the palette, and the user's keymap can give it a key.
    `at_once` keys are done before the next key is looked at, so that what is typed after them meets the new pane.
    `pane` names the tabs on which it does anything; without one, on every tab. `hint` is the word for it in the footer, and
    `hinted` the tabs on which it stands there, where it does not on all of them.
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
# Those that show what they have in several ways.
VIEWED = "Strategies Claims Timeline Map"
FACETED = f"Companies {VIEWED}"

# fmt: off
KEYS = (
    KeyBinding("note.add", lambda c: c.notes.add(), "a", "Add a note", "browser", "Notes", "note"),
    KeyBinding("note.edit", lambda c: c.notes.edit(), "e", "Edit the note, or the latest one on this record", "browser", "Notes"),
    KeyBinding("note.delete", lambda c: c.notes.delete(), "d", "Delete the note (asks first; can be undone)", "browser", "Notes"),
    KeyBinding("note.outside", lambda c: c.notes.edit_externally(), "E", "Edit the note, or a new one, in the external editor", "browser", "Notes"),
    KeyBinding("tag.rename", lambda c: c.tags.rename(), "", "Rename a tag everywhere", "browser", "Notes"),
    KeyBinding("link", lambda c: c.note_links.link(), "L", "Link to another record: contradicts, supports, see also", "browser", "Notes"),
    KeyBinding("history", lambda c: c.history.show(), "h", "History of the note and of your opinions", "browser", "Notes"),
    KeyBinding("trash", lambda c: c.trash.show(), "", "Open the trash: restore a note, or empty it", "browser", "Notes"),
    KeyBinding("verdict", lambda c: c.opinions.edit(), "v", "Opinion: verdict, own grade, forecast, outcome", "browser", "Opinions"),
    KeyBinding("verdict.marked", lambda c: c.opinions.edit_marked(), "", "Give one verdict on all marked records", "browser", "Opinions"),
    KeyBinding("try", lambda c: c.opinions.toggle_what_if(), "x", "Toggle what-if: exclude this claim", "browser", "Opinions"),
    KeyBinding("undo", lambda c: c.undo_stack.undo(), "u", "Undo the last change to your notes or opinions", "browser", "Notes"),
    KeyBinding("redo", lambda c: c.undo_stack.redo(), "ctrl+r", "Redo", "browser", "Notes"),
    KeyBinding("find", lambda c: c.search.find(), "slash", "Search everything, including your notes", "browser", "Search", "find"),
    KeyBinding("match.next", lambda c: c.search.next(1), "n", "Next match", "browser", "Search"),
    KeyBinding("match.previous", lambda c: c.search.next(-1), "N", "Previous match", "browser", "Search"),
    KeyBinding("filter", lambda c: c.list_layout.filter(), "f", "Filter the list", "browser", "Search", "filter"),
    KeyBinding("sort", lambda c: c.list_layout.sort(), "s", "Sort the list by the next column", "browser", "Lists"),
    KeyBinding("sort.reverse", lambda c: c.list_layout.reverse(), "S", "Reverse the sort order", "browser", "Lists"),
    KeyBinding("maximise", lambda c: c.list_layout.maximise(), "z", "Maximize the list or the card, or restore both", "browser", "Lists"),
    KeyBinding("mark", lambda c: c.marks.mark(), "m", "Mark or unmark the record (filter: marked:yes)", "browser", "Search"),
    KeyBinding("copy", lambda c: c.clipboard.copy(), "y", "Copy the card as text", "browser", "Copy & export"),
    KeyBinding("copy.as", lambda c: c.clipboard.copy_as(), "", "Copy as Markdown, an id, or a command that opens the record", "browser", "Copy & export"),
    KeyBinding("brief", lambda c: c.export.brief(), "b", "Export a page for a meeting", "browser", "Copy & export"),
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
    KeyBinding("focus.next", "move_focus(1)", "tab", "Move the focus to the next link or part of the screen", "browser", "Navigation"),
    KeyBinding("focus.previous", "move_focus(-1)", "shift+tab", "Move the focus to the previous link or part of the screen", "browser", "Navigation"),
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
    KeyBinding("save", "save", "ctrl+s,ctrl+enter", "Save the note", "write", "Editor", "save", at_once=True),
    KeyBinding("write.outside", "outside", "ctrl+o", "Continue in the external editor", "write", "Editor", at_once=True),
    KeyBinding("write.quote", "quote", "ctrl+t", "Choose the quoted text", "write", "Editor", at_once=True),
    KeyBinding("put.aside", "put_aside", "escape", "Close and keep the text as a draft", "write", "Editor", "close", at_once=True),
    KeyBinding("dialog.close", "leave", "escape", "Close the dialog", "dialog", "Dialogs"),
    KeyBinding("dialog.suspend", "app.suspend_process", "ctrl+z", "Suspend the program", "dialog", "Dialogs"),
    KeyBinding("search.next", "choose(1)", "down,ctrl+n", "Next entry", "search", "Dialogs", at_once=True),
    KeyBinding("search.previous", "choose(-1)", "up,ctrl+p", "Previous entry", "search", "Dialogs", at_once=True),
    KeyBinding("suggestion.complete", "complete", "tab", "Complete with the suggestion", "suggestion", "Dialogs", at_once=True),
    KeyBinding("choice.close", "leave", "q", "Close the choice", "choice", "Dialogs"),
    KeyBinding("choice.next", "choose(1)", "down,j", "Next choice", "choice", "Dialogs", at_once=True),
    KeyBinding("choice.previous", "choose(-1)", "up,k", "Previous choice", "choice", "Dialogs", at_once=True),
    KeyBinding("choice.down", "scroll(1)", "pagedown", "Scroll the text down", "choice", "Dialogs", at_once=True),
    KeyBinding("choice.up", "scroll(-1)", "pageup", "Scroll the text up", "choice", "Dialogs", at_once=True),
    KeyBinding("trash.empty", "empty", "x", "Empty the trash", "trash", "Dialogs"),
    KeyBinding("form.save", "save", "enter", "Save the form", "form", "Dialogs"),
    KeyBinding("form.next", "step(1)", "down", "Next field", "form", "Dialogs", at_once=True),
    KeyBinding("form.previous", "step(-1)", "up", "Previous field", "form", "Dialogs", at_once=True),
    KeyBinding("option.next", "pick(1)", "right,l,space", "Next value", "option", "Dialogs", at_once=True),
    KeyBinding("option.previous", "pick(-1)", "left,h", "Previous value", "option", "Dialogs", at_once=True),
    KeyBinding("confirm.yes", "answer(True)", "y", "Confirm", "confirm", "Dialogs"),
    KeyBinding("confirm.default", "default", "enter", "Confirm, if the action can be undone", "confirm", "Dialogs"),
    KeyBinding("confirm.no", "leave", "n,q", "Decline", "confirm", "Dialogs"),
    KeyBinding("url.open", "answer('open')", "y", "Open the URL in the browser", "url", "Dialogs"),
    KeyBinding("url.copy", "answer('copy')", "c", "Copy the URL", "url", "Dialogs"),
    KeyBinding("url.close", "leave", "n,q", "Close without opening the URL", "url", "Dialogs"),
    KeyBinding("viewer.close", "leave", "q,enter", "Close the text", "viewer", "Dialogs"),
    KeyBinding("help.close", "leave", "q,question_mark,f1", "Close the help", "help", "Dialogs"),
)
# fmt: on
