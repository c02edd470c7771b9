"""Write the diagram of the imports between packages into docs/architecture.md: `python -m tests.tools.import_diagram`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "architecture.md"
_BLOCK = re.compile(r"(?<=<!-- imports -->\n).*?(?=<!-- end of imports -->)", re.DOTALL)


def package_edges(root: Path = ROOT) -> set[tuple[str, str]]:
    """Return the pairs of packages of which the first imports the second, imports inside functions included.

    A module directly below `store` or `tui` counts as a package.
    """
    edges = set()
    for path in [*root.glob("store/**/*.py"), *root.glob("tui/**/*.py")]:
        importer = _package(".".join(path.relative_to(root).with_suffix("").parts))
        edges |= {(importer, _package(name)) for name in _imported_modules(ast.parse(path.read_text(encoding="utf-8")))}
    return {(importer, imported) for importer, imported in edges if importer != imported}


def diagram(edges: set[tuple[str, str]]) -> str:
    """Return the edges as a Markdown table with one row for each package that imports another, packages in alphabetical order."""
    rows = []
    for importer in sorted({importer for importer, _ in edges}):
        imported = sorted(name for other, name in edges if other == importer)
        store, tui = (", ".join(_short(name) for name in imported if name.startswith(root)) or "–" for root in ("store.", "tui."))
        rows.append(f"| `{importer}` | {store} | {tui} |")
    return "\n".join(["| package | imports from `store` | imports from `tui` |", "|---|---|---|", *rows]) + "\n"


def with_diagram(text: str, edges: set[tuple[str, str]]) -> str:
    """Return the document `text` with its diagram replaced by one of `edges`."""
    return _BLOCK.sub(lambda _: diagram(edges), text)


def _imported_modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith(("store.", "tui.")))
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ("store", "tui"):
            yield from [node.module] if "." in node.module else [f"{node.module}.{name.name}" for name in node.names]


def _package(module: str) -> str:
    return ".".join(module.split(".")[:2])


def _short(package: str) -> str:
    return package.partition(".")[2]


if __name__ == "__main__":
    DOCUMENT.write_text(with_diagram(DOCUMENT.read_text(encoding="utf-8"), package_edges()), encoding="utf-8")
