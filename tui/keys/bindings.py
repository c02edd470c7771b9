"""Active key bindings: labels, hints and commands by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from textual._context import active_app
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
_TYPING = ("write", "search", "suggestion", "form")
_DIALOGS = (*_TYPING, "dialog", "choice", "trash", "option", "confirm", "url", "viewer", "help")
# Textual refuses a binding without a key; no terminal sends this one, and a keymap can replace it.
_NO_KEY = "no_key"
_ASIDE = "card"
_AROUND = ("browser", "lines")


@dataclass(frozen=True)
class ActiveBindings:
    """The bindings with the keys of the user's keymap, and whether labels must be ASCII. Held by the app as `effective_bindings`."""

    table: tuple[KeyBinding, ...] = KEYS
    is_plain: bool = False

    @classmethod
    def of(cls, keymap: Mapping[str, tuple[str, ...]], is_plain: bool = False) -> ActiveBindings:
        """Return the bindings with the keys of `keymap`; actions that it does not contain keep their default keys."""
        return cls(tuple(key._replace(keys=",".join(keymap.get(key.id, (key.keys,)))) for key in KEYS), is_plain)


_DEFAULT = ActiveBindings()


def _active() -> ActiveBindings:
    """Return the bindings of the app that runs in this context, or the default ones outside an app."""
    active: ActiveBindings = getattr(active_app.get(None), "effective_bindings", _DEFAULT)
    return active


def active_bindings() -> tuple[KeyBinding, ...]:
    """Return all bindings with the keys of the active keymap."""
    return _active().table


def is_writing(scope: Scope) -> bool:
    """Return True if the scope is a text editor, in which letters cannot be key bindings."""
    return scope in _TYPING


def is_dialog(scope: Scope) -> bool:
    """Return True if the keys of this scope work in a dialog, and not on the main screen."""
    return scope in _DIALOGS


def scopes_overlap(one: Scope, other: Scope) -> bool:
    """Return True if the bindings of both scopes can be active at the same time."""
    if one == other or is_dialog(one) or is_dialog(other):
        return one == other
    return one in _AROUND or other in _AROUND or _ASIDE not in (one, other)


def bindings(where: Scope) -> list[Binding]:
    """Return the Textual bindings of a scope."""
    return [
        Binding(key.keys or _NO_KEY, action_of(key), key.description, id=key.id, show=False, priority=key.at_once)
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
    return label_keys(keys, _active().is_plain)


def first_key(identity: str) -> str:
    """Return the first active key of the action with this id, as Textual names it."""
    return next(key.keys for key in active_bindings() if key.id == identity).split(",")[0]


def key_label(identity: str) -> str:
    """Return the label of the first active key of the action with this id."""
    return format_keys(first_key(identity))


def describe_access(identity: str) -> str:
    """Return how to run an action: `press u`, or for one without a key, `press : and choose "Rename a tag"`."""
    label = key_label(identity)
    if label:
        return f"press {label}"
    description = next(key.description for key in active_bindings() if key.id == identity)
    return f"press {key_label('palette')} and choose “{description}”"


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
