"""No message names a key literally: keys can be remapped, so every message looks up the active one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets import FOLDER
from store.library.library import Library
from store.settings import Settings
from tests.support.reader import reading
from tui.app.preferences import resolve_preferences
from tui.keys.table import KEYS

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "tui").rglob("*.py"))
_NAMED = r"esc|escape|enter|tab|space|backspace|pgup|pgdn|pageup|pagedown|arrow keys|F\d+|(?:ctrl|alt|shift)\+[^\s{]+|[↑↓←→⌫]"
# A key by its name; or one character: before a verb (`u undoes`, `: a writes one`) or a filter (`f marked:yes`), or after `press`.
LITERAL = re.compile(
    rf"(?<![\w+])(?:{_NAMED})(?!\w)"
    r"|(?<!\S)(?:[b-zB-HJ-Z?/]|(?<=[:;·] )a),? (?:[a-z]+s\b|will\b|on\b|\{|\w+:\w)"
    r"|\bwith [b-z](?!\w)"
    r"|\b[Pp]ress (?!\{)\S{1,2}(?!\S)"
)
# Words and signs that are no keys of the program, and the syntax of keys in config.toml.
ALLOWED = {
    "Next tab",
    "next tab",
    "Previous tab",
    "  who ↓ does what to whom →",
    "{}← ",
    "Keys are such as x, ?, f5, pagedown, ctrl+n and alt+left.",
}


def messages(path: Path) -> Iterator[str]:
    """Yield every string of several words in a module, without docstrings; `{}` stands for what an f-string inserts."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            text = node.value
        else:
            continue
        if " " in text:
            yield re.sub(r"\{[\w.]*\}", "{}", text)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_message_names_a_key(path: Path) -> None:
    assert [text for text in messages(path) if text not in ALLOWED and LITERAL.search(text)] == []


def test_the_help_page_names_no_key() -> None:
    page = (FOLDER / "help.md").read_text("utf-8")
    assert [line for line in page.splitlines() if LITERAL.search(line)] == []


@pytest.mark.parametrize(
    "message",
    [
        "the filter: esc shows all",
        "deletes it; u brings it back",
        "Nothing is marked: m marks a record.",
        "Press a to add one",
        "take it away; f marked:yes shows what is",
        "↑ and ↓ do",
        "there, ctrl+r renames it",
        "y {} · n {}",
        "cannot be undone: u will not bring them back",
        "keep as draft: a on the record opens it",
        "on the address, then c, copies it",
        "none yet: a writes one",
    ],
)
def test_a_literal_key_is_found(message: str) -> None:
    assert LITERAL.search(message)


# Keys that nothing else uses.
REMAPPED = Settings(keys={"undo": ("f5",), "mark": ("f6",), "filter": ("f7",), "note.add": ("f8",), "escape": ("f9",), "up": ("f10",)})


async def test_questions_and_hints_name_the_active_key(library: Library) -> None:
    async with reading(library, at="c001", preferences=resolve_preferences(REMAPPED, {})) as reader:
        await reader.press("f8", *"wet", "ctrl+s", "d")
        assert "f5 restores it" in reader.shown
        await reader.press("n", "v")
        assert "↑↓ field" in reader.shown.replace("↑ ↓", "↑↓")  # in a dialog, the arrows cannot be remapped


async def test_the_help_names_the_active_keys_and_no_sentence_another(library: Library) -> None:
    async with reading(library, preferences=resolve_preferences(REMAPPED, {})) as reader:
        await reader.press("question_mark")
        assert "with f10 and ↓" in " ".join(reader.shown.split())


def test_no_description_of_an_action_names_a_key() -> None:
    assert [key.id for key in KEYS if key.description not in ALLOWED and LITERAL.search(key.description)] == []
