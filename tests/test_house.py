"""The house itself: lengths, door signs, one door for each danger, and the shop window."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("store", "tui", "assets")
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 250, 40
# Doors that are open on purpose: what is called, and the only files that may call it.
DOORS = {
    "open": ("store/disk.py", "store/journal_file.py", "store/lock.py", "store/look.py", "tui/cli/run.py"),  # the last: the null device
    "fdopen": ("store/look.py",),
    "write_text": (),
    "write_bytes": (),
    "print": (),
    "system": (),
    "popen": (),
    "eval": (),
    "exec": (),
    "from_markup": (),
    "escape": ("store/export/html.py",),  # of HTML: nothing else is written there
}
FORBIDDEN_IMPORTS = {"subprocess", "webbrowser", "pickle", "socket", "yaml", "urllib.request", "http", "asyncio.subprocess"}

# The one door to other programs.
PROGRAMS = {"tui/programs.py": {"subprocess"}}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            yield (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")), node


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name)
def test_every_file_is_short_and_has_a_door_sign(path: Path) -> None:
    text = path.read_text("utf-8")
    sign = ast.get_docstring(tree(path)) or ""
    assert len(text.splitlines()) <= LONGEST_FILE
    assert sign.split("\n\n")[0].strip().endswith((".", ":")), "the first sentence says what lies behind the door"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_function_can_be_explained_in_a_breath(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if node.end_lineno - node.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_danger_has_one_door(path: Path) -> None:
    used = {called for called, node in calls(path) if called in DOORS and _is_builtin_or_os(node) and name(path) not in DOORS[called]}
    assert used == set()


def _is_builtin_or_os(node: ast.Call) -> bool:
    """`open(…)` and `os.open(…)` are doors; `library.open(…)` opens a briefing, and `console.print(…)` is the command line's."""
    called = node.func
    if isinstance(called, ast.Name):
        return True
    owner = getattr(called.value, "id", "") if isinstance(called, ast.Attribute) else ""
    return owner not in ("library", "found", "self", "console", "app", "re")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_other_program_and_no_network_is_reached(path: Path) -> None:
    imported = {alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)}
    assert imported & FORBIDDEN_IMPORTS == PROGRAMS.get(name(path), set())


def test_standard_output_belongs_to_the_command_line() -> None:
    users = {name(path) for path in SOURCES if re.search(r"sys\.(stdout|stderr)", path.read_text("utf-8"))}
    assert {user for user in users if not user.startswith("tui/cli/")} == set()


def test_there_is_one_clock() -> None:
    assert [name(path) for path in SOURCES if "datetime.now(" in path.read_text("utf-8")] == ["tui/cli/common.py"]


def test_every_notice_is_plain_text() -> None:
    notices = [node for path in SOURCES for called, node in calls(path) if called == "notify"]
    assert notices
    for node in notices:
        assert any(word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False for word in node.keywords)


def test_what_is_shown_is_never_parsed_for_markup() -> None:
    """A `Static` gets Content, which takes every character for what it is."""
    for path in SOURCES:
        for called, node in calls(path):
            if called in ("Static", "Label", "Button") and node.args:
                assert isinstance(node.args[0], ast.Call) and getattr(node.args[0].func, "id", "") == "Content", name(path)


def test_only_the_last_net_catches_everything() -> None:
    broad = [name(path) for path in SOURCES if re.search(r"except (Base)?Exception\b", path.read_text("utf-8"))]
    assert sorted(broad) == ["store/journal.py", "tui/cli/run.py"]  # the journal takes memory back, and raises again


def test_the_shop_window_shows_what_is_on_the_shelves() -> None:
    store = import_module("store")
    window = next(node for node in tree(ROOT / "store/__init__.py").body if isinstance(node, ast.If))
    shown = {alias.name: node.module for node in window.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert shown == {word: f"store.{shelf}" for word, shelf in store._SHELF_OF.items()}
    for word in shown:
        assert getattr(store, word) is not None


def test_no_name_in_the_window_is_hidden_by_a_module() -> None:
    """Importing store.text.sanitize makes `store.text.sanitize` the module, whatever the window says."""
    store = import_module("store")
    assert {path.stem for path in (ROOT / "store").iterdir()} & set(store._SHELF_OF) == set()


@pytest.mark.parametrize("path", [path for path in SOURCES if name(path).startswith("tui/")], ids=name)
def test_the_screen_takes_what_stands_in_the_window(path: Path) -> None:
    inside = [node.module for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("store.")]
    assert inside == []


def test_every_tool_is_pinned_and_no_address_is_told() -> None:
    pinned = (ROOT / "constraints.txt").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'^    "([a-z][a-z0-9-]*)', project.split("[dependency-groups]")[1].split("]")[0], re.MULTILINE)
    wanted += re.findall(r'^    "([a-z][a-z0-9-]*)>=', project, re.MULTILINE)
    assert [tool for tool in wanted if not re.search(rf"^{tool}==", pinned, re.MULTILINE | re.IGNORECASE)] == []
    assert not re.search(r"https?://|--index-url|@ file", pinned)


def test_no_machine_is_named_in_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    own = Path(__file__).name
    told = re.compile(r"index-url|/(root|work|farm)/|registry\.(npmjs|org)")
    text = {path: (ROOT / path).read_text("utf-8", "replace") for path in listed if (ROOT / path).is_file() and not path.endswith(own)}
    assert [path for path, words in text.items() if told.search(words)] == []
