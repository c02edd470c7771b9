"""Claims: every assertion, with its grade, its kind and who makes it; all of them, as the argument they make, or some."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from textual import on

from store.argument.argument_tree import ArgumentTree, TreeNode
from store.model.records import Claim
from tui.keys.bindings import key_label
from tui.panes.base import Pane
from tui.render.records.argument_row import LEGEND, branch_spans
from tui.render.records.card import card_blocks
from tui.render.records.columns import COLUMNS, row
from tui.render.records.predictions import scores_in_a_caption
from tui.render.text.blocks import Block, Span
from tui.widgets.argument_tree import ArgumentTreeView
from tui.widgets.messages import NodeFolded, NodeUnfolded
from tui.widgets.record_list import RecordList

# A larger argument opens with its roots alone: those are a page already.
SMALL = 300
_BESIDE = tuple(column for column in COLUMNS["claims"] if column.name not in ("kind", "speaker", "verdict"))


class Claims(Pane):
    """All claims in the order of the article, or as a tree; there, `→` unfolds and `←` folds. A filtered tree is flat.

    The last view lists the predictions alone.
    """

    TITLE = "Claims"
    TABLE = "claims"
    VIEWS = ("list", "tree", "predictions")

    @cached_property
    def argument(self) -> ArgumentTree:
        """The tree, which stays unfolded as it was left."""
        argument = ArgumentTree(self.briefing)
        if len(self.briefing.file.claims) <= SMALL:
            for root in argument.roots:
                argument.unfold(root)
        return argument

    def make_list(self) -> RecordList:
        if self.view == "tree":
            return ArgumentTreeView(_BESIDE, self._beside, self._branch, classes="list")
        columns = COLUMNS[self._listed]  # its own: while the list of the next view comes up, this one may still be drawn
        return RecordList(columns, lambda item: row(columns, self.context, item), classes="list")

    def items(self) -> Sequence[Any]:
        match self.view:
            case "predictions":
                return [claim for claim in self.briefing.file.claims if claim.forecast]
            case _:
                return self.argument.rows() if self._is_tree else self.briefing.file.claims

    def filterable(self) -> Sequence[Claim]:
        return self.items() if self.view == "predictions" else self.briefing.file.claims

    def target(self, item: Any) -> str:
        return _claim(item).id

    @property
    def current_id(self) -> str:
        return self.note_target if self.list.item else ""

    def blocks(self, item: Any) -> tuple[Block, ...]:
        return card_blocks(self.context, _claim(item))

    def _sign(self, item: Any) -> Span:
        return super()._sign(_claim(item))

    def caption(self) -> tuple[Span, ...]:
        match self.view:
            case "tree" if self._is_tree:
                return (*LEGEND, Span(f"{key_label('facet.next')} unfolds  {key_label('facet.previous')} folds", "quiet"))
            case "predictions":
                return (
                    Span(f" {scores_in_a_caption(self.session.opinions.calibration())}", "strong"),
                    Span(f"  {key_label('verdict')} forecast or outcome", "quiet"),
                )
            case _:
                return ()

    def empty_text(self, called: str = "") -> str:
        return super().empty_text("predictions" if self.view == "predictions" else "")

    def fill(self, at: str = "") -> None:
        """In the tree, unfolds the way to where the cursor should be."""
        super().fill(self._row_of(at or self.current_id))

    async def prepare_view(self, identity: str, way: str = "") -> None:
        """Show the list of all claims if the predictions do not include this one."""
        await super().prepare_view(identity, way)
        if self.view == "predictions" and identity and identity not in {claim.id for claim in self.items()}:
            await self.change_view("list")

    def notes_changed(self) -> None:
        """Update the scores above the predictions, too."""
        if self.view == "predictions":
            self.fill(self.current_id)
        super().notes_changed()

    @on(NodeUnfolded)
    def unfold(self, event: NodeUnfolded) -> None:
        """Unfold the node, or move to its first reason if it is unfolded."""
        event.stop()
        node = self.list.item
        if not isinstance(node, TreeNode):
            return
        if self.argument.unfold(node):
            self.fill()
        elif self.argument.is_open(node):
            self.list.cursor += 1

    @on(NodeFolded)
    def fold(self, event: NodeFolded) -> None:
        """Fold the node, or move to its parent if it is folded."""
        event.stop()
        node = self.list.item
        if not isinstance(node, TreeNode):
            return
        if self.argument.fold(node):
            self.fill()
        else:
            self.list.select(node.parent)

    @property
    def _listed(self) -> str:
        """The columns of this view."""
        return self.view if self.view in COLUMNS else "claims"

    @property
    def _is_tree(self) -> bool:
        return self.view == "tree" and not self.filtering.words

    def _row_of(self, identity: str) -> str:
        """Return the row of this claim: the one under the cursor, if it is there in several places."""
        here = self.list.item
        if not self._is_tree or self.briefing.records.get(identity) is None:
            return identity
        if isinstance(here, TreeNode) and here.claim.id == identity:
            return here.id
        return self.argument.reveal(identity).id

    def _beside(self, item: Any) -> tuple[Span, ...]:
        return row(_BESIDE[:-1], self.context, _claim(item))

    def _branch(self, item: Any, room: int) -> tuple[Span, ...]:
        if isinstance(item, Claim):
            return branch_spans(TreeNode(item.id, item), 0, False, room)
        return branch_spans(item, self.argument.children(item), self.argument.is_open(item), room)


def _claim(item: Claim | TreeNode) -> Claim:
    return item.claim if isinstance(item, TreeNode) else item
