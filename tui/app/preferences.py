"""How this reader likes it: the keymap and the theme in force, the editor, and what of the wishes had to be refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from store.settings import Settings
from tui.app import themes

if TYPE_CHECKING:
    from tui.keys.keymaps import Keymap


class Preferences(NamedTuple):
    """What the screen is to look like and listen to. `notices` are sentences; `is_plain`: only ASCII can be shown."""

    keymap: Keymap = {}
    theme: str = themes.NIGHT.name
    editor: str = ""
    notices: tuple[str, ...] = ()
    is_plain: bool = False


def resolve_preferences(config: Settings, environment: Mapping[str, str], is_plain: bool = False) -> Preferences:
    """What of `config` and the environment can be had; for the rest, the defaults."""
    keymap, refused = _keymap(config) if config.keymap or config.keys else ({}, ())
    theme, unknown = themes.choose_theme(config.theme, environment)
    return Preferences(keymap, theme, config.editor, (*config.problems, *refused, *unknown), is_plain)


def _keymap(config: Settings) -> tuple[Keymap, tuple[str, ...]]:
    from tui.keys.keymaps import choose_keymap  # who changes no key need not wait for what keys there are

    return choose_keymap(config.keymap, config.keys)
