"""The rooms of the screen: widgets ask nobody above them, and nothing of the store is reached but through its window."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TUI = ROOT / "tui"
SOURCES = sorted(TUI.rglob("*.py"))
# The screen and those who answer its wishes may ask the app for another screen; widgets may not.
SCREENS = {
    *("app.py", "browser.py", "telling.py", "window.py"),
    *("noting.py", "finding.py", "arranging.py", "copying.py", "guiding.py", "judging.py", "exporting.py"),
    *("tagging.py", "keeping.py", "linking.py", "external_editor.py", "quoting.py"),
}
# What a widget cannot know otherwise: when the theme changes, and the console that Rich renders for.
ALLOWED = {"theme_changed_signal", "console"}
LONGEST_FUNCTION = 40


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def asked_of_the_app(path: Path) -> set[str]:
    """What is asked of `….app` in the file."""
    asked = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)]
    return {node.attr for node in asked if isinstance(node.value, ast.Attribute) and node.value.attr == "app"}


@pytest.mark.parametrize("path", [path for path in SOURCES if name(path).removeprefix("tui/") not in SCREENS], ids=name)
def test_no_widget_reaches_for_the_app(path: Path) -> None:
    assert asked_of_the_app(path) - ALLOWED == set()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_the_store_is_imported_by_its_window_alone(path: Path) -> None:
    imported = {alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for alias in node.names}
    assert {module for module in imported if module.startswith("store.")} == set()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_handlers_are_named_by_what_they_do(path: Path) -> None:
    """`on_…` is for what Textual tells every widget; a message of a widget is met with `@on`, by a deed."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    found = [node.name for node in functions if node.name.startswith("on_")]
    assert [handler for handler in found if handler.count("_") > 2] == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=name)
def test_every_test_can_be_explained_in_a_breath(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION] == []
