"""Active key bindings: labels, hints and commands by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

from tui.keys.key_labels import label_keys
from tui.keys.table import KEYS, Command, KeyBinding, Scope


class KeyHint(NamedTuple):
    """A key in the footer: its label, a short description, and the action that a click runs."""

    key: str
    label: str
    action: str


MAX_HINTS = 5

_COMMANDS = {key.id: key.action for key in KEYS if not isinstance(key.action, str)}

# Dialog scopes are exclusive; other scopes nest, except `list` and `card`, which are siblings.
_DIALOGS = ("write",)
_ASIDE = "card"
_AROUND = ("browser", "lines")


class _InForce:
    """The table as the reader's keymap has it, and whether keys must be told in ASCII."""

    table = KEYS
    is_plain = False


def activate_keymap(keymap: Mapping[str, tuple[str, ...]], is_plain: bool = False) -> None:
    """Show the keys of `keymap` from now on; actions that it does not contain keep their default keys."""
    _InForce.table = tuple(key._replace(keys=",".join(keymap.get(key.id, (key.keys,)))) for key in KEYS)
    _InForce.is_plain = is_plain


def active_bindings() -> tuple[KeyBinding, ...]:
    """Return all bindings with the keys of the active keymap."""
    return _InForce.table


def is_writing(where: Scope) -> bool:
    """Return True if the scope is a text editor, in which letters cannot be key bindings."""
    return where in _DIALOGS


def scopes_overlap(one: Scope, other: Scope) -> bool:
    """Return True if the bindings of both scopes can be active at the same time."""
    if one == other or is_writing(one) or is_writing(other):
        return one == other
    return one in _AROUND or other in _AROUND or _ASIDE not in (one, other)


def bindings(where: Scope) -> list[Binding]:
    """Return the Textual bindings of a scope."""
    return [
        Binding(key.keys, action_of(key), key.description, id=key.id, show=False, priority=key.at_once)
        for key in KEYS
        if key.scope == where
    ]


def action_of(key: KeyBinding) -> str:
    """Return the action that Textual runs: that of the widget, or `run_command` with the id of the binding."""
    return key.action if isinstance(key.action, str) else f"run_command({key.id!r})"


def command(identity: str) -> Command:
    """Return the command of the binding with this id; raise KeyError if it has none."""
    return _COMMANDS[identity]


def format_keys(keys: str) -> str:
    """Return the labels of comma-separated keys, such as `[ alt+←` for `left_square_bracket,alt+left`."""
    return label_keys(keys, _InForce.is_plain)


def first_key(identity: str) -> str:
    """Return the first active key of the action with this id, as Textual names it."""
    return next(key.keys for key in active_bindings() if key.id == identity).split(",")[0]


def key_label(identity: str) -> str:
    """Return the label of the first active key of the action with this id."""
    return format_keys(first_key(identity))


def _is_on(key: KeyBinding, pane: str) -> bool:
    return not key.pane or pane in key.pane.split()


def _is_hinted(key: KeyBinding, pane: str) -> bool:
    return _is_on(key, pane) and (not key.hinted or pane in key.hinted.split())


def footer_hints(pane: str, *places: Scope) -> tuple[KeyHint, ...]:
    """Return at most `MAX_HINTS` key hints for the footer: the pane's own first, help last."""
    pane_keys = [key for place in places for key in active_bindings() if key.scope == place and key.hint and _is_hinted(key, pane)]
    pane_keys.sort(key=lambda key: (key.scope == "browser", key.scope == "browser" and not key.pane))  # the pane's own bindings first
    hinted = [key for key in pane_keys if key.id != "help"][: MAX_HINTS - 1] + [key for key in pane_keys if key.id == "help"]
    return tuple(KeyHint(format_keys(key.keys.split(",")[0]), key.hint, action_of(key)) for key in hinted)


def here(pane: str) -> tuple[tuple[str, str], ...]:
    """Return the label and description of every binding of lists and cards, and of this pane."""
    keys = (key for key in active_bindings() if (key.pane or key.scope in ("list", "card", "lines")) and _is_on(key, pane))
    return tuple((format_keys(key.keys), key.description) for key in keys)
