"""A list whose rows can be folded: the branch fills the last column, in its inks, and the mouse answers on its marks."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from textual import on

from tests.support.reader import hosted
from tui.render.records.columns import Column
from tui.render.text.blocks import Span
from tui.widgets.argument_tree import ArgumentTreeView
from tui.widgets.messages import NodeFolded, NodeUnfolded


class Leaf(NamedTuple):
    id: str
    depth: int
    mark: str


LEAVES = (Leaf("root", 0, "▾"), Leaf("twig", 1, "▸12"), Leaf("last", 2, ""))


def branch(leaf: Leaf, room: int) -> tuple[Span, ...]:
    return (Span("  " * leaf.depth), Span(f"{leaf.mark:<2} ", "strong"), Span("+ ", "flag"), Span(f"Words of {leaf.id}".ljust(room, ".")))


class Wishing(ArgumentTreeView):
    """Keeps what it was asked to fold (-1) and unfold (1)."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.wishes: list[int] = []

    @on(NodeUnfolded)
    def record_unfold(self) -> None:
        self.wishes.append(1)

    @on(NodeFolded)
    def record_fold(self) -> None:
        self.wishes.append(-1)


def tree(leaves: tuple[Leaf, ...] = LEAVES) -> Wishing:
    columns = (Column("id", lambda *_: Span(""), 6), Column("claim", lambda *_: Span("")))
    widget = Wishing(columns, lambda leaf: (Span(leaf.id),), branch, classes="list")
    widget.set(leaves)
    return widget


@pytest.mark.parametrize("size", [(80, 24), (30, 8)])
async def test_branches_begin_under_their_heading_and_end_with_the_window(size: tuple[int, int]) -> None:
    async with hosted(tree(), size) as (app, _):
        heading, root, twig, last, *_ = app.shown.split("\n")
        start = heading.index("claim")
        assert root[start:].startswith("▾  + Words of root")
        assert twig[start:].startswith("  ▸12 + Words of")
        assert last[start:].startswith("       + Words of")
        assert {len(root), len(twig), len(last)} == {size[0]}


async def test_every_part_of_a_branch_has_its_own_ink() -> None:
    widget = tree()
    async with hosted(widget):
        line = widget.row_line(1, 60)
        at = line.plain.index("+")
        inks = [span.style for span in line.spans if span.start == at]
        assert widget.style_of("flag") in inks
        assert widget.style_of("strong") not in inks


@pytest.mark.parametrize(
    ("words", "chosen", "wishes"),
    [
        ("▾", "root", [-1]),
        ("▸12", "twig", [1]),
        ("Words of root", "root", []),
        ("Words of last", "last", []),
        ("+ Words of twig", "twig", []),
    ],
)
async def test_the_mouse_folds_on_a_mark_and_chooses_beside_it(words: str, chosen: str, wishes: list[int]) -> None:
    widget = tree()
    async with hosted(widget) as (app, pilot):
        await pilot.press("end")
        y, line = next((y, line) for y, line in enumerate(app.shown.split("\n")) if words in line)
        await pilot.click(offset=(line.index(words), y))
        assert (widget.item.id, widget.wishes) == (chosen, wishes)


async def test_the_mouse_beside_all_rows_changes_nothing() -> None:
    widget = tree()
    async with hosted(widget) as (_, pilot):
        for y in (0, len(LEAVES) + 1, 20):
            await pilot.click(widget, offset=(12, y))
        assert (widget.item.id, widget.wishes) == ("root", [])


async def test_left_and_right_are_wishes_and_the_order_is_not_to_be_changed() -> None:
    widget = tree()
    async with hosted(widget) as (_, pilot):
        widget.focus()
        await pilot.press("right", "right", "left", "left")
        assert widget.wishes == [1, 1, -1, -1]
        assert widget.sortable == ()


async def test_an_empty_tree_is_no_accident() -> None:
    widget = tree(())
    async with hosted(widget) as (_, pilot):
        widget.focus()
        await pilot.press("j", "G", "enter")
        await pilot.click(widget, offset=(12, 1))
        assert widget.item is None
