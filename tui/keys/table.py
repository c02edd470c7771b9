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
    KeyBinding("note.add", lambda c: c.notes.add(), "a", "Write a note on what you are looking at", "browser", "Notes", "note"),
    KeyBinding("note.edit", lambda c: c.notes.edit(), "e", "Edit the note, or the last one written here", "browser", "Notes"),
    KeyBinding("note.delete", lambda c: c.notes.delete(), "d", "Delete the note; asks first, and can be undone", "browser", "Notes"),
    KeyBinding("note.outside", lambda c: c.notes.edit_externally(), "E", "The note, or a new one, in your own editor", "browser", "Notes"),
    KeyBinding("tag.rename", lambda c: c.tags.rename(), "", "Rename a tag everywhere", "browser", "Notes"),
    KeyBinding("link", lambda c: c.note_links.link(), "L", "Link it to another record: contradicts, supports, see also", "browser", "Notes"),
    KeyBinding("history", lambda c: c.history.show(), "h", "History of the note and of your opinions", "browser", "Notes"),
    KeyBinding("trash", lambda c: c.trash.show(), "", "Trash: restore deleted notes, or empty it", "browser", "Notes"),
    KeyBinding("verdict", lambda c: c.opinions.edit(), "v", "Opinion: verdict, own grade, forecast, outcome", "browser", "Judging"),
    KeyBinding("verdict.marked", lambda c: c.opinions.edit_marked(), "", "One verdict on all marked records", "browser", "Judging"),
    KeyBinding("try", lambda c: c.opinions.toggle_what_if(), "x", "Toggle what-if: exclude this claim", "browser", "Judging"),
    KeyBinding("undo", lambda c: c.undo_stack.undo(), "u", "Undo the last change to what is yours, wherever it was", "browser", "Notes"),
    KeyBinding("redo", lambda c: c.undo_stack.redo(), "ctrl+r", "Do again what was undone", "browser", "Notes"),
    KeyBinding("find", lambda c: c.search.find(), "slash", "Find in everything, your notes included", "browser", "Finding", "find"),
    KeyBinding("match.next", lambda c: c.search.next(1), "n", "Next match", "browser", "Finding"),
    KeyBinding("match.previous", lambda c: c.search.next(-1), "N", "Previous match", "browser", "Finding"),
    KeyBinding("filter", lambda c: c.list_layout.filter(), "f", "Show only what the filter words let through", "browser", "Finding", "filter"),
    KeyBinding("sort", lambda c: c.list_layout.sort(), "s", "Sort the list by the next column", "browser", "Lists"),
    KeyBinding("sort.reverse", lambda c: c.list_layout.reverse(), "S", "Sort the other way round", "browser", "Lists"),
    KeyBinding("maximise", lambda c: c.list_layout.maximise(), "z", "All the room for the list or the card, or each its own again", "browser", "Lists"),
    KeyBinding("mark", lambda c: c.marks.mark(), "m", "Mark or unmark the record; the filter marked:yes shows marked records", "browser", "Finding"),
    KeyBinding("copy", lambda c: c.clipboard.copy(), "y", "Copy the card as text", "browser", "Taking along"),
    KeyBinding("copy.as", lambda c: c.clipboard.copy_as(), "", "Copy as Markdown, id, or a command that opens it here", "browser", "Taking along"),
    KeyBinding("brief", lambda c: c.export.brief(), "b", "A page for the meeting, into a file", "browser", "Taking along"),
    KeyBinding("export", lambda c: c.export.export(), "X", "Export for another program, into a file", "browser", "Taking along"),
    KeyBinding("palette", lambda c: c.app.palette(), "colon,ctrl+p", "Every action and every record, by a few letters", "browser", "Program"),
    KeyBinding("theme", lambda c: c.app.theme(), "f3", "Another theme", "browser", "Program"),
    KeyBinding(
        "escape", "escape", "escape", "From the card to the list; there: show all again, and end what is being tried", "browser", "Moving"
    ),
    KeyBinding("back", "back", "backspace,alt+left", "Back to where you were", "browser", "Moving", at_once=True),
    KeyBinding("forward", "forward", "alt+right", "Forward again", "browser", "Moving", at_once=True),
    KeyBinding("tab.next", "next_tab(1)", "right_square_bracket", "Next tab", "browser", "Tabs", at_once=True),
    KeyBinding("tab.previous", "next_tab(-1)", "left_square_bracket", "Previous tab", "browser", "Tabs", at_once=True),
    *(KeyBinding(f"tab.{at}", f"tab({at})", str(at), name, "browser", "Tabs", at_once=True) for at, name in enumerate(TABS, 1)),
    KeyBinding("focus.next", "move_focus(1)", "tab", "To the next link, then to the next part of the screen", "browser", "Moving"),
    KeyBinding("focus.previous", "move_focus(-1)", "shift+tab", "To the previous part of the screen", "browser", "Moving"),
    KeyBinding("help", lambda c: c.app.help(), "question_mark,f1", "This help", "browser", "Program", "help"),
    KeyBinding("quit", "leave", "q", "Back; from where you began: quit", "browser", "Program"),
    KeyBinding("quit.now", "quit", "ctrl+q", "Quit", "browser", "Program"),
    KeyBinding("suspend", lambda c: c.app.suspend(), "ctrl+z", "Suspend the program; fg in the shell continues it", "browser", "Program"),
    KeyBinding("up", "move(-1)", "up,k", "Up", "lines", "Moving"),
    KeyBinding("down", "move(1)", "down,j", "Down", "lines", "Moving"),
    KeyBinding("top", "end(-1)", "g,home", "To the first", "lines", "Moving"),
    KeyBinding("bottom", "end(1)", "G,end", "To the last", "lines", "Moving"),
    KeyBinding("half.up", "half_page(-1)", "ctrl+u", "Half a page up", "lines", "Moving"),
    KeyBinding("half.down", "half_page(1)", "ctrl+d", "Half a page down", "lines", "Moving"),
    KeyBinding("page.up", "page(-1)", "pageup", "A page up", "lines", "Moving"),
    KeyBinding("page.down", "page(1)", "pagedown", "A page down", "lines", "Moving"),
    KeyBinding("open", "choose", "enter", "In a list: into the card; on a note: to its record", "list", "Moving", "open"),
    KeyBinding(
        "facet.next",
        "facet(1)",
        "right",
        "Next kind of actor, or column; unfold; closer on the time axis",
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
        "Previous kind of actor, or column; fold; back on the time axis",
        "list",
        "Lists",
        pane=FACETED,
    ),
    KeyBinding(
        "view",
        lambda c: c.list_layout.view(),
        "w",
        "Next view: matrix, tree, axis, drawing, list, predictions",
        "browser",
        "Lists",
        "another view",
        VIEWED,
    ),
    KeyBinding("follow", "follow", "enter", "In a card: follow the link", "card", "Moving", "follow"),
    KeyBinding("link.next", "link(1)", "right_curly_bracket", "Next link", "card", "Moving", "next link"),
    KeyBinding("link.previous", "link(-1)", "left_curly_bracket", "Previous link", "card", "Moving"),
    KeyBinding("save", "save", "ctrl+s,ctrl+enter", "Save the note", "write", "Writing", "save", at_once=True),
    KeyBinding("write.outside", "outside", "ctrl+o", "The same words in your own editor", "write", "Writing", at_once=True),
    KeyBinding("write.quote", "quote", "ctrl+t", "On which words of the paragraph the note is", "write", "Writing", at_once=True),
    KeyBinding("put.aside", "put_aside", "escape", "Leave; the words are kept as a draft", "write", "Writing", "leave", at_once=True),
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
    KeyBinding("option.next", "pick(1)", "right,l,space", "Next value", "option", "Dialogs"),
    KeyBinding("option.previous", "pick(-1)", "left,h", "Previous value", "option", "Dialogs"),
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
