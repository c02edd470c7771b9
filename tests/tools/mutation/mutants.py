"""Every small change of a module that could be a mistake: a mutant for each."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_OPPOSITES: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_Path = tuple[str | int, ...]


class Mutant(NamedTuple):
    """A changed module; `name` says where and how, and stays the same when lines move."""

    module: str
    name: str
    source: str


def mutants_of(module: str, source: str) -> Iterator[Mutant]:
    """Return every mutant of a module."""
    tree = ast.parse(source)
    names: Counter[str] = Counter()
    for path, scope in _places(tree):
        original = _at(tree, path)
        for changed in _changes(original):
            mutated = copy.deepcopy(tree)
            _put(mutated, path, changed)
            name = f"{module}.{scope}: {_words(original)} → {_words(changed)}"
            names[name] += 1
            yield Mutant(module, f"{name} #{names[name]}" if names[name] > 1 else name, ast.unparse(ast.fix_missing_locations(mutated)))


def _places(node: ast.AST, path: _Path = (), scope: str = "module") -> Iterator[tuple[_Path, str]]:
    """Return the way to every node that may be changed: no annotation, no docstring, no decorator."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope = node.name if scope == "module" else f"{scope}.{node.name}"
    yield path, scope
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "op", "ops", "ctx") or isinstance(
            node, ast.JoinedStr | ast.Import | ast.ImportFrom
        ):
            continue
        if isinstance(value, ast.AST):
            yield from _places(value, (*path, field), scope)
        for index, child in enumerate(value if isinstance(value, list) else ()):
            if isinstance(child, ast.AST):
                yield from _places(child, (*path, field, index), scope)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Return a node in place of this one, for each mistake that could be made there."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _OPPOSITES:
            yield _with(node, ops=[_OPPOSITES[type(operator)]()])
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) if type(operator) in _OPPOSITES:
            yield _with(node, op=_OPPOSITES[type(operator)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Return(value=value) if value is not None and not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Break() | ast.AugAssign():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _at(tree: ast.AST, path: _Path) -> ast.AST:
    node: ast.AST = tree
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)  # type: ignore[index]
    return node


def _put(tree: ast.AST, path: _Path, changed: ast.AST) -> None:
    """Put `changed` at the end of the way; a step is the name of a field, or an index in the list of the field before."""
    if not path:
        return
    parent = _at(tree, path[:-1])
    if isinstance(path[-1], int):
        parent[path[-1]] = changed  # type: ignore[index]
    else:
        setattr(parent, path[-1], changed)


def _words(node: ast.AST) -> str:
    """Return the first line of the code, as long as a reader needs to find it."""
    line = ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).partition("\n")[0]
    return line if len(line) <= 90 else f"{line[:89]}…"
