"""Every place of the screen where text is shown, read off the code, and how a reader gets there."""

from __future__ import annotations

import pkgutil
import unicodedata
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

from textual.widget import Widget

import tui
from store.formats.parser import parse
from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.hostile import SEEN, filled
from tests.support.reader import Reader
from tests.support.sample import raw, whole
from tui import dialogs as dialogs_room
from tui.app.terminal_guard import _SCROLL_ACTIONS
from tui.dialogs.base import Dialog
from tui.panes.base import Pane
from tui.panes.registry import PANES
from tui.render.text.links import FullTextLink, UrlLink

BIDI = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
# On which record each dialog is opened, by which keys; a type of link stands for moving to the first of that type on the card.
OPENED: dict[str, tuple[str, tuple[str | type[FullTextLink | UrlLink], ...]]] = {
    "NoteEditor": ("c001", ("a",)),
    "ConfirmDialog": ("c001", ("d",)),
    "OpinionDialog": ("c002", ("v",)),
    "SuggestInput": ("c001", ("colon", *"tag.rename", "enter", "enter")),
    "TrashDialog": ("c001", ("colon", *"trash", "enter")),
    "ExportDialog": ("c001", ("X",)),
    "SearchDialog": ("c001", ("slash", *SEEN)),
    "FilterDialog": ("c001", ("f", *"tag:")),
    "CommandPalette": ("c001", ("colon", *"Seen")),
    "ChoiceDialog": ("c001", ("h",)),
    "HelpDialog": ("c001", ("question_mark",)),
    "TextViewer": ("c003", ("enter", FullTextLink, "enter")),
    "OpenUrlDialog": ("c003", ("enter", UrlLink, "enter")),
}
# What these show is our own: keys, ids, the host of an address.
OF_OURS = {"ExportDialog", "HelpDialog", "OpenUrlDialog"}


def infest(library: Library, words: str) -> None:
    """Put `words` into every field of `bridges`, a note on every record, a note in the trash and a verdict.

    c003 tells more of them than a card holds, and of an address.
    """
    file = filled(whole(), words)
    long = filled(file.claims[2], f"https://пример.example/ {words} " + f"{words} " * (5_000 // len(words) + 1))
    file = type(file)(**{name: getattr(file, name) for name in file.__struct_fields__} | {"claims": (*file.claims[:2], long)})
    library.install(parse(raw(file), "a.json").briefing)
    notes = library.notes("bridges")
    for target in ("bridges", *library.open("bridges").records, "gone"):
        notes.add(target, words, [words])
    thrown_away = notes.add("c001", words)
    if thrown_away:
        notes.remove(thrown_away.id)
    VerdictLog(notes).give(library.open("bridges").claim("c001"), "agree", words)


def panes() -> Iterator[tuple[str, type[Pane]]]:
    """Return the key of every tab and the class of its pane."""
    for number, tab in enumerate(PANES, 1):
        yield str(number), tab.load()


def dialogs() -> dict[str, type[Dialog[object]]]:
    """Every dialog there is, by its name; also those that are beginnings of others."""
    found = [kind for module in _modules(dialogs_room) for kind in _own(module) if issubclass(kind, Dialog) and kind is not Dialog]
    return {kind.__name__: kind for kind in found}


def beginnings(kinds: Iterable[type[Widget]]) -> set[type[Widget]]:
    """Those of them that others of ours are made of."""
    return {kind for kind in kinds if any(kind in other.__mro__[1:] for other in kinds)}


def widgets() -> set[type[Widget]]:
    """Every class of the screen that is shown itself, and is no mere beginning of others."""
    found = {kind for module in _modules(tui) for kind in _own(module)}
    return found - beginnings(found)


def _modules(room: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def _own(module: ModuleType) -> list[type[Widget]]:
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Widget)]
    return [kind for kind in kinds if kind.__module__ == module.__name__]


def complaints(reader: Reader) -> list[str]:
    """Return what is on the screen and should not be."""
    found = []
    for segment in (segment for strip in reader.strips for segment in strip):
        meta = segment.style.meta if segment.style else {}
        found += [f"action {item}" for item in meta.items() if item[0].startswith("@") and item not in _SCROLL_ACTIONS]
        found += [f"hyperlink {segment.style.link}"] if segment.style and segment.style.link else []
        found += [f"control {char!r}" for char in segment.text if unicodedata.category(char) in ("Cc", "Cs")]
        found += [f"direction {char!r}" for char in segment.text if unicodedata.bidirectional(char) in BIDI]
    return found


async def opened(reader: Reader, name: str) -> None:
    """Open this dialog as a reader does."""
    place, keys = OPENED[name]
    await reader.main_screen.workspace.go_to(place)
    reader.pane.refresh_card()
    await reader.pilot.pause()
    for key in keys:
        if isinstance(key, str):
            await reader.tap(key)
        else:
            links = [isinstance(link.target, key) for link in reader.pane.card._links]
            assert any(links), f"the card of {place} has no {key.__name__}"
            reader.pane.card.choose(links.index(True))


async def closed(reader: Reader) -> None:
    """Out of every dialog, and from the card to the list."""
    for _ in range(5):
        if reader.dialog:
            await reader.press("escape")
    await reader.press("escape")
