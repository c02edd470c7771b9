"""Effective preferences: keymap, theme, editor, and warnings about rejected settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from store.settings import Settings
from tui.app import themes

if TYPE_CHECKING:
    from tui.keys.keymaps import Keymap


class Preferences(NamedTuple):
    """The effective preferences; `warnings` are sentences, and `is_plain` means that only ASCII can be shown."""

    keymap: Keymap = {}
    theme: str = themes.NIGHT.name
    editor: str = ""
    warnings: tuple[str, ...] = ()
    is_plain: bool = False


def resolve_preferences(config: Settings, environment: Mapping[str, str], is_plain: bool = False) -> Preferences:
    """Return the preferences from `config` and the environment, with the default for every rejected setting."""
    keymap, rejected_keys = _keymap(config) if config.keymap or config.keys else ({}, ())
    theme, rejected_themes = themes.choose_theme(config.theme, environment)
    return Preferences(keymap, theme, config.editor, (*config.problems, *rejected_keys, *rejected_themes), is_plain)


def _keymap(config: Settings) -> tuple[Keymap, tuple[str, ...]]:
    from tui.keys.keymaps import choose_keymap  # deferred: most readers change no key

    return choose_keymap(config.keymap, config.keys)
