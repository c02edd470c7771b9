"""Every key, once: bindings, the footer, the help and the tests derive from this table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

from tui.keys.key_labels import label_keys

Scope = str  # "browser": everywhere; the others: only while that widget has the focus


class KeyBinding(NamedTuple):
    """A wish that a key can utter: its id, the action, the keys, what it does in words, and where it works.

    `at_once` keys are done before the next key is looked at, so that what is typed after them meets the new pane.
    `pane` names the tabs on which it does anything; without one, on every tab. `hint` is the word for it in the footer, and
    `hinted` the tabs on which it stands there, where it does not on all of them.
    """

    id: str
    action: str
    keys: str
    description: str
    scope: Scope
    group: str
    hint: str = ""
    pane: str = ""
    at_once: bool = False
    hinted: str = ""


class KeyHint(NamedTuple):
    """A key in the footer: as it is shown, a word on what it does, and the action for whoever clicks on it."""

    key: str
    label: str
    action: str


TABS = ("Overview", "Companies", "Strategies", "Recommendations", "Claims", "Timeline", "Map", "Article", "Notes")
# Those that show what they have in several ways.
VIEWED = "Strategies Claims Timeline Map"
FACETED = f"Companies {VIEWED}"
MAX_HINTS = 5

KEYS = (
    KeyBinding("note.add", "noting.add", "a", "Write a note on what you are looking at", "browser", "Notes", "note"),
    KeyBinding("note.edit", "noting.edit", "e", "Edit the note, or the last one written here", "browser", "Notes"),
    KeyBinding("note.delete", "noting.delete", "d", "Delete the note; asks first, and can be undone", "browser", "Notes"),
    KeyBinding("note.outside", "noting.outside", "E", "The note, or a new one, in your own editor", "browser", "Notes"),
    KeyBinding("note.tags", "tagging.tags", "t", "Tags of the note; a tag can be renamed everywhere", "browser", "Notes"),
    KeyBinding("note.kind", "tagging.kind", "c", "What the note is: comment, question, to do, quote, correction", "browser", "Notes"),
    KeyBinding("note.status", "tagging.status", "o", "Done, or open again: a question, a to do, a correction", "browser", "Notes"),
    KeyBinding("link", "linking.link", "L", "Link it to another record: contradicts, supports, see also", "browser", "Notes"),
    KeyBinding("note.revisions", "keeping.revisions", "R", "Earlier versions of the note, to read and to bring back", "browser", "Notes"),
    KeyBinding("trash", "keeping.trash", "D", "The trash: bring a note back, or empty it", "browser", "Notes"),
    KeyBinding("verdict", "judging.verdict", "v", "Say what you think of it: agree or not, how sure, and why", "browser", "Judging"),
    KeyBinding("verdict.marked", "judging.verdict_on_marked", "V", "One verdict on everything that is marked", "browser", "Judging"),
    KeyBinding(
        "verdict.history", "judging.history", "h", "What you thought of it so far, and when you changed your mind", "browser", "Judging"
    ),
    KeyBinding("grade", "judging.grade", "i", "Your own grade of the claim, beside the reviewer's", "browser", "Judging"),
    KeyBinding("try", "judging.try_without", "x", "Toggle what-if: exclude this claim", "browser", "Judging"),
    KeyBinding("resolve", "judging.resolve", "r", "How the prediction came out, and how probable you hold it", "browser", "Judging"),
    KeyBinding("undo", "deeds.undo", "u", "Undo the last change to what is yours, wherever it was", "browser", "Notes"),
    KeyBinding("redo", "deeds.redo", "ctrl+r", "Do again what was undone", "browser", "Notes"),
    KeyBinding("find", "finding.find", "slash", "Find in everything, your notes included", "browser", "Finding", "find"),
    KeyBinding("match.next", "finding.next(1)", "n", "Next match", "browser", "Finding"),
    KeyBinding("match.previous", "finding.next(-1)", "N", "Previous match", "browser", "Finding"),
    KeyBinding("filter", "arranging.filter", "f", "Show only what the filter words let through", "browser", "Finding", "filter"),
    KeyBinding("sort", "arranging.sort", "s", "Sort the list by the next column", "browser", "Lists"),
    KeyBinding("sort.reverse", "arranging.reverse", "S", "Sort the other way round", "browser", "Lists"),
    KeyBinding("maximise", "arranging.maximise", "z", "All the room for the list or the card, or each its own again", "browser", "Lists"),
    KeyBinding("mark", "marking.mark", "m", "Mark or unmark the record; the filter marked:yes shows marked records", "browser", "Finding"),
    KeyBinding("copy", "copying.copy", "y", "Copy the card as text", "browser", "Taking along"),
    KeyBinding("copy.as", "copying.copy_as", "Y", "Copy as Markdown, id, or a command that opens it here", "browser", "Taking along"),
    KeyBinding("brief", "exporting.brief", "b", "A page for the meeting, into a file", "browser", "Taking along"),
    KeyBinding("export", "exporting.export", "X", "Export for another program, into a file", "browser", "Taking along"),
    KeyBinding("palette", "guiding.palette", "colon,ctrl+p", "Every action and every record, by a few letters", "browser", "Program"),
    KeyBinding("theme", "guiding.theme", "f3", "Another theme", "browser", "Program"),
    KeyBinding(
        "escape", "escape", "escape", "From the card to the list; there: show all again, and end what is being tried", "browser", "Moving"
    ),
    KeyBinding("back", "back", "backspace,alt+left", "Back to where you were", "browser", "Moving", at_once=True),
    KeyBinding("forward", "forward", "alt+right", "Forward again", "browser", "Moving", at_once=True),
    KeyBinding("tab.next", "next_tab(1)", "right_square_bracket", "Next tab", "browser", "Tabs", at_once=True),
    KeyBinding("tab.previous", "next_tab(-1)", "left_square_bracket", "Previous tab", "browser", "Tabs", at_once=True),
    *(KeyBinding(f"tab.{at}", f"tab({at})", str(at), name, "browser", "Tabs", at_once=True) for at, name in enumerate(TABS, 1)),
    KeyBinding("focus.next", "focus_next", "tab", "To the next link, then to the next part of the screen", "browser", "Moving"),
    KeyBinding("focus.previous", "focus_previous", "shift+tab", "To the previous part of the screen", "browser", "Moving"),
    KeyBinding("help", "guiding.help", "question_mark,f1", "This help", "browser", "Program", "help"),
    KeyBinding("quit", "leave", "q", "Back; from where you began: quit", "browser", "Program"),
    KeyBinding("quit.now", "quit", "ctrl+q", "Quit", "browser", "Program"),
    KeyBinding("suspend", "guiding.suspend", "ctrl+z", "Suspend the program; fg in the shell continues it", "browser", "Program"),
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
        "arranging.view",
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
    KeyBinding("save", "save", "ctrl+s,ctrl+enter", "Save the note", "write", "Writing", "save"),
    KeyBinding("write.outside", "outside", "ctrl+o", "The same words in your own editor", "write", "Writing"),
    KeyBinding("write.quote", "quote", "ctrl+t", "On which words of the paragraph the note is", "write", "Writing"),
    KeyBinding("put.aside", "put_aside", "escape", "Leave; the words are kept as a draft", "write", "Writing", "leave"),
)

# A dialog keeps what is behind it out; all other places lie inside one another, but for list and card, which stand side by side.
_DIALOGS = ("write",)
_ASIDE = "card"
_AROUND = ("browser", "lines")


class _InForce:
    """The table as the reader's keymap has it, and whether keys must be told in ASCII."""

    table = KEYS
    is_plain = False


def activate_keymap(keymap: Mapping[str, tuple[str, ...]], is_plain: bool = False) -> None:
    """From now on the actions of `keymap` are told with its keys, and all others with those of the table."""
    _InForce.table = tuple(key._replace(keys=",".join(keymap.get(key.id, (key.keys,)))) for key in KEYS)
    _InForce.is_plain = is_plain


def active_bindings() -> tuple[KeyBinding, ...]:
    """Every key as the reader's keymap has it: what footer, help and palette tell."""
    return _InForce.table


def is_writing(where: Scope) -> bool:
    """Whether letters are typed there, and cannot be keys."""
    return where in _DIALOGS


def scopes_overlap(one: Scope, other: Scope) -> bool:
    """Whether keys of these places are in force at once."""
    if one == other or is_writing(one) or is_writing(other):
        return one == other
    return one in _AROUND or other in _AROUND or _ASIDE not in (one, other)


def bindings(where: Scope) -> list[Binding]:
    """The Textual bindings of the keys that work `where`."""
    return [
        Binding(key.keys, action_of(key), key.description, id=key.id, show=False, priority=key.at_once)
        for key in KEYS
        if key.scope == where
    ]


def action_of(key: KeyBinding) -> str:
    """What Textual runs: `noting.add` becomes `do('noting', 'add')`, which the screen hands to its helper."""
    helper, dot, deed = key.action.partition(".")
    if not dot:
        return key.action
    name, _, arguments = deed.rstrip(")").partition("(")
    return f"do({', '.join(filter(None, (repr(helper), repr(name), arguments)))})"


def format_keys(keys: str) -> str:
    """Return the labels of comma-separated keys, such as `[ alt+←` for `left_square_bracket,alt+left`."""
    return label_keys(keys, _InForce.is_plain)


def first_key(identity: str) -> str:
    """Return the first active key of the action with this id, as Textual names it."""
    return next(key.keys for key in active_bindings() if key.id == identity).split(",")[0]


def key_label(identity: str) -> str:
    """The first key of the action with this id, as people write it."""
    return format_keys(first_key(identity))


def _is_on(key: KeyBinding, pane: str) -> bool:
    return not key.pane or pane in key.pane.split()


def _is_hinted(key: KeyBinding, pane: str) -> bool:
    return _is_on(key, pane) and (not key.hinted or pane in key.hinted.split())


def footer_hints(pane: str, *places: Scope) -> tuple[KeyHint, ...]:
    """For the footer: the first key, the short word and the action of the few things that matter here, nearest first, help last."""
    pane_keys = [key for place in places for key in active_bindings() if key.scope == place and key.hint and _is_hinted(key, pane)]
    pane_keys.sort(key=lambda key: (key.scope == "browser", key.scope == "browser" and not key.pane))  # what only this pane has comes first
    few = [key for key in pane_keys if key.id != "help"][: MAX_HINTS - 1] + [key for key in pane_keys if key.id == "help"]
    return tuple(KeyHint(format_keys(key.keys.split(",")[0]), key.hint, action_of(key)) for key in few)


def here(pane: str) -> tuple[tuple[str, str], ...]:
    """Every key of list and card, and of this pane alone, as shown, and in words."""
    meant = (key for key in active_bindings() if (key.pane or key.scope in ("list", "card", "lines")) and _is_on(key, pane))
    return tuple((format_keys(key.keys), key.description) for key in meant)
