"""Every key, once: bindings, the footer, the help and the tests derive from this table."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

Where = str  # "browser": everywhere; the others: only while that widget has the focus


class Key(NamedTuple):
    """A wish that a key can utter: its id, the action, the keys, what it does in words, and where it works.

    `at_once` keys are done before the next key is looked at, so that what is typed after them meets the new pane.
    `hint` is the word for it in the footer, where `pane` is the tab that it is shown on; without one, on every tab.
    """

    id: str
    action: str
    keys: str
    words: str
    where: Where
    group: str
    hint: str = ""
    pane: str = ""
    at_once: bool = False


KEYS = (
    Key("note.add", "add_note", "a", "Write a note on what you are looking at", "browser", "Notes", "note"),
    Key("note.edit", "edit_note", "e", "Edit the note, or the last one written here", "browser", "Notes", "edit"),
    Key("note.delete", "delete_note", "d", "Delete the note; asks first, and can be undone", "browser", "Notes", "delete"),
    Key("undo", "undo", "u", "Undo the last change to your notes", "browser", "Notes", "undo"),
    Key("redo", "redo", "ctrl+r", "Do again what was undone", "browser", "Notes"),
    Key("find", "find", "slash", "Find in everything, your notes included", "browser", "Finding", "find"),
    Key("match.next", "match(1)", "n", "Next match", "browser", "Finding"),
    Key("match.previous", "match(-1)", "N", "Previous match", "browser", "Finding"),
    Key("filter", "filter", "f", "Show only what the filter words let through", "browser", "Finding", "filter"),
    Key("escape", "escape", "escape", "From the card to the list; there: show all again", "browser", "Moving"),
    Key("back", "back", "backspace,alt+left", "Back to where you were", "browser", "Moving", "back", at_once=True),
    Key("forward", "forward", "alt+right", "Forward again", "browser", "Moving", at_once=True),
    Key("tab.next", "next_tab(1)", "right_square_bracket", "Next tab", "browser", "Tabs", at_once=True),
    Key("tab.previous", "next_tab(-1)", "left_square_bracket", "Previous tab", "browser", "Tabs", at_once=True),
    *(Key(f"tab.{number}", f"tab({number})", str(number), f"Tab {number}", "browser", "Tabs", at_once=True) for number in range(1, 10)),
    Key("focus.next", "focus_next", "tab", "To the next link, then to the next part of the screen", "browser", "Moving"),
    Key("focus.previous", "focus_previous", "shift+tab", "To the previous part of the screen", "browser", "Moving"),
    Key("help", "help", "question_mark,f1", "This help", "browser", "Program", "help"),
    Key("quit", "leave", "q", "Back; from where you began: quit", "browser", "Program"),
    Key("quit.now", "quit", "ctrl+q", "Quit", "browser", "Program"),
    Key("up", "move(-1)", "up,k", "Up", "lines", "Moving"),
    Key("down", "move(1)", "down,j", "Down", "lines", "Moving"),
    Key("top", "end(-1)", "g,home", "To the first", "lines", "Moving"),
    Key("bottom", "end(1)", "G,end", "To the last", "lines", "Moving"),
    Key("half.up", "half_page(-1)", "ctrl+u", "Half a page up", "lines", "Moving"),
    Key("half.down", "half_page(1)", "ctrl+d", "Half a page down", "lines", "Moving"),
    Key("page.up", "page(-1)", "pageup", "A page up", "lines", "Moving"),
    Key("page.down", "page(1)", "pagedown", "A page down", "lines", "Moving"),
    Key("open", "choose", "enter", "Into the card; on a note: to its record", "list", "Moving", "open"),
    Key("facet.next", "facet(1)", "right,l", "Next kind of actor; next column of the matrix", "list", "Lists", "kind", "Companies"),
    Key("facet.previous", "facet(-1)", "left,h", "Previous kind of actor; previous column of the matrix", "list", "Lists"),
    Key("view", "view", "w", "Matrix or list of strategies", "list", "Lists", "matrix or list", "Strategies"),
    Key("follow", "follow", "enter", "Follow the link", "card", "Moving", "follow"),
    Key("link.next", "link(1)", "right_curly_bracket", "Next link", "card", "Moving", "next link"),
    Key("link.previous", "link(-1)", "left_curly_bracket", "Previous link", "card", "Moving"),
    Key("save", "save", "ctrl+s,ctrl+enter", "Save the note", "write", "Writing", "save"),
    Key("put.aside", "put_aside", "escape", "Leave; the words are kept as a draft", "write", "Writing", "leave"),
)

_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "question_mark": "?",
    "slash": "/",
    "backspace": "⌫",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "f1": "F1",
}


def bindings(where: Where) -> list[Binding]:
    """The Textual bindings of the keys that work `where`."""
    return [Binding(key.keys, key.action, key.words, id=key.id, show=False, priority=key.at_once) for key in KEYS if key.where == where]


def shown(keys: str) -> str:
    """Keys as people write them: `right_square_bracket` is `]`, `alt+left` is `alt+←`."""
    return " ".join("+".join(_SHOWN.get(part, part) for part in key.split("+")) for key in keys.split(","))


def hints(pane: str, *places: Where) -> tuple[tuple[str, str], ...]:
    """For the footer: the first key and the short word of what can be done in these places, nearest first."""
    here = [key for place in places for key in KEYS if key.where == place and key.hint and key.pane in ("", pane)]
    return tuple((shown(key.keys.split(",")[0]), key.hint) for key in here)
