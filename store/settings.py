"""Settings in config.toml: keymap, keys, theme and editor, with the problems of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.errors import InvalidInputError, NotFoundError
from store.storage.untrusted_file import read_text
from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

NAME = "config.toml"
LARGEST = 1 << 16
_LONGEST = 60
_TEXTS = ("keymap", "theme", "editor")
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table", str: "text"}


@dataclass(frozen=True)
class Settings:
    """The settings, empty by default; `keys` holds the keys as written, by the id of their action."""

    keymap: str = ""
    theme: str = ""
    editor: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Return the settings in the config.toml of `folder`; errors in the file are `problems` of the result."""
    try:
        text = read_text(folder / NAME)
        if len(text) > LARGEST:
            raise InvalidInputError(f"{NAME} is longer than {LARGEST:,} characters, which no configuration is.")
        import tomllib  # most readers have no such file, and the first paint is sooner without

        tree = tomllib.loads(text)
    except NotFoundError:
        return Settings()
    except InvalidInputError as error:
        return Settings(problems=(f"{error} The defaults are used.",))
    except RecursionError:
        return Settings(problems=(f"{NAME} is nested too deeply. The defaults are used.",))
    except ValueError as error:
        return Settings(problems=(f"{NAME} is not valid TOML: {truncate_word(str(error))}. The defaults are used.",))
    return _understood(tree)


def truncate_word(words: str) -> str:
    """Words from the file as part of a sentence: on one line, and not all of it where it is long."""
    line = sanitize_line(words)
    return line if len(line) <= 2 * _LONGEST else f"{line[: 2 * _LONGEST]}…"


def _understood(tree: dict[str, Any]) -> Settings:
    problems: list[str] = []
    texts = dict.fromkeys(_TEXTS, "")
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in tree.items():
        if name in _TEXTS and isinstance(value, str):
            texts[name] = value.strip()
        elif name in _TEXTS:
            problems.append(f'{NAME}: {name} must be text in quotes, such as {name} = "…", not {_kind(value)}. The default is used.')
        elif name == "keys" and isinstance(value, dict):
            wishes = list(_wishes(value))
            problems += [wish for wish in wishes if isinstance(wish, str)]
            keys = dict(wish for wish in wishes if isinstance(wish, tuple))
        elif name == "keys":
            problems.append(f"{NAME}: keys must be a table, [keys], not {_kind(value)}. The default keys are used.")
        else:
            problems.append(f"{NAME}: {truncate_word(name)} is not a setting. {suggest(name, (*_TEXTS, 'keys'))}")
    return Settings(texts["keymap"], texts["theme"], texts["editor"], keys, tuple(problems))


def _wishes(table: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]] | str]:
    """Each action with its keys, or what is wrong with them. Without quotes, TOML reads `note.add` as tables in tables."""
    waiting = list(reversed(table.items()))
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{name}.{inner}", leaf) for inner, leaf in reversed(value.items())]
        elif isinstance(value, str):
            yield name, tuple(key.strip() for key in value.split(","))
        elif isinstance(value, list) and all(isinstance(key, str) for key in value):
            yield name, tuple("comma" if key == "," else key.strip() for key in value)
        else:
            yield f'{NAME}: keys.{truncate_word(name)} must be keys in quotes, such as "ctrl+n,a", not {_kind(value)}. Its default is used.'


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a date")
