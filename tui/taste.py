"""How this reader likes it: the keymap and the theme in force, the editor, and what of the wishes had to be refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from store import Config
from tui import keymaps, themes


class Taste(NamedTuple):
    """What the screen is to look like and listen to. `notices` are sentences; `is_plain`: only ASCII can be shown."""

    keymap: keymaps.Keymap = {}
    theme: str = themes.NIGHT.name
    editor: str = ""
    notices: tuple[str, ...] = ()
    is_plain: bool = False


def taste(config: Config, environment: Mapping[str, str], is_plain: bool = False) -> Taste:
    """What of `config` and the environment can be had; for the rest, the defaults."""
    keymap, refused = keymaps.chosen(config.keymap, config.keys)
    theme, unknown = themes.chosen(config.theme, environment)
    return Taste(keymap, theme, config.editor, (*config.problems, *refused, *unknown), is_plain)
