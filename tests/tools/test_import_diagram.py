"""The import diagram in docs/architecture.md shows the imports of the code."""

from pathlib import Path

import pytest

from tests.tools.import_diagram import DOCUMENT, diagram, package_edges, with_diagram


def test_the_architecture_document_shows_the_imports_of_the_code() -> None:
    if not DOCUMENT.exists():
        pytest.skip("the documents are not part of a source distribution")
    text = DOCUMENT.read_text(encoding="utf-8")
    assert diagram(package_edges()) in text, "run python -m tests.tools.import_diagram"


def test_an_import_inside_a_function_is_an_edge_and_an_import_within_a_package_is_not(tmp_path: Path) -> None:
    module = tmp_path / "tui" / "panes" / "map.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "from tui.panes.base import Pane\nimport json\ndef load():\n    from store.errors import NotFoundError\n", encoding="utf-8"
    )
    assert package_edges(tmp_path) == {("tui.panes", "store.errors")}


def test_a_new_edge_changes_the_diagram_of_a_document() -> None:
    text = "before\n<!-- imports -->\nold\n<!-- end of imports -->\nafter\n"
    assert "| `store.model` | text | – |" in with_diagram(text, {("store.model", "store.text")})
