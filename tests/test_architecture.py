"""Rules of the code base that neither ruff, mypy nor import-linter can check."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for package in ("store", "tui", "assets") for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_FILE_LINES, MAX_FUNCTION_LINES = 250, 40
# Calls that only the listed modules may make.
RESTRICTED_CALLS = {
    "open": (
        "store/storage/atomic_file.py",
        "store/storage/journal_file.py",
        "store/storage/file_lock.py",
        "store/storage/files.py",
        "tui/cli/main.py",  # the null device
    ),
    "fdopen": ("store/storage/files.py",),
    "write_text": (),
    "write_bytes": (),
    "print": (),
    "system": (),
    "popen": (),
    "eval": (),
    "exec": (),
    "from_markup": (),
    "escape": ("store/export/html.py",),
}
FORBIDDEN_IMPORTS = {"subprocess", "webbrowser", "pickle", "socket", "yaml", "urllib.request", "http", "asyncio.subprocess"}
ALLOWED_IMPORTS = {"tui/external/processes.py": {"subprocess"}}
# What a widget may ask of the app: when the theme changes, and the console that Rich renders for.
APP_ATTRIBUTES = {"theme_changed_signal", "console"}
APP_CALLERS = ("tui/app/", "tui/commands/", "tui/keys/", "tui/services/")


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
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_restricted_call_is_made_only_where_it_is_allowed(path: Path) -> None:
    made = {called for called, node in calls(path) if called in RESTRICTED_CALLS and _is_builtin_or_os(node)}
    assert {called for called in made if name(path) not in RESTRICTED_CALLS[called]} == set()


def _is_builtin_or_os(node: ast.Call) -> bool:
    """Return True for `open(…)` and `os.open(…)`, False for methods of ours such as `library.open(…)`."""
    called = node.func
    if isinstance(called, ast.Name):
        return True
    owner = getattr(called.value, "id", "") if isinstance(called, ast.Attribute) else ""
    return owner not in ("library", "found", "self", "console", "app", "re", "commands", "c")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_module_starts_programs_or_uses_the_network_except_external(path: Path) -> None:
    imported = {alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)}
    assert imported & FORBIDDEN_IMPORTS == ALLOWED_IMPORTS.get(name(path), set())


@pytest.mark.parametrize("path", [path for path in SOURCES if not name(path).startswith(("store/", *APP_CALLERS))], ids=name)
def test_a_widget_does_not_reach_for_the_app(path: Path) -> None:
    asked = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)]
    assert {node.attr for node in asked if isinstance(node.value, ast.Attribute) and node.value.attr == "app"} <= APP_ATTRIBUTES


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_handler_of_a_message_is_named_for_what_it_does(path: Path) -> None:
    """`on_…` is for Textual's own events; a message of a widget is handled with `@on`."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if node.name.startswith("on_") and node.name.count("_") > 2] == []


def test_only_the_command_line_writes_to_standard_output() -> None:
    users = {name(path) for path in SOURCES if re.search(r"sys\.(stdout|stderr)", path.read_text("utf-8"))}
    assert {user for user in users if not user.startswith("tui/cli/")} == set()


def test_only_the_command_line_reads_the_clock() -> None:
    assert [name(path) for path in SOURCES if "datetime.now(" in path.read_text("utf-8")] == ["tui/cli/context.py"]


def test_no_notification_parses_markup() -> None:
    notices = [node for path in SOURCES for called, node in calls(path) if called == "notify"]
    assert notices
    for node in notices:
        assert any(word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False for word in node.keywords)


def test_no_widget_parses_markup() -> None:
    for path in SOURCES:
        for called, node in calls(path):
            if called in ("Static", "Label", "Button") and node.args:
                assert isinstance(node.args[0], ast.Call) and getattr(node.args[0].func, "id", "") == "Content", name(path)


def test_every_tool_is_pinned_without_a_host_name() -> None:
    pinned = (ROOT / "constraints.txt").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'^    "([a-z][a-z0-9-]*)', project.split("[dependency-groups]")[1].split("]")[0], re.MULTILINE)
    wanted += re.findall(r'^    "([a-z][a-z0-9-]*)>=', project, re.MULTILINE)
    assert [tool for tool in wanted if not re.search(rf"^{tool}==", pinned, re.MULTILINE | re.IGNORECASE)] == []
    assert not re.search(r"://|--[a-z-]+url|@ file", pinned)


def test_no_tracked_file_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    # Absolute paths of one machine, and package servers.
    machine = re.compile(r"(?<![\w.~-])/(?:root|work)(?=/\w)|\bregistry\.\w+\.\w+|--(?:extra-)?index[-]url")
    text = {
        path: (ROOT / path).read_text("utf-8", "replace") for path in listed if (ROOT / path).is_file() and path != name(Path(__file__))
    }
    assert [path for path, content in text.items() if machine.search(content)] == []
