"""Whose key is whose: the shipped keymaps, the reader's own wishes, and the rule by which they are taken or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from store.text.did_you_mean import suggest
from store.text.plural import pluralize
from store.text.sanitize import sanitize_line
from tui.keys.bindings import is_writing, scopes_overlap
from tui.keys.key_names import NOT_UNIVERSAL, InvalidKeyError, is_typed, parse_key
from tui.keys.removed import REMOVED_ACTIONS, REMOVED_KEYMAPS
from tui.keys.table import KEYS, KeyBinding

Keymap = Mapping[str, tuple[str, ...]]
DEFAULT = "default"
_FILE = "config.toml"
_MOST_TOLD = 3
_SUCH_AS = "Actions are such as note.add, find and page.down."

# What each keymap changes; all else stays as the table of keys has it. The first key is the one that the footer shows.
KEYMAPS: dict[str, Keymap] = {
    DEFAULT: {},
    "vim": {
        "note.add": ("i", "a"),
        "note.delete": ("x", "d"),
        "facet.next": ("right", "l"),
        "facet.previous": ("left", "h"),
        "history": ("H",),
        "try": ("W",),
        "back": ("ctrl+o", "backspace", "alt+left"),
        "forward": ("alt+o", "alt+right"),
        "page.up": ("ctrl+b", "pageup"),
        "page.down": ("ctrl+f", "pagedown"),
        "quit.now": ("Q", "ctrl+q"),
    },
}


class ResolvedKeymap(NamedTuple):
    """The keys of every action, and in sentences what does not fit together."""

    keys: dict[str, tuple[str, ...]]
    problems: tuple[str, ...]


def choose_keymap(keymap: str, wishes: Keymap, rows: Iterable[KeyBinding] = KEYS) -> tuple[Keymap, tuple[str, ...]]:
    """Return the keys of the actions whose keys are not the default ones; none if anything is rejected, and why.

    What 0.2 removed is ignored, with a notice."""
    table = tuple(rows)
    name, wishes, notices = _without_removed(keymap or DEFAULT, wishes)
    shipped = KEYMAPS.get(name)
    problems = [] if shipped is not None else [f"{_FILE}: there is no keymap {_name(name)}. {suggest(name, tuple(KEYMAPS))}"]
    read, wrong = _read(wishes, table)
    problems += wrong
    if not problems:
        known = {row.id for row in table}
        keys, unfit = resolve(table, {at: keys for at, keys in (shipped or {}).items() if at in known}, read)
        problems += unfit
    if problems:
        return {}, (*notices, *_told(problems))
    return {row.id: keys[row.id] for row in table if keys[row.id] != _default(row)}, notices


def _without_removed(keymap: str, wishes: Keymap) -> tuple[str, Keymap, tuple[str, ...]]:
    """Return the keymap and the keys that still exist, and a notice for each that 0.2 removed."""
    removed = [name for name in wishes if name in REMOVED_ACTIONS]
    notices = [f"{_FILE}: keys.{name} is ignored (removed in 0.2); use {REMOVED_ACTIONS[name].alternative}." for name in removed]
    if keymap in REMOVED_KEYMAPS:
        others = " or ".join(f'"{name}"' for name in KEYMAPS)
        notices.insert(0, f'{_FILE}: keymap "{keymap}" was removed in 0.2; use {others}. The default keymap is used.')
    left = {name: keys for name, keys in wishes.items() if name not in removed}
    return DEFAULT if keymap in REMOVED_KEYMAPS else keymap, left, tuple(notices)


def resolve(rows: tuple[KeyBinding, ...], *layers: Keymap) -> ResolvedKeymap:
    """Who has which key when each layer of wishes goes before those ahead of it, and the table comes last.

    A key that is wished for is taken from every action that works in the same place with a weaker claim to it. It is a
    problem where two claims are equally strong, or an action is left with no key at all.
    """
    strength = {row.id: max((number for number, layer in enumerate(layers, 1) if row.id in layer), default=0) for row in rows}
    wished = {row.id: layers[strength[row.id] - 1][row.id] if strength[row.id] else _default(row) for row in rows}
    held: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for row in sorted(rows, key=lambda row: -strength[row.id]):
        stronger = {
            key: other.id
            for other in rows
            if other.id in held and strength[other.id] > strength[row.id] and scopes_overlap(row.scope, other.scope)
            for key in held[other.id]
        }
        held[row.id] = tuple(key for key in wished[row.id] if key not in stronger)
        if (wished[row.id] or _default(row)) and not any(key not in NOT_UNIVERSAL for key in held[row.id]):
            lost = next((f": {stronger[key]} takes {key}" for key in wished[row.id] if key in stronger), "")
            problems.append(f"{row.id} would have no key left{lost}.")
    problems += _rivals([row for row in rows if strength[row.id]], held, strength)
    return ResolvedKeymap(held, tuple(problems))


def _rivals(rows: list[KeyBinding], held: Keymap, strength: Mapping[str, int]) -> Iterator[str]:
    for one, other in combinations(rows, 2):
        both = [key for key in held[one.id] if key in held[other.id]]
        if both and strength[one.id] == strength[other.id] and scopes_overlap(one.scope, other.scope):
            yield f"{one.id} and {other.id} both ask for {both[0]}."


def _default(row: KeyBinding) -> tuple[str, ...]:
    return tuple(row.keys.split(",")) if row.keys else ()


def _read(wishes: Keymap, rows: tuple[KeyBinding, ...]) -> tuple[Keymap, list[str]]:
    """Return the requested keys in Textual's names, and the problem of each that is rejected."""
    places = {row.id: row.scope for row in rows}
    read: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for name, written in wishes.items():
        if name not in places:
            problems.append(f"keys.{_name(name)} is not an action. {suggest(name, tuple(places), _SUCH_AS)}")
            continue
        try:
            read[name] = tuple(dict.fromkeys(_pressed(name, key, is_writing(places[name])) for key in written))
        except InvalidKeyError as error:
            problems.append(f"keys.{name}: {error}")
    return read, problems


def _pressed(name: str, written: str, is_written_in: bool) -> str:
    if name == "quit.now" and written.lower() == "ctrl+q":
        return "ctrl+q"
    key = parse_key(written)
    if is_written_in and is_typed(key):
        raise InvalidKeyError(f"{key} is needed for writing there.")
    return key


def _name(words: str) -> str:
    return sanitize_line(words)[:60]


def _told(problems: list[str]) -> tuple[str, ...]:
    """Return the first few, and how many there are."""
    told = [problem if problem.startswith(_FILE) else f"{_FILE}: {problem}" for problem in problems[:_MOST_TOLD]]
    left = len(problems) - len(told)
    more = f" There {'is' if left == 1 else 'are'} {pluralize(left, 'more such problem')}." if left else ""
    return (*told[:-1], f"{told[-1]}{more} The default keys are used.")
